import { Panel, useNameOf, usePhrases } from '@dualtrack/ui';
import type { ReactNode } from 'react';
import type { OrderDetail } from '../../contract.ts';
import '../workforce.css';

/** Seats of an order by post, with what the school should know of each post. */
export function OrderLines(props: {
  readonly lines: OrderDetail['lines'];
  readonly money: (amount: number) => ReactNode;
}) {
  const t = usePhrases('workforce');
  const nameOf = useNameOf();
  return (
    <Panel title={t('order.lines')} count={props.lines.length}>
      <div className="wf-matrix-frame">
        <table className="wf-matrix" aria-label={t('order.lines')}>
          <thead>
            <tr>
              <th scope="col">{t('order.post')}</th>
              <th scope="col">{t('order.site')}</th>
              <th scope="col" className="dt-number">
                {t('order.seats')}
              </th>
              <th scope="col" className="dt-number">
                {t('order.pay')}
              </th>
              <th scope="col" className="dt-number">
                {t('order.internPay')}
              </th>
              <th scope="col">{t('order.hazards')}</th>
            </tr>
          </thead>
          <tbody>
            {props.lines.map(({ postId, seats, post }) => (
              <tr key={postId}>
                <th scope="row">{nameOf({ name: post.title, nameEn: post.titleEn })}</th>
                <td>{post.siteName}</td>
                <td className="dt-number">{seats}</td>
                <td className="dt-number">{props.money(post.monthlyPay)}</td>
                <td className="dt-number">{props.money(post.internPay)}</td>
                <td>
                  {[...post.hazards, ...(post.nightShift ? [t('order.nights')] : [])].join(' · ') ||
                    t('order.none')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
