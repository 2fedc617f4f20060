import type { Problem } from '@dualtrack/ui';
import { problemSentence, useLanguage, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import type { SignedOne } from '../../sign-all.ts';

/** One paper of those that were to be signed together, and what became of it. */
export type SignedRow = {
  readonly id: string;
  readonly number: string;
  readonly studentName: string;
  readonly result: SignedOne<Problem>;
};

/** What came of signing all: how many, then each paper by itself, those that are not signed first. */
export function SignedRows(props: { readonly rows: readonly SignedRow[]; readonly onOver: () => void }) {
  const t = usePhrases('internships');
  const { catalogue } = useLanguage();
  const { rows } = props;
  const count = (outcome: SignedRow['result']['outcome']) =>
    rows.filter((row) => row.result.outcome === outcome).length;
  const failed = count('failed');
  const left = count('left');
  const words = ({ result }: SignedRow) => {
    if (result.outcome !== 'failed') return t(`signed.${result.outcome}`);
    const { problem } = result;
    return problem.code === 'agreement.not-in-state'
      ? t('signed.moved')
      : problemSentence(catalogue, problem);
  };
  const order = ['failed', 'left', 'already', 'signed'];
  const sorted = [...rows].sort(
    (one, other) => order.indexOf(one.result.outcome) - order.indexOf(other.result.outcome),
  );
  return (
    <section className="ag-stack" aria-label={t('signed.title')}>
      <p className={failed > 0 ? 'ag-verdict ag-verdict-failed' : 'ag-verdict'} role="status">
        {t('signed.sum', { signed: count('signed') })}
        {count('already') > 0 ? ` ${t('signed.sumAlready', { count: count('already') })}` : ''}
        {failed > 0 ? ` ${t('signed.sumFailed', { count: failed })}` : ''}
        {left > 0 ? ` ${t('signed.sumLeft', { count: left })}` : ''}
      </p>
      <ul className="in-signed">
        {sorted.map((row) => (
          <li key={row.id} className={`in-signed-${row.result.outcome}`}>
            <strong>{row.studentName}</strong> <span className="dt-quiet">{row.number}</span>
            <span>{words(row)}</span>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={props.onOver}>{t('signed.close')}</Button>
      </div>
    </section>
  );
}
