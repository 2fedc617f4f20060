import { usePhrases } from '@dualtrack/ui';
import '../compliance.css';
import { type LibraryRule, RuleEntry } from './rule-entry.tsx';

type Chapter = { number: number; rules: LibraryRule[] };

/** Rules by chapter, and within it by article; rules of which only the chapter is known come last. */
export function chaptersOf(rules: readonly LibraryRule[]): Chapter[] {
  const chapters = new Map<number, LibraryRule[]>();
  for (const rule of rules) chapters.set(rule.chapter, [...(chapters.get(rule.chapter) ?? []), rule]);
  const at = ({ article }: LibraryRule) => (article === null ? 1_000 : Number.parseInt(article, 10));
  return [...chapters]
    .sort(([one], [other]) => one - other)
    .map(([number, own]) => ({ number, rules: own.sort((one, other) => at(one) - at(other)) }));
}

/** A chapter of the law with how many rules it has and which articles; opened, its rules. */
export function RuleChapter(props: {
  readonly chapter: Chapter;
  readonly labels: ReadonlyMap<string, string>;
  readonly isOpen: boolean;
}) {
  const { number, rules } = props.chapter;
  const t = usePhrases('compliance');
  const articles = rules.flatMap((rule) =>
    rule.article === null ? [] : [Number.parseInt(rule.article, 10)],
  );
  const [first, last] = [Math.min(...articles), Math.max(...articles)];
  const blocking = rules.filter((rule) => rule.severity === 'block').length;
  return (
    <details className="cp-chapter" open={props.isOpen}>
      <summary>
        <h2>{t('verdict.chapter', { chapter: number })}</h2>
        <span className="dt-quiet">
          {t('library.count', { count: rules.length })}
          {articles.length === 0
            ? ''
            : ` · ${first === last ? t('library.article', { first }) : t('library.articles', { first, last })}`}
          {blocking === 0 ? '' : ` · ${t('library.blocking', { count: blocking })}`}
        </span>
      </summary>
      {rules.map((rule) => (
        <RuleEntry key={rule.rule} rule={rule} labels={props.labels} />
      ))}
    </details>
  );
}
