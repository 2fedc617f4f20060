import { Icon, Moment, StateTag, useList, useNameOf, usePhrases } from '@dualtrack/ui';
import type { ClassDetail, MatchingView, RefillView } from '../../shapes.ts';
import { seatName } from '../class-words.ts';
import { WideTable } from './wide-table.tsx';

type RunProps = { readonly orderClass: ClassDetail; readonly run: MatchingView };

/** The name of a seat, or of the class as a whole. */
function usePlaceName(orderClass: ClassDetail): (id: string) => string {
  const t = usePhrases('order-classes');
  const nameOfSeat = seatName(useNameOf());
  return (id) =>
    id === orderClass.id ? t('matching.class') : nameOfSeat(orderClass.seats.find((seat) => seat.id === id));
}

/** What a run gained and cost beside being stable: seats filled, posts not run, groups; and that it is a heuristic. */
export function RunFacts({ orderClass, run }: RunProps) {
  const t = usePhrases('class-work');
  const { filled, closed, groups, setAside } = run;
  if (filled === null && closed.length === 0 && groups.length === 0) return null;
  return (
    <div className="oc-stack">
      {filled === null ? null : (
        <div className="oc-price">
          <strong>
            {t('placing.fill')} · {t('run.filled', { added: filled.added, worse: filled.worse })}
          </strong>
          <p>{t('run.price', { count: run.blockingPairs })}</p>
          {filled.isProven ? null : <StateTag tone="soon">{t('run.unproven')}</StateTag>}
          {orderClass.placing.rule === 'stable' ? <p className="dt-quiet">{t('run.tryNote')}</p> : null}
        </div>
      )}
      <ConditionsKept orderClass={orderClass} kept={{ closed, groups, setAside: filled ? 0 : setAside }} />
    </div>
  );
}

/** Posts not run and groups, and that both come from a heuristic; nothing where there are none. */
export function ConditionsKept(props: {
  readonly orderClass: ClassDetail;
  readonly kept: Pick<RefillView, 'closed' | 'groups' | 'setAside'>;
}) {
  const t = usePhrases('class-work');
  const list = useList();
  const nameOf = usePlaceName(props.orderClass);
  const { closed, groups, setAside } = props.kept;
  if (closed.length === 0 && groups.length === 0) return null;
  return (
    <ul className="oc-rules">
      {closed.map(({ place, minimum, heads }) => (
        <li key={place}>{t('run.closed', { place: nameOf(place), minimum, heads })}</li>
      ))}
      {groups.map(({ names, seatId }) => (
        <li key={names.join()}>
          {seatId === null
            ? t('run.apart', { names: list(names) })
            : t('run.together', { seat: nameOf(seatId), names: list(names) })}
        </li>
      ))}
      <li className="dt-quiet">
        {setAside > 0 ? `${t('run.setAside', { count: setAside })} · ` : ''}
        {t('run.heuristic')}
      </li>
    </ul>
  );
}

/** Trials side by side, the newest first: what each places and what it costs. */
export function RunCompare(props: { readonly runs: readonly MatchingView[] }) {
  const t = usePhrases('class-work');
  if (props.runs.length < 2) return null;
  return (
    <details>
      <summary>
        {t('run.compare')} ({props.runs.length})
      </summary>
      <WideTable label={t('run.compare')}>
        <table className="oc-table">
          <thead>
            <tr>
              <th>{t('run.when')}</th>
              <th>{t('placing.rule')}</th>
              <th className="oc-number">{t('run.placed')}</th>
              <th className="oc-number">{t('run.firstChoice')}</th>
              <th className="oc-number">{t('run.envy')}</th>
              <th className="oc-number">{t('run.notRun')}</th>
              <th className="oc-number">{t('run.kept')}</th>
            </tr>
          </thead>
          <tbody>
            {props.runs.map((run) => (
              <tr key={run.id}>
                <th scope="row">
                  {run.isPublished ? <Icon name="check" size={14} /> : null} <Moment instant={run.madeAt} />
                </th>
                <td>{run.rule === 'fill' ? t('placing.fill') : t('placing.stable')}</td>
                <td className="oc-number">
                  {run.matched} / {run.applicants}
                </td>
                <td className="oc-number">{run.assignments.filter(({ choice }) => choice === 1).length}</td>
                <td className="oc-number">{run.blockingPairs}</td>
                <td className="oc-number">{run.closed.length}</td>
                <td className="oc-number">
                  {run.groups.filter(({ seatId }) => seatId !== null).length} / {run.groups.length}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </details>
  );
}
