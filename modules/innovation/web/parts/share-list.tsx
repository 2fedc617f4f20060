import { usePhrases } from '@dualtrack/ui';

/** Holders with their parts. */
export function ShareList(props: { readonly shares: readonly { holder: string; share: number }[] }) {
  const t = usePhrases('innovation-projects');
  return (
    <ul className="dt-plain-list dt-small">
      {props.shares.map((one) => (
        <li key={one.holder}>{t('share.of', { holder: one.holder, percent: one.share / 100 })}</li>
      ))}
    </ul>
  );
}
