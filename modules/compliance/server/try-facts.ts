import { notFound } from '@dualtrack/platform/errors';
import { operationsOn } from '@dualtrack/platform/operation';
import { blocking, type Verdict } from '@dualtrack/rules';
import { contract } from '../contract.ts';
import { momentAgain } from '../moment-of-class.ts';
import type { KeptOutcome, TriedVerdict } from '../shapes.ts';
import { homeOfClass } from './class-home.ts';
import { lastRun } from './evaluate-class.ts';
import { judgeClass } from './judge-class.ts';
import type { PlacementVerdict } from './judge-placements.ts';
import { proveValues } from './prove-values.ts';
import type { ComplianceTables } from './tables.ts';
import { factHead, ruleHead, ruleReads, textsOfRule } from './texts.ts';

const operation = operationsOn<ComplianceTables>();
const worst = { breached: 0, unknown: 1, excused: 2, met: 3 } as const;

/**
 * What verdicts would become if facts were recorded, for the form in which they are being typed: those that move, and
 * those of rules that look at one of the facts and stay as they are. Nothing is kept.
 */
export const tryFacts = operation(contract.classes.tryFacts, async (ctx, input) => {
  const home = await homeOfClass(ctx, input.classId);
  return ctx.inHome(home, async (inner) => {
    await proveValues(inner, input.classId, input.placementIds, input.facts);
    const row = await inner.db
      .selectFrom('complianceClass')
      .selectAll()
      .where('classId', '=', input.classId)
      .executeTakeFirst();
    if (row === undefined) throw notFound('compliance-class');
    const moment = momentAgain(row, await lastRun(inner, input.classId), ctx.today);
    const question = {
      ...{ classId: input.classId, enterpriseId: row.enterpriseId, on: ctx.today, moment },
    };
    const facts = Object.fromEntries(input.facts.map(({ name, value }) => [name, value]));
    const before = await judgeClass(inner, question);
    const changed = { facts, placementIds: input.placementIds };
    const after = await judgeClass(inner, { ...question, changed });
    const names = new Set(input.facts.map(({ name }) => name));
    const moved = movesOf(before.verdicts, after.verdicts, input.placementIds, ctx.locale);
    return {
      changes: moved.filter((one) => one.from !== one.to),
      stays: moved.filter(
        (one) => one.from === one.to && ruleReads(one.rule).some((name) => names.has(name)),
      ),
    };
  });
});

/** One entry for each rule and way its verdicts go, the worst first; rules that apply neither way are left out. */
function movesOf(
  before: readonly PlacementVerdict[],
  after: readonly PlacementVerdict[],
  placementIds: readonly string[],
  locale: string,
): TriedVerdict[] {
  const stopping = new Set<Verdict>(blocking(after));
  const known = new Map(before.map((one) => [`${one.placementId} ${one.rule}`, keptOf(one)]));
  const moves = new Map<string, TriedVerdict>();
  for (const one of after) {
    if (placementIds.length > 0 && !placementIds.includes(one.placementId)) continue;
    const from = known.get(`${one.placementId} ${one.rule}`) ?? null;
    const to = keptOf(one);
    if (from === null && to === null) continue;
    const key = `${one.rule} ${from} ${to}`;
    const move = moves.get(key) ?? {
      ...{ ...ruleHead(one.rule, locale), from, to, placements: 0, isBlocking: stopping.has(one) },
      because:
        to === 'breached'
          ? one.because.map((code) => textsOfRule(one.rule, locale).reasons[code] ?? code)
          : [],
      missing: [...new Set(one.missing.map((name) => factHead(name.split('/')[0] ?? name, locale).label))],
    };
    move.placements += 1;
    moves.set(key, move);
  }
  const rank = ({ to }: TriedVerdict) => (to === null ? 4 : worst[to]);
  return [...moves.values()].sort((one, other) => rank(one) - rank(other));
}

function keptOf({ outcome }: PlacementVerdict): KeptOutcome | null {
  return outcome === 'not-applicable' ? null : outcome;
}
