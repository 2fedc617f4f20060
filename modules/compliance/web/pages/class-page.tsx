import {
  DayRange,
  EmptyState,
  ErrorState,
  Loading,
  oneOf,
  PageHeader,
  PageTabs,
  StateTag,
  useAddressQuery,
  useLanguage,
  useOperation,
  usePathParam,
  usePhrases,
  useWrite,
  writeDay,
  writeMoment,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { ClassMatrix as Matrix } from '../../shapes.ts';
import { compliance } from '../client.ts';
import { moments } from '../moments.ts';
import '../compliance.css';
import { ClassMatrix } from '../parts/class-matrix.tsx';
import { FactPanel } from '../parts/fact-panel.tsx';
import { FactsTab } from '../parts/facts-tab.tsx';
import { FilingsTab } from '../parts/filings-tab.tsx';
import { PaymentsTab } from '../parts/payments-tab.tsx';
import { RunsTab } from '../parts/runs-tab.tsx';
import { VerdictPanel } from '../parts/verdict-panel.tsx';

/** One class: students × rules, a verdict beside it, its facts, filings and earlier checks. */
export function ClassPage() {
  const t = usePhrases('compliance');
  const classId = usePathParam('classId');
  const found = useOperation('compliance.class', compliance.classes.get, { classId });
  const check = useWrite(compliance.classes.check, {
    invalidates: ['compliance'],
    done: t('matrix.checked'),
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const matrix = found.data;
  const act = (
    <>
      {matrix.mayFile && matrix.checkedAt !== null ? (
        <Button className="cp-plain" href={`/api/compliance/classes/${classId}/evidence`} download>
          {t('evidence.get')}
        </Button>
      ) : null}
      <Button type="primary" loading={check.isPending} onClick={() => check.mutate({ classId })}>
        {t('matrix.check')}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader
        title={matrix.name}
        crumbs={[{ label: t('home.title'), to: '/compliance' }]}
        sides={{ school: matrix.school, enterprise: matrix.host }}
        state={<BlockingTag matrix={matrix} />}
        note={<AsOf matrix={matrix} />}
        actions={act}
      />
      <PageTabs
        tabs={[
          {
            key: 'matrix',
            label: t('matrix.title'),
            content: () => <WithSide matrix={matrix} tab="matrix" />,
          },
          { key: 'facts', label: t('class.facts'), content: () => <WithSide matrix={matrix} tab="facts" /> },
          { key: 'pay', label: t('pay.title'), content: () => <PaymentsTab matrix={matrix} /> },
          { key: 'filings', label: t('filing.title'), content: () => <FilingsTab matrix={matrix} /> },
          { key: 'runs', label: t('class.runs'), content: () => <RunsTab matrix={matrix} /> },
        ]}
      />
    </>
  );
}

function BlockingTag({ matrix }: { readonly matrix: Matrix }) {
  const t = usePhrases('compliance');
  if (matrix.tally === null) return <StateTag tone="soon">{t('classes.never')}</StateTag>;
  const { blocking } = matrix.tally;
  if (blocking === 0) return <StateTag tone="done">{t('matrix.noBlocks')}</StateTag>;
  return <StateTag tone="danger">{t('matrix.blocks', { count: blocking })}</StateTag>;
}

function AsOf({ matrix }: { readonly matrix: Matrix }) {
  const { locale } = useLanguage();
  const t = usePhrases('compliance');
  const { checkedAt, onDay, moment, startsOn, endsOn } = matrix;
  return (
    <>
      {startsOn === null || endsOn === null ? null : <DayRange from={startsOn} to={endsOn} />}
      {checkedAt === null || onDay === null ? null : (
        <span className="dt-quiet">
          {startsOn === null ? '' : ' · '}
          {t('matrix.asOf', { time: writeMoment(locale, checkedAt), day: writeDay(locale, onDay) })}
          {' · '}
          {t(`moment.${oneOf(moments, moment ?? '') ?? 'other'}`)}
        </span>
      )}
    </>
  );
}

/** The matrix or the facts, and beside it the verdict or the form that the address names. */
function WithSide(props: { readonly matrix: Matrix; readonly tab: 'matrix' | 'facts' }) {
  const t = usePhrases('compliance');
  const [query, change] = useAddressQuery();
  const { matrix, tab } = props;
  const student = matrix.rows.find((row) => row.placementId === query.student);
  const { fact, rule } = query;
  const main =
    tab === 'facts' ? (
      <FactsTab matrix={matrix} />
    ) : matrix.checkedAt === null ? (
      <EmptyState title={t('matrix.unchecked')}>{t('matrix.uncheckedNote')}</EmptyState>
    ) : (
      <ClassMatrix
        matrix={matrix}
        onOpen={(placementId, opened) => change({ student: placementId, rule: opened, fact: undefined })}
      />
    );
  const side =
    fact !== undefined ? (
      <FactPanel
        classId={matrix.id}
        student={student}
        name={fact === 'new' ? '' : fact}
        onChoose={(name) => change({ fact: name })}
        onClose={() => change({ fact: undefined })}
      />
    ) : rule !== undefined && student !== undefined && tab === 'matrix' ? (
      <VerdictPanel
        classId={matrix.id}
        placementId={student.placementId}
        rule={rule}
        onClose={() => change({ rule: undefined, student: undefined })}
        onEnter={(name) => change({ fact: name })}
      />
    ) : null;
  if (side === null) return main;
  return (
    <div className="cp-open">
      <div>{main}</div>
      <div className="cp-side">{side}</div>
    </div>
  );
}
