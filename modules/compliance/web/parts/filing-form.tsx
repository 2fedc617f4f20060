import {
  ChoiceField,
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

type Values = {
  kind: 'filing' | 'waiver';
  id: string;
  date: string;
  approvedAt: string;
  until: string;
  scope: readonly string[];
  rules: readonly string[];
  students: readonly string[];
  askedBy: string;
  grantedBy: string;
};

/** Records a filing with the competent department, or a waiver of rules that may be waived. */
export function FilingForm(props: { readonly matrix: ClassMatrix }) {
  const t = usePhrases('compliance');
  const { id: classId, rows } = props.matrix;
  const library = useOperation('compliance.library', compliance.library, undefined);
  const initial: Values = {
    ...{ kind: 'filing', id: '', date: '', approvedAt: '', until: '', askedBy: '', grantedBy: '' },
    ...{ scope: [], rules: [], students: [] },
  };
  const form = useOperationForm({
    name: `compliance.filing.${classId}`,
    initial,
    write: compliance.classes.file,
    toInput: (values: Values) => {
      const { kind, id, date, until, askedBy, grantedBy, approvedAt, students } = values;
      const scope = kind === 'waiver' ? [...values.rules] : [...values.scope];
      return {
        classId,
        filing: {
          ...{ kind, id, date, until, askedBy, grantedBy, scope, placementIds: [...students] },
          approvedAt: approvedAt === '' ? null : approvedAt,
        },
      };
    },
    pointers: {
      ...{ id: '/filing/id', date: '/filing/date', approvedAt: '/filing/approvedAt' },
      ...{ until: '/filing/until', scope: '/filing/scope', rules: '/filing/scope' },
    },
    invalidates: ['compliance'],
    done: t('filing.saved'),
  });
  const { kind } = form.values;
  const topics = filingScopes.map((value) => ({ value, label: library.data?.words[value] ?? value }));
  const rules = (library.data?.rules ?? []).filter((one) => one.isWaivable);
  const students = rows.map((row) => ({ value: row.placementId, label: row.studentName }));
  return (
    <div>
      <h2>{t('filing.add')}</h2>
      <OperationForm form={form} submitLabel={t('filing.save')}>
        <ChoiceField
          form={form}
          name="kind"
          label={t('filing.what')}
          isRequired
          choices={(['filing', 'waiver'] as const).map((value) => ({
            value,
            label: t(`filing.kind.${value}`),
          }))}
        />
        <TextField form={form} name="id" label={t('filing.number')} isRequired />
        {kind === 'waiver' ? (
          <ManySelectField
            form={form}
            name="rules"
            label={t('filing.rules')}
            choices={rules.map((one) => ({ value: one.rule, label: one.title }))}
            isRequired
          />
        ) : (
          <ManySelectField form={form} name="scope" label={t('filing.scope')} choices={topics} isRequired />
        )}
        <ManySelectField form={form} name="students" label={t('filing.students')} choices={students} />
        <DayField form={form} name="date" label={t('filing.date')} isRequired />
        <DayField form={form} name="approvedAt" label={t('filing.approved')} />
        <DayField form={form} name="until" label={t('filing.until')} isRequired />
        <TextField form={form} name="askedBy" label={t('filing.askedBy')} />
        <TextField
          form={form}
          name="grantedBy"
          label={t('filing.grantedBy')}
          isRequired={kind === 'waiver'}
        />
      </OperationForm>
    </div>
  );
}
