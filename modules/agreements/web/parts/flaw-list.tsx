import { useLanguage, usePhrases } from '@dualtrack/ui';
import type { Flaw } from '../../template-language.ts';
import { findErrorPhraseOf } from './error-phrase.ts';

/** Every flaw with its place; choosing one goes there. */
export function FlawList(props: { readonly flaws: readonly Flaw[]; readonly onGo: (flaw: Flaw) => void }) {
  const t = usePhrases('agreement-templates');
  const { catalogue } = useLanguage();
  const { flaws } = props;
  if (flaws.length === 0) return <p className="at-well">{t('flaws.none')}</p>;
  return (
    <div role="status">
      <p className="at-flawed">{t('flaws.count', { count: flaws.length })}</p>
      <ol className="at-flaws">
        {flaws.map((flaw) => (
          <li key={`${flaw.language} ${flaw.line} ${flaw.column} ${flaw.code} ${flaw.name}`}>
            <button type="button" onClick={() => props.onGo(flaw)}>
              <span className="dt-small dt-quiet">
                {t(`flaws.${flaw.language}`)} · {t('flaws.place', { line: flaw.line, column: flaw.column })}
              </span>
              <span>{findErrorPhraseOf(catalogue, flaw.code, { name: flaw.name })}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
