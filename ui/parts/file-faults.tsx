import { findErrorPhrase } from '@dualtrack/locales/browser';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';

/** One thing that is wrong with a file, and where. */
export type FileFault = {
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Everything that is wrong with a file, each with its row, its column and what to do. */
export function FileFaults(props: { readonly faults: readonly FileFault[] }) {
  const t = usePhrases('ui');
  const { catalogue } = useLanguage();
  if (props.faults.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (WCAG 2.1.1)
    <section className="dt-faults" aria-label={t('fault.what')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>{t('fault.row')}</th>
            <th>{t('fault.column')}</th>
            <th>{t('fault.what')}</th>
          </tr>
        </thead>
        <tbody>
          {props.faults.map((one) => (
            <tr key={`${one.row} ${one.column} ${one.code} ${one.params['value'] ?? ''}`}>
              <td>{one.row ?? '–'}</td>
              <td>{one.column ?? '–'}</td>
              <td>{findErrorPhrase(catalogue, one.code, one.params) ?? one.code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
