import { ErrorState, Loading, Money, useOperation, usePhrases } from '@dualtrack/ui';
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
  const all = items.flatMap((one) => one.payments);
  const papersOf = (month: string) =>
    new Set(all.filter((one) => one.month === month).map((one) => one.evidence)).size;
  return (
    <div className={mayRecord ? 'cp-open' : undefined}>
      <div>
        <p className="dt-quiet cp-text">{t('pay.note')}</p>
        {months.length === 0 ? <p>{t('pay.none')}</p> : null}
        {/* The frame scrolls by itself, so the keyboard must be able to reach it. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is to be reached by keyboard */}
        <section className="cp-frame" tabIndex={0} aria-label={t('pay.title')}>
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
                      <Paid
                        payment={payments.find((one) => one.month === month)}
                        agreed={agreedPay}
                        hasManyPapers={papersOf(month) > 1}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <PaymentPapers payments={all} mayRecord={mayRecord} />
      </div>
      {mayRecord ? (
        <div className="cp-side cp-later">
          <PaymentForm matrix={matrix} rows={items} />
        </div>
      ) : null}
    </div>
  );
}

function Paid(props: {
  readonly payment: RecordedPayment | undefined;
  readonly agreed: number | null;
  /** Where all of a month stand on one paper, the list of papers says it once. */
  readonly hasManyPapers: boolean;
}) {
  const t = usePhrases('compliance');
  const { payment, agreed } = props;
  if (payment === undefined) return <span className="dt-quiet">–</span>;
  const { amount, meals, lodging, isPart, evidence } = payment;
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
      {props.hasManyPapers ? <span className="cp-block dt-small dt-quiet">{evidence}</span> : null}
    </>
  );
}
