import { type Articles, conditionsOf, type FactType, type Pack, type Rule } from '@dualtrack/rules';
import { lawNamed } from '../article.ts';
import { type Law, laws, packOfRule } from '../laws.ts';
import type { RuleHead } from '../shapes.ts';

const rules = new Map<string, Rule>(
  laws.flatMap(({ joined }) => joined.rules.map((rule): [string, Rule] => [rule.id, rule])),
);

const none: Articles = {
  ...{ title: '', caution: '', rules: {}, facts: {}, reasons: {}, exceptions: {}, waivableBy: {} },
  confidence: {
    ...{ seen: '', inferred: '', recalled: '', 'recalled-low': '', 'chapter-only': '' },
    ...{ 'other-law': '', press: '' },
  },
};

/** A pack's sentences in a language; English where there are none. */
export function textsOf(pack: Pack, locale: string): Articles {
  return pack.articles[locale] ?? pack.articles.en ?? none;
}

/** The sentences of the pack in which a rule stands. A rule that no pack has any more has none. */
export function textsOfRule(id: string, locale: string): Articles {
  const found = packOfRule(id);
  return found === undefined ? none : textsOf(found.pack, locale);
}

/** The rule of this id, if a pack still has it. */
export function ruleOf(id: string): Rule | undefined {
  return rules.get(id);
}

/** The facts that a rule looks at. */
export function ruleReads(id: string): readonly string[] {
  const rule = rules.get(id);
  return rule === undefined ? [] : conditionsOf(rule).flatMap(({ reads }) => reads);
}

function lawIn(article: string | null, texts: Articles): RuleHead['law'] {
  const named = lawNamed(article);
  if (named === null) return null;
  const name = texts.laws?.[named.law] ?? named.law;
  return { name, original: name === named.law ? null : named.law, place: named.place };
}

/** What a reader needs to recognise a rule. A rule that no pack has any more keeps its id as its name. */
export function ruleHead(id: string, locale: string): RuleHead {
  const texts = textsOfRule(id, locale);
  const rule = rules.get(id);
  const confidence = rule?.article.confidence ?? 'recalled-low';
  return {
    rule: id,
    title: texts.rules[id]?.title ?? id,
    article: rule?.article.number ?? null,
    chapter: rule?.article.chapter ?? 0,
    law: lawIn(rule?.article.number ?? null, texts),
    confidence,
    confidenceSays: texts.confidence[confidence],
    strength: rule?.strength ?? 'must',
    severity: rule?.severity ?? 'info',
  };
}

/** The laws that know a fact, those of the given countries first. */
export function lawsKnowing(name: string, jurisdictions: readonly string[] = []): Law[] {
  const knowing = laws.filter(({ joined }) => Object.hasOwn(joined.facts, name));
  const mine = knowing.filter((law) => jurisdictions.includes(law.jurisdiction));
  return mine.length > 0 ? mine : knowing;
}

/** The type of a fact, as the first law that knows it has it. */
export function factTypeOf(name: string): FactType | undefined {
  return lawsKnowing(name)[0]?.joined.facts[name];
}

/** A fact's label, unit, and whether its value is private. */
export function factHead(name: string, locale: string) {
  const [law] = lawsKnowing(name);
  return {
    name,
    label: (law && textsOf(law.joined, locale).facts[name]) ?? name,
    unit: law?.joined.facts[name]?.unit ?? null,
    isSensitive: law?.joined.facts[name]?.sensitive === true,
  };
}
