import { usePhrases } from '../language/use-phrases.ts';
import '../styles/table.css';

/** Grey bars in the place of words that are on their way; `lines` of them (3 when not said). */
export function Loading(props: { readonly lines?: number }) {
  const t = usePhrases('ui');
  const lines = Array.from({ length: props.lines ?? 3 }, (_, at) => `line-${at}`);
  return (
    <div className="dt-loading" role="status">
      <span className="dt-hidden">{t('loading')}</span>
      {lines.map((line, at) => (
        <span key={line} className="dt-bone" style={{ inlineSize: `${[72, 56, 64, 40][at % 4]}%` }} />
      ))}
    </div>
  );
}
