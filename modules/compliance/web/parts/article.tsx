import { usePhrases } from '@dualtrack/ui';
import type { RuleHead } from '../../shapes.ts';

type Place = Pick<RuleHead, 'article' | 'chapter' | 'law'>;
type Head = Place & Pick<RuleHead, 'rule' | 'confidenceSays'>;

/** Article or chapter of a rule, in words; an article that names its law says so itself. */
export function useArticle(): (head: Place) => string {
  const t = usePhrases('compliance');
  return ({ article, chapter, law }) => {
    if (article === null) return t('verdict.chapter', { chapter });
    if (law === null) return t('verdict.article', { article });
    if (law.place === '附录') return t('verdict.annexOfLaw', { law: law.name });
    // Places that are not plain numbers say themselves what they are.
    return /^\d/.test(law.place)
      ? t('verdict.ofLaw', { law: law.name, article: law.place })
      : `${law.name} ${law.place}`;
  };
}

/** The official name of a law that is named in translation; nothing where the name is the official one. */
export function LawOriginal(props: { readonly law: RuleHead['law'] }) {
  const t = usePhrases('compliance');
  const original = props.law?.original ?? null;
  if (original === null) return null;
  return (
    <span className="dt-quiet dt-small cp-original" title={t('verdict.lawTranslated')}>
      {original}
    </span>
  );
}

/** Where a rule stands, and how sure its number is; beside a translated name of its law the official one. */
export function ArticleLine(props: { readonly head: Head }) {
  const article = useArticle();
  const { head } = props;
  return (
    <span className="dt-quiet dt-small">
      {article(head)}
      {head.law?.original ? (
        <>
          {' '}
          (<LawOriginal law={head.law} />)
        </>
      ) : null}{' '}
      · {head.confidenceSays} · {head.rule}
    </span>
  );
}
