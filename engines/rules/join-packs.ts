import type { Articles } from './articles.ts';
import type { FactType } from './fact-type.ts';
import type { Pack } from './rule.ts';

/**
 * Several packs that hold side by side, such as a national one and its layers, as one: all facts, all rules in the
 * order of the packs, and the words of the pack that comes first where two say the same differently.
 * @throws RangeError where a rule's id stands in two of them
 */
export function joinPacks(packs: readonly [Pack, ...Pack[]]): Pack {
  const seen = new Set<string>();
  const facts: Record<string, FactType> = {};
  for (const pack of packs.toReversed()) Object.assign(facts, pack.facts);
  for (const { id } of packs.flatMap(({ rules }) => rules)) {
    if (seen.has(id)) throw new RangeError(`the rule ${id} stands in two packs`);
    seen.add(id);
  }
  const locales = new Set(packs.flatMap(({ articles }) => Object.keys(articles)));
  return {
    id: packs.map(({ id }) => id).join('+'),
    version: packs.map(({ version }) => version).join('+'),
    facts,
    spans: packs.flatMap(({ spans = [] }) => spans),
    rules: packs.flatMap(({ rules }) => rules),
    articles: Object.fromEntries(
      [...locales].map((locale) => [
        locale,
        joinArticles(packs.flatMap((pack) => pack.articles[locale] ?? [])),
      ]),
    ),
  };
}

function joinArticles(articles: readonly Articles[]): Articles {
  const [first, ...others] = articles;
  if (first === undefined) throw new RangeError('no articles to join');
  return others.reduce(
    (all, more) => ({
      title: all.title,
      caution: all.caution,
      rules: { ...more.rules, ...all.rules },
      facts: { ...more.facts, ...all.facts },
      reasons: { ...more.reasons, ...all.reasons },
      exceptions: { ...more.exceptions, ...all.exceptions },
      values: { ...more.values, ...all.values },
      waivableBy: { ...more.waivableBy, ...all.waivableBy },
      confidence: { ...more.confidence, ...all.confidence },
      laws: { ...more.laws, ...all.laws },
      evidence: { ...more.evidence, ...all.evidence },
    }),
    first,
  );
}
