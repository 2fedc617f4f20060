import { usePhrases } from '@dualtrack/ui';
import type { RuleHead } from '../../shapes.ts';
import '../compliance.css';
import { LawOriginal } from './article.tsx';
import { type LibraryRule, RuleEntry } from './rule-entry.tsx';

type Chapter = { key: string; law: RuleHead['law']; number: number; rules: LibraryRule[] };

/** Rules by chapter or law, and within it by article; rules of which only the chapter is known come last. */
export function chaptersOf(rules: readonly LibraryRule[]): Chapter[] {
  const chapters = new Map<string, Chapter>();
  for (const rule of rules) {
    const { law } = rule;
    const key = `${rule.pack} ${law?.name ?? rule.chapter}`;
    const chapter = chapters.get(key) ?? { key, law, number: rule.chapter, rules: [] };
    chapter.rules.push(rule);
    chapters.set(key, chapter);
  }
  for (const { rules: own } of chapters.values()) own.sort((one, other) => placeOf(one) - placeOf(other));
  return [...chapters.values()].sort((one, other) => one.number - other.number);
}

function placeOf({ article }: LibraryRule): number {
  const number = Number.parseInt(article ?? '', 10);
  return Number.isNaN(number) ? 1_000 : number;
}

/** A chapter of the law with how many rules it has and which articles; opened, its rules. */
export function RuleChapter(props: {
  readonly chapter: Chapter;
  readonly labels: ReadonlyMap<string, string>;
  readonly isOpen: boolean;
}) {
  const { number, law, rules } = props.chapter;
  const t = usePhrases('compliance');
  const articles = rules.map(placeOf).filter((place) => place < 1_000);
  const [first, last] = [Math.min(...articles), Math.max(...articles)];
  const blocking = rules.filter((rule) => rule.severity === 'block').length;
  return (
    <details className="cp-chapter" open={props.isOpen}>
      <summary>
        <h2>{law?.name ?? t('verdict.chapter', { chapter: number })}</h2>
        <LawOriginal law={law} />
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
