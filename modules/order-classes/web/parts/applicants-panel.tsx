import { EmptyState, ErrorState, StateTag, useNameOf, useOperation, usePhrases } from '@dualtrack/ui';
import type { ClassDetail } from '../../shapes.ts';
import { seatName } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import { PaperChoices } from './paper-choices.tsx';
import { ScoredBy } from './scored-by.tsx';
import { WideTable } from './wide-table.tsx';

/** Applicants with their choices in order, each with the enterprise's score. For the school. */
export function ApplicantsPanel(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('order-classes');
  const nameOfSeat = seatName(useNameOf());
  const list = useOperation('order-classes.applications', orderClasses.applications.list, {
    classId: orderClass.id,
  });
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const seatOf = (id: string) => orderClass.seats.find((seat) => seat.id === id);
  return (
    <div className="oc-stack">
      {orderClass.abilities.apply === null ? <PaperChoices orderClass={orderClass} /> : null}
      {list.data.length === 0 ? (
        <EmptyState title={t('applicants.none')}>{t('applicants.noneNote')}</EmptyState>
      ) : (
        <WideTable label={t('tab.applicants')}>
          <table className="oc-table oc-cards">
            <thead>
              <tr>
                <th>{t('applicants.student')}</th>
                <th>{t('applicants.choices')}</th>
                <th>{t('applicants.statement')}</th>
              </tr>
            </thead>
            <tbody>
              {list.data.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {one.studentName}
                    <div className="dt-quiet dt-small">
                      {one.cohortName === '' ? one.majorCode : one.cohortName}
                    </div>
                    {one.isWithdrawn ? <StateTag>{t('applicants.withdrawn')}</StateTag> : null}
                  </th>
                  <td>
                    {one.choices.map((choice, index) => {
                      const score = one.scores.find((each) => each.seatId === choice)?.score;
                      return (
                        <div key={choice}>
                          {index + 1}. {nameOfSeat(seatOf(choice))}{' '}
                          <span className="dt-quiet">{score ?? '–'}</span>
                        </div>
                      );
                    })}
                    <ScoredBy scores={one.scores} />
                  </td>
                  <td>{one.statement}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </div>
  );
}
