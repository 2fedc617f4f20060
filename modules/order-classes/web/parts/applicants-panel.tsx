import {
  EmptyState,
  ErrorState,
  StateTag,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { ApplicantView, ClassDetail } from '../../shapes.ts';
import { seatName } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import { PaperChoices } from './paper-choices.tsx';
import { ScoredBy } from './scored-by.tsx';
import { WideTable } from './wide-table.tsx';

/** Applicants with their choices in order, each with the enterprise's score. For the school. */
export function ApplicantsPanel(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('order-classes');
  const tw = usePhrases('class-work');
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
                    {one.enteredBy === 'office' ? (
                      <div className="dt-quiet dt-small">{tw('entry.byOffice')}</div>
                    ) : null}
                    {one.lateReason === '' ? null : (
                      <div className="dt-small">{tw('entry.late', { reason: one.lateReason })}</div>
                    )}
                    <GroupMark orderClass={orderClass} applicant={one} />
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

/** The group of an applicant by its label; the office notes a yes that was signed on paper. */
function GroupMark(props: { readonly orderClass: ClassDetail; readonly applicant: ApplicantView }) {
  const { orderClass, applicant } = props;
  const { group, studentId } = applicant;
  const t = usePhrases('class-work');
  const agree = useWrite(orderClasses.applications.agree, {
    invalidates: ['order-classes'],
    done: t('group.saved'),
  });
  if (group === null) return null;
  const words = group.isWhole ? t('group.whole') : group.hasAgreed ? t('group.agrees') : t('group.silent');
  return (
    <div className="oc-row dt-small">
      {group.label} <StateTag tone={group.isWhole ? 'done' : 'soon'}>{words}</StateTag>
      {group.hasAgreed || studentId === null || orderClass.abilities.apply !== null ? null : (
        <Button
          size="small"
          type="text"
          loading={agree.isPending}
          onClick={() =>
            agree.mutate({ classId: orderClass.id, studentId, agrees: true, digest: group.digest })
          }
        >
          {t('group.onPaper')}
        </Button>
      )}
    </div>
  );
}
