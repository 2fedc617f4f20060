import { usePhrases } from '@dualtrack/ui';
import type { Share } from '../../shares.ts';
import { type Sides, useWords } from '../words.ts';

/** Holders with their parts; `of`: whose names the two organisations bear. */
export function ShareList(props: { readonly of: Sides; readonly shares: readonly Share[] }) {
  const t = usePhrases('innovation-projects');
  const words = useWords();
  return (
    <ul className="dt-plain-list dt-small">
      {props.shares.map((one) => (
        <li key={one.holder}>
          {t('share.of', { holder: words.holder(props.of, one), percent: one.share / 100 })}
        </li>
      ))}
    </ul>
  );
}
