import { usePhrases } from '@dualtrack/ui';
import type { VerdictDetail } from '../../shapes.ts';
import { useWriteValue } from './fact-value.tsx';

/** What would have to change for a breached rule to be met. */
export function WaysOut(props: { readonly verdict: Pick<VerdictDetail, 'waysOut'> }) {
  const t = usePhrases('compliance');
  const write = useWriteValue();
  const { waysOut } = props.verdict;
  if (waysOut.length === 0) return null;
  return (
    <div>
      <h3>{t('verdict.waysOut')}</h3>
      <ul>
        {waysOut.flatMap(({ says, ways }) =>
          ways.map(({ name, label, unit, must, value }) => (
            <li key={`${says} ${name} ${must}`}>
              {t(`must.${must}`, { label, value: write({ value, unit }) })}
            </li>
          )),
        )}
      </ul>
    </div>
  );
}
