import { usePhrases } from '@dualtrack/ui';
import type { RuleHead } from '../../shapes.ts';

type Head = Pick<RuleHead, 'rule' | 'article' | 'chapter' | 'confidenceSays'>;

/** Article or chapter of a rule, in words. */
export function useArticle(): (head: Pick<RuleHead, 'article' | 'chapter'>) => string {
  const t = usePhrases('compliance');
  return ({ article, chapter }) =>
    article === null ? t('verdict.chapter', { chapter }) : t('verdict.article', { article });
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
