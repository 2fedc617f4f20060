import { Icon, Money, Panel, useNameOf, usePhrases } from '@dualtrack/ui';
import type { ClassDetail } from '../../shapes.ts';
import { seatName } from '../class-words.ts';
import { LotteryCheck, type OwnNumber } from './lottery-check.tsx';
import { PlacingPanel } from './placing-panel.tsx';
import { WideTable } from './wide-table.tsx';

/** Seats against applicants: the bar is the demand, the amber mark the number of seats. */
export function SeatsPanel(props: { readonly orderClass: ClassDetail }) {
  const t = usePhrases('order-classes');
  const nameOfSeat = seatName(useNameOf());
  const { seats, capacity } = props.orderClass;
  const most = Math.max(1, ...seats.flatMap((seat) => [seat.wanted, seat.capacity]));
  return (
    <div className="oc-stack">
      <WideTable label={t('tab.seats')}>
        <table className="oc-table">
          <thead>
            <tr>
              <th>{t('seats.post')}</th>
              <th className="oc-number">{t('seats.capacity')}</th>
              <th>{t('seats.wanted')}</th>
              <th className="oc-number">{t('seats.first')}</th>
              <th className="oc-number">{t('seats.pay')}</th>
            </tr>
          </thead>
          <tbody>
            {seats.map((seat) => (
              <tr key={seat.id}>
                <th scope="row">
                  {nameOfSeat(seat)}
                  <div className="dt-quiet dt-small">
                    {seat.siteName}
                    {seat.nightShift ? ` · ${t('seats.night')}` : ''}
                  </div>
                </th>
                <td className="oc-number">{seat.capacity}</td>
                <td>
                  {t('seats.ratio', { wanted: seat.wanted, capacity: seat.capacity })}
                  <span className="oc-bar" aria-hidden="true">
                    <span style={{ inlineSize: `${(100 * seat.wanted) / most}%` }} />
                    <i style={{ insetInlineStart: `${(100 * seat.capacity) / most}%` }} />
                  </span>
                </td>
                <td className="oc-number">{seat.firstChoices}</td>
                <td className="oc-number">
                  <Money money={{ amount: seat.internPay, currency: 'CNY' }} perMonth />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      <p className="dt-quiet">{t('seats.total', { count: capacity })}</p>
      <PlacingPanel orderClass={props.orderClass} />
    </div>
  );
}

/** The lottery for equal scores: its digest before, its seed after the publication, and a way to check both oneself. */
export function LotteryPanel(props: {
  /** The reader's own application and the number the result names for it. */
  readonly own?: OwnNumber | undefined;
  readonly lottery: { readonly lotteryCommitment: string | null; readonly lotterySeed: string | null };
}) {
  const t = usePhrases('order-classes');
  const { lotteryCommitment, lotterySeed } = props.lottery;
  return (
    <Panel title={t('lottery.title')}>
      {lotteryCommitment === null ? (
        <p className="dt-quiet">{t('lottery.none')}</p>
      ) : (
        <div className="oc-stack">
          <p>
            {lotterySeed === null ? null : <Icon name="check" size={14} />}{' '}
            {lotterySeed === null ? t('lottery.sealed') : t('lottery.revealed')}
          </p>
          <div>
            <div className="dt-quiet dt-small">{t('lottery.digest')}</div>
            <div className="oc-digest">{lotteryCommitment}</div>
          </div>
          {lotterySeed === null ? null : (
            <div>
              <div className="dt-quiet dt-small">{t('lottery.seed')}</div>
              <div className="oc-digest">{lotterySeed}</div>
            </div>
          )}
          {lotterySeed === null ? null : (
            <LotteryCheck commitment={lotteryCommitment} seed={lotterySeed} own={props.own} />
          )}
        </div>
      )}
    </Panel>
  );
}
