import type { TransactionContext } from '@dualtrack/platform/operation';
import { blocking, conditionsOf, evaluate, type Pack, whatWouldMeet, withWaivers } from '@dualtrack/rules';
import { waives } from '../filing.ts';
import { lawOf } from '../laws.ts';
import { ownDb } from './own-db.ts';
import { placementFacts } from './placement-facts.ts';
import { schoolFacts } from './school-facts.ts';
import { filingsOfClass } from './standing-filings.ts';

/** The most that a fact may come to by the law of some placement, with the rule that says so. */
export type LegalLimit = { fact: string; atMost: number; rule: string; article: string | null };

/** A placement for which a supposed fact would breach a duty that must be kept. */
export type LegalBar = { placementId: string; rule: string; article: string | null };

/** No limit of any law is this high: what is asked about is sure to be over it. */
const beyondAnyLimit = 1_000_000_000;

/**
 * What the law in force sets for the running placements of a class before anything is planned: the lowest limit of
 * each counted fact in `limits`, and for each of `supposed` whom those facts would put in breach. Numbers and bans are
 * asked of the rules themselves, each placement by the law of its own country, with its own facts and waivers.
 */
export async function legalFrame<Tables>(
  context: TransactionContext<Tables>,
  question: {
    classId: string;
    on: string;
    limits: readonly string[];
    supposed: readonly Readonly<Record<string, unknown>>[];
  },
): Promise<{ limits: LegalLimit[]; bars: LegalBar[][] }> {
  const { classId, on } = question;
  const placements = await ownDb(context)
    .selectFrom('compliancePlacement')
    .select(['placementId', 'jurisdiction'])
    .where('classId', '=', classId)
    .where('isOver', '=', false)
    .execute();
  const recorded = await placementFacts(context, classId, placements);
  const ofSchool = await schoolFacts(context);
  const filings = await filingsOfClass(context, classId);
  const limits = new Map<string, LegalLimit>();
  const bars = question.supposed.map((): LegalBar[] => []);
  for (const [at, { read, placementId }] of recorded.entries()) {
    const pack = lawOf(placements[at]?.jurisdiction ?? '')?.joined;
    if (pack === undefined) continue;
    for (const fact of question.limits) {
      const facts = read(pack, ofSchool, { [fact]: beyondAnyLimit });
      for (const found of limitsIn(rulesOn(pack, [fact]), fact, facts, on)) {
        if (found.atMost < (limits.get(fact)?.atMost ?? Number.POSITIVE_INFINITY)) limits.set(fact, found);
      }
    }
    for (const [index, facts] of question.supposed.entries()) {
      const asked = rulesOn(pack, Object.keys(facts));
      const { verdicts } = evaluate(asked, read(pack, ofSchool, facts), { on, moment: 'on_roster_publish' });
      const judged = withWaivers([...verdicts], ({ rule }) =>
        filings.some((one) => waives(one, placementId, rule, on)),
      );
      bars[index]?.push(...blocking(judged).map(({ rule, article }) => ({ placementId, rule, article })));
    }
  }
  return { limits: [...limits.values()], bars };
}

const narrowed = new WeakMap<Pack, Map<string, Pack>>();

/** A pack with only those rules that look at one of the facts; worked out once. */
function rulesOn(pack: Pack, names: readonly string[]): Pack {
  const known = narrowed.get(pack) ?? new Map<string, Pack>();
  narrowed.set(pack, known);
  const key = names.join(' ');
  const found = known.get(key) ?? {
    ...pack,
    rules: pack.rules.filter((rule) =>
      conditionsOf(rule).some(({ reads }) => reads.some((name) => names.includes(name))),
    ),
  };
  known.set(key, found);
  return found;
}

type Facts = Parameters<typeof whatWouldMeet>[2];

/** What the rules that must be kept would have to see of a fact that is far too high. */
export function limitsIn(pack: Pack, fact: string, facts: Facts, on: string): LegalLimit[] {
  return pack.rules.flatMap(({ id, article, strength, severity }) => {
    if (strength !== 'must' || severity !== 'block') return [];
    const ways = whatWouldMeet(pack, id, facts, { on })?.mend.flatMap((one) => one.ways) ?? [];
    return ways.flatMap(({ fact: name, must, value }) =>
      name === fact && must === 'be-at-most' && typeof value === 'number'
        ? [{ fact, atMost: value, rule: id, article: article.number }]
        : [],
    );
  });
}
