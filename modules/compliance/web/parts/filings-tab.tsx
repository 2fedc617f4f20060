import {
  Day,
  DayField,
  ManySelectField,
  OperationForm,
  TextField,
  useOperation,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { filingScopes } from '../../contract.ts';
import type { ClassMatrix } from '../../shapes.ts';
import { compliance } from '../client.ts';
import '../compliance.css';
import { FactValue } from './fact-value.tsx';

type Filing = { id: string; scope: string[]; until: string };
type Values = { id: string; date: string; approvedAt: string; until: string; scope: readonly string[] };

/** Filings with the competent department: what they cover, and a form for the school's offices. */
export function FilingsTab(props: { readonly matrix: ClassMatrix }) {
  const t = usePhrases('compliance');
  const { id: classId, mayFile } = props.matrix;
  const found = useOperation('compliance.facts', compliance.facts.list, { classId, name: 'filings' });
  const current = found.data?.items.find((one) => one.replacedAt === null && one.placementId === null);
  const filings = filingsIn(current?.value);
  return (
    <div className="cp-two">
      <div>
        <h2>{t('filing.title')}</h2>
        {filings.length === 0 ? <p className="dt-quiet">{t('filing.none')}</p> : null}
        <ul className="cp-facts">
          {filings.map((one) => (
            <li key={one.id}>
              <strong>{one.id}</strong>
              <span>{one.until === '' ? null : <Day day={one.until} />}</span>
              <span className="cp-wide">
                <FactValue value={one.scope} unit={null} />
              </span>
            </li>
          ))}
        </ul>
      </div>
      {mayFile ? <FilingForm classId={classId} /> : null}
    </div>
  );
}

function filingsIn(value: unknown): Filing[] {
  if (!Array.isArray(value)) return [];
  return value.map((one: { id?: unknown; scope?: unknown; until?: unknown }) => ({
    id: String(one.id ?? ''),
    scope: Array.isArray(one.scope) ? one.scope.map(String) : [],
    until: typeof one.until === 'string' ? one.until : '',
  }));
}

function FilingForm(props: { readonly classId: string }) {
  const t = usePhrases('compliance');
  const initial: Values = { id: '', date: '', approvedAt: '', until: '', scope: [] };
  const form = useOperationForm({
    name: `compliance.filing.${props.classId}`,
    initial,
    write: compliance.classes.file,
    toInput: ({ id, date, approvedAt, until, scope }: Values) => ({
      classId: props.classId,
      filing: {
        ...{ id, date, until, approvedAt: approvedAt === '' ? null : approvedAt },
        scope: filingScopes.filter((one) => scope.includes(one)),
      },
    }),
    pointers: {
      ...{ id: '/filing/id', date: '/filing/date', approvedAt: '/filing/approvedAt' },
      ...{ until: '/filing/until', scope: '/filing/scope' },
    },
    invalidates: ['compliance'],
    done: t('filing.saved'),
  });
  const choices = filingScopes.map((value) => ({ value, label: t(`value.${value}`) }));
  return (
    <div>
      <h2>{t('filing.add')}</h2>
      <OperationForm form={form} submitLabel={t('filing.add')}>
        <TextField form={form} name="id" label={t('filing.number')} isRequired />
        <DayField form={form} name="date" label={t('filing.date')} isRequired />
        <DayField form={form} name="approvedAt" label={t('filing.approved')} />
        <ManySelectField form={form} name="scope" label={t('filing.scope')} choices={choices} isRequired />
        <DayField form={form} name="until" label={t('filing.until')} isRequired />
      </OperationForm>
    </div>
  );
}
