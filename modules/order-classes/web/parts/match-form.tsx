import { ErrorState, useNameOf, useOperation, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ClassDetail } from '../../shapes.ts';
import { seatName } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import { FillRun } from './fill-run.tsx';
import { WideTable } from './wide-table.tsx';

/** Works out a draft: within the legal shares unless the school says otherwise, with how these come about. */
export function MatchForm(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('order-classes');
  const tw = usePhrases('class-work');
  const [withinLaw, setLaw] = useState(true);
  const [unscoredAsZero, setZero] = useState(false);
  const [showsLaw, setShowsLaw] = useState(false);
  const make = useWrite(orderClasses.matchings.make, {
    invalidates: ['order-classes'],
    done: (run) => t('done.matched', { matched: run.matched, applicants: run.applicants }),
  });
  const fill = useWrite(orderClasses.matchings.fill, { invalidates: ['order-classes'] });
  const isFill = orderClass.placing.rule === 'fill';
  const [main, other] = isFill ? [fill, make] : [make, fill];
  const isBusy = make.isPending || fill.isPending;
  const given = { classId: orderClass.id, unscoredAsZero, withinLaw };
  const look = orderClass.state === 'closed' ? 'primary' : 'default';
  return (
    <div className="oc-stack">
      <div className="oc-limits">
        <Checkbox checked={withinLaw} onChange={(event) => setLaw(event.target.checked)}>
          {t('limits.keep')}
        </Checkbox>
        {orderClass.scoresMissing > 0 ? (
          <Checkbox checked={unscoredAsZero} onChange={(event) => setZero(event.target.checked)}>
            {t('matching.zero')} ({orderClass.scoresMissing})
          </Checkbox>
        ) : null}
        <Button type={look} loading={main.isPending} disabled={isBusy} onClick={() => main.mutate(given)}>
          {t('action.match')}
        </Button>
        <Button type="text" loading={other.isPending} disabled={isBusy} onClick={() => other.mutate(given)}>
          {isFill ? tw('run.tryStable') : tw('run.try')}
        </Button>
      </div>
      {orderClass.fillRunId === null ? null : <FillRun runId={orderClass.fillRunId} />}
      <details open={showsLaw} onToggle={(event) => setShowsLaw(event.currentTarget.open)}>
        <summary>{t('limits.how')}</summary>
        {showsLaw ? <Limits orderClass={orderClass} /> : null}
      </details>
    </div>
  );
}

function Limits(props: { readonly orderClass: ClassDetail }) {
  const { orderClass } = props;
  const t = usePhrases('order-classes');
  const nameOfSeat = seatName(useNameOf());
  const law = useOperation('order-classes.limits', orderClasses.matchings.limits, { classId: orderClass.id });
  if (law.isError) return <ErrorState error={law.error} onRetry={() => void law.refetch()} />;
  if (law.data === undefined) return null;
  if (law.data.host === null) return <p className="dt-quiet">{t('limits.closed')}</p>;
  const rows = [
    { id: orderClass.enterpriseId, name: t('matching.host'), ...law.data.host },
    ...law.data.seats.map((one) => ({
      id: one.seatId,
      name: nameOfSeat(orderClass.seats.find((seat) => seat.id === one.seatId)),
      ...one,
    })),
  ];
  return (
    <div className="oc-stack">
      <p className="dt-quiet">{t('limits.note')}</p>
      <WideTable label={t('limits.how')}>
        <table className="oc-table">
          <thead>
            <tr>
              <th>{t('seats.post')}</th>
              <th className="oc-number">{t('limits.staff')}</th>
              <th className="oc-number">{t('limits.share')}</th>
              <th className="oc-number">{t('limits.taken')}</th>
              <th className="oc-number">{t('limits.limit')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                <td className="oc-number">{row.staff}</td>
                <td className="oc-number">{row.share} %</td>
                <td className="oc-number">{row.taken}</td>
                <td className="oc-number">{row.limit ?? t('limits.unknown')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </div>
  );
}
