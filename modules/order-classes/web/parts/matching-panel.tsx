import {
  ConfirmButton,
  EmptyState,
  ErrorState,
  Icon,
  Moment,
  Panel,
  StateTag,
  useList,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import type { ClassDetail, MatchingView } from '../../shapes.ts';
import { seatName } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import { MatchForm } from './match-form.tsx';
import { RunCompare, RunFacts } from './run-facts.tsx';
import { SilentGroups } from './silent-groups.tsx';
import { WideTable } from './wide-table.tsx';

/** Matching: limits and the button for the school, then the latest draft or the published result. */
export function MatchingPanel(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('order-classes');
  const runs = useOperation('order-classes.matchings', orderClasses.matchings.list, {
    classId: orderClass.id,
  });
  if (runs.isError) return <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />;
  if (runs.data === undefined) return null;
  const published = runs.data.filter((run) => run.isPublished);
  // Later rounds first; of drafts only the newest says anything.
  const shown = published.length > 0 ? published : runs.data.slice(0, 1);
  const isSchool = orderClass.abilities.match !== 'class.not-your-role';
  return (
    <div className="oc-stack">
      {orderClass.abilities.match === null ? <MatchForm orderClass={orderClass} /> : null}
      {shown.length === 0 ? (
        <EmptyState title={t('matching.none')}>
          {isSchool ? t('matching.noneNote') : t('matching.noneEnterprise')}
        </EmptyState>
      ) : (
        shown.map((run) => <Run key={run.id} orderClass={orderClass} run={run} />)
      )}
      {isSchool && orderClass.placing.hasGroups ? <SilentGroups classId={orderClass.id} /> : null}
      {isSchool ? <RunCompare runs={runs.data} /> : null}
    </div>
  );
}

function Run(props: { readonly orderClass: ClassDetail; readonly run: MatchingView }) {
  const { orderClass, run } = props;
  const list = useList();
  const t = usePhrases('order-classes');
  const publish = useWrite(orderClasses.matchings.publish, {
    invalidates: ['order-classes', 'compliance'],
    done: t('done.published'),
  });
  const isAnnounced = run.rule === 'stable' || orderClass.placing.rule === 'fill';
  const mayPublish =
    orderClass.abilities.publish === null && !run.isPublished && !run.isOutdated && isAnnounced;
  return (
    <Panel
      title={
        run.round > 1 ? (
          t('refill.titleRound', { round: run.round })
        ) : run.isPublished ? (
          t('matching.publishedAt')
        ) : (
          <DraftTitle at={run.madeAt} />
        )
      }
      actions={
        mayPublish ? (
          <ConfirmButton
            type="primary"
            title={t('ask.publish')}
            consequence={t('ask.publishNote', { matched: run.matched, applicants: run.applicants })}
            onConfirm={() => publish.mutateAsync({ classId: orderClass.id, matchingId: run.id })}
          >
            {t('action.publish')}
          </ConfirmButton>
        ) : null
      }
    >
      <div className="oc-stack">
        {run.isOutdated ? <StateTag tone="soon">{t('matching.outdated')}</StateTag> : null}
        <p className="oc-stable">
          <Icon name={run.blockingPairs === 0 ? 'check' : 'warning'} />
          <span>
            {t('matching.placedOf', { matched: run.matched, applicants: run.applicants })}
            {run.filled === null ? ` · ${t('matching.stable', { count: run.blockingPairs })}` : ''}
          </span>
        </p>
        <RunFacts orderClass={orderClass} run={run} />
        <Cutoffs orderClass={orderClass} run={run} />
        <Assignments orderClass={orderClass} run={run} />
        {run.unmatched.length === 0 ? null : (
          <p className="dt-quiet">{t('matching.unmatched', { names: list(run.unmatched) })}</p>
        )}
      </div>
    </Panel>
  );
}

function DraftTitle(props: { readonly at: string }) {
  const t = usePhrases('order-classes');
  // The time is written in the reader's own zone by its part; the phrase holds its place.
  const [before = '', after = ''] = t('matching.at', { time: '\u0000' }).split('\u0000');
  return (
    <>
      {before}
      <Moment instant={props.at} />
      {after}
    </>
  );
}

function Cutoffs(props: { readonly orderClass: ClassDetail; readonly run: MatchingView }) {
  const { orderClass, run } = props;
  const t = usePhrases('order-classes');
  const nameOfSeat = seatName(useNameOf());
  const placeName = (id: string) => {
    if (id === orderClass.id) return t('matching.class');
    if (id === orderClass.enterpriseId) return t('matching.host');
    return nameOfSeat(orderClass.seats.find((seat) => seat.id === id));
  };
  const taken = (id: string) => {
    const isSeat = orderClass.seats.some((seat) => seat.id === id);
    return isSeat ? run.assignments.filter((one) => one.seatId === id).length : run.matched;
  };
  return (
    <WideTable label={t('matching.cutoff')}>
      <table className="oc-table">
        <thead>
          <tr>
            <th>{t('seats.post')}</th>
            <th className="oc-number">{t('seats.capacity')}</th>
            <th className="oc-number">{t('matching.taken')}</th>
            <th className="oc-number">{t('matching.cutoff')}</th>
          </tr>
        </thead>
        <tbody>
          {run.cutoffs.map((cutoff) => (
            <tr key={cutoff.id}>
              <th scope="row">{placeName(cutoff.id)}</th>
              <td className="oc-number">{run.limits.find((one) => one.id === cutoff.id)?.capacity}</td>
              <td className="oc-number">{taken(cutoff.id)}</td>
              <td className="oc-number">
                {cutoff.closed ? t('matching.closed') : (cutoff.score ?? t('matching.notFull'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function Assignments(props: { readonly orderClass: ClassDetail; readonly run: MatchingView }) {
  const { orderClass, run } = props;
  const t = usePhrases('order-classes');
  const nameOfSeat = seatName(useNameOf());
  const order = orderClass.seats.map((seat) => seat.id);
  const rows = [...run.assignments].sort(
    (a, b) => order.indexOf(a.seatId) - order.indexOf(b.seatId) || b.score - a.score,
  );
  return (
    <WideTable label={t('matching.whoGot')}>
      <table className="oc-table" aria-label={t('matching.whoGot')}>
        <thead>
          <tr>
            <th>{t('seats.post')}</th>
            <th>{t('applicants.student')}</th>
            <th className="oc-number">{t('matching.choice')}</th>
            <th className="oc-number">{t('matching.score')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.seatId} ${row.studentName} ${row.score}`}>
              <td>{nameOfSeat(orderClass.seats.find((seat) => seat.id === row.seatId))}</td>
              <th scope="row">{row.studentName}</th>
              <td className="oc-number">{row.choice}</td>
              <td className="oc-number">{row.score}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
