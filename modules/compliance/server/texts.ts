import { pack } from '@dualtrack/cn-2021-internship';
import type { Articles, Rule } from '@dualtrack/rules';
import type { RuleHead } from '../shapes.ts';

const articles: Readonly<Record<string, Articles>> = pack.articles;
const rules = new Map<string, Rule>(pack.rules.map((rule) => [rule.id, rule]));

/** The pack's sentences in a language; English where there are none. */
export function textsIn(locale: string): Articles {
  return articles[locale] ?? pack.articles.en;
}

/** The rule of this id, if the pack still has it. */
export function ruleOf(id: string): Rule | undefined {
  return rules.get(id);
}

/** What a reader needs to recognise a rule. A rule that the pack no longer has keeps its id as its name. */
export function ruleHead(id: string, locale: string): RuleHead {
  const texts = textsIn(locale);
  const rule = rules.get(id);
  const confidence = rule?.article.confidence ?? 'recalled-low';
  return {
    rule: id,
    title: texts.rules[id]?.title ?? id,
    article: rule?.article.number ?? null,
    chapter: rule?.article.chapter ?? 0,
    confidence,
    confidenceSays: texts.confidence[confidence],
    strength: rule?.strength ?? 'must',
    severity: rule?.severity ?? 'info',
  };
}

/** A fact's label, unit, and whether its value is private. */
export function factHead(name: string, locale: string) {
  const types: Readonly<Record<string, { unit?: string; sensitive?: true }>> = pack.facts;
  return {
    name,
    label: textsIn(locale).facts[name] ?? name,
    unit: types[name]?.unit ?? null,
    isSensitive: types[name]?.sensitive === true,
  };
}
