import { ErrorState, Loading, Money, SideTag, useOperation, usePhrases } from '@dualtrack/ui';
import type { RecordedPayment } from '../../contract/payments.ts';
import type { ClassMatrix } from '../../shapes.ts';
import { compliance } from '../client.ts';
import '../compliance.css';
import { PaymentForm } from './payment-form.tsx';
import { PaymentPapers } from './payment-papers.tsx';

/** What was paid to the students of a class, month by month, and a form for those who may say so. */
export function PaymentsTab(props: { readonly matrix: ClassMatrix }) {
  const t = usePhrases('compliance');
  const { matrix } = props;
  const found = useOperation('compliance.payments', compliance.payments.list, { classId: matrix.id });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items, mayRecord } = found.data;
  const months = [...new Set(items.flatMap((one) => one.payments.map(({ month }) => month)))]
    .sort()
    .reverse();
  return (
    <div className={mayRecord ? 'cp-open' : undefined}>
      <div>
        <p className="dt-quiet cp-text">{t('pay.note')}</p>
        {months.length === 0 ? <p>{t('pay.none')}</p> : null}
        <div className="cp-frame">
          <table className="cp-table cp-pay">
            <thead>
              <tr>
                <th scope="col">{t('matrix.student')}</th>
                <th scope="col" className="cp-number">
                  {t('pay.agreed')}
                </th>
                {months.map((month) => (
                  <th key={month} scope="col" className="cp-number">
                    {month}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map(({ placementId, studentName, agreedPay, payments }) => (
                <tr key={placementId}>
                  <th scope="row">{studentName}</th>
                  <td className="cp-number">
                    {agreedPay === null ? '–' : <Money money={{ amount: agreedPay, currency: 'CNY' }} />}
                  </td>
                  {months.map((month) => (
                    <td key={month} className="cp-number">
                      <Paid payment={payments.find((one) => one.month === month)} agreed={agreedPay} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <PaymentPapers payments={items.flatMap((one) => one.payments)} mayRecord={mayRecord} />
      </div>
      {mayRecord ? (
        <div className="cp-side cp-later">
          <PaymentForm matrix={matrix} rows={items} />
        </div>
      ) : null}
    </div>
  );
}

function Paid(props: { readonly payment: RecordedPayment | undefined; readonly agreed: number | null }) {
  const t = usePhrases('compliance');
  const { payment, agreed } = props;
  if (payment === undefined) return <span className="dt-quiet">–</span>;
  const { amount, meals, lodging, isPart, evidence, recordedByName, recordedSide } = payment;
  const isShort = !isPart && agreed !== null && amount + meals + lodging < agreed;
  const board = meals + lodging;
  return (
    <>
      <span className={isShort ? 'cp-warn' : undefined}>
        <Money money={{ amount, currency: 'CNY' }} />
      </span>
      {isShort ? <span className="cp-block dt-small cp-warn">{t('pay.short')}</span> : null}
      {isPart ? <span className="cp-block dt-small dt-quiet">{t('pay.part')}</span> : null}
      {board > 0 ? (
        <span className="cp-block dt-small dt-quiet">
          {t('pay.board')} <Money money={{ amount: board, currency: 'CNY' }} />
        </span>
      ) : null}
      <span className="cp-block dt-small dt-quiet">
        {evidence} · {recordedByName} <SideTag side={recordedSide} />
      </span>
    </>
  );
}
