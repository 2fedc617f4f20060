import { usePhrases } from '@dualtrack/ui';
import { lawNamed } from '../../article.ts';
import type { RuleHead } from '../../shapes.ts';

type Head = Pick<RuleHead, 'rule' | 'article' | 'chapter' | 'confidenceSays'>;

/** Article or chapter of a rule, in words; an article that names its law says so itself. */
export function useArticle(): (head: Pick<RuleHead, 'article' | 'chapter'>) => string {
  const t = usePhrases('compliance');
  return ({ article, chapter }) => {
    if (article === null) return t('verdict.chapter', { chapter });
    const named = lawNamed(article);
    if (named === null) return t('verdict.article', { article });
    // Places that are not plain numbers say themselves what they are.
    return /^\d/.test(named.place) ? t('verdict.ofLaw', { law: named.law, article: named.place }) : article;
  };
}

/** Where a rule stands, and how sure its number is. */
export function ArticleLine(props: { readonly head: Head }) {
  const article = useArticle();
  return (
    <span className="dt-quiet dt-small">
      {article(props.head)} · {props.head.confidenceSays} · {props.head.rule}
    </span>
  );
}
