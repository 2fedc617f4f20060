import { notFound } from '@dualtrack/platform/errors';
import { operationsOn } from '@dualtrack/platform/operation';
import { blocking, type Verdict } from '@dualtrack/rules';
import { contract } from '../contract.ts';
import { momentOfClass } from '../moment-of-class.ts';
import type { KeptOutcome, TallyShape } from '../shapes.ts';
import { homeOfClass } from './class-home.ts';
import { judgeClass } from './judge-class.ts';
import type { PlacementVerdict } from './judge-placements.ts';
import { countByRule, sumByRule } from './read-classes.ts';
import type { ComplianceTables } from './tables.ts';

const operation = operationsOn<ComplianceTables>();

/** The verdicts on a class on a day of the past: the law of that day on what was known at its end. */
export const getPast = operation(contract.classes.past, async (ctx, input) => {
  if (input.on > ctx.today) throw ctx.refuse('past.not-yet');
  const home = await homeOfClass(ctx, input.classId);
  return ctx.inHome(home, async (inner) => {
    const row = await inner.db
      .selectFrom('complianceClass')
      .select(['enterpriseId', 'startsOn', 'endsOn'])
      .where('classId', '=', input.classId)
      .executeTakeFirst();
    if (row === undefined) throw notFound('compliance-class');
    const moment = momentOfClass({ ...row, isOver: false }, input.on);
    const { verdicts, packs } = await judgeClass(inner, {
      ...{ classId: input.classId, enterpriseId: row.enterpriseId, on: input.on, moment, withOver: true },
      asOf: endOfDay(input.on, ctx.now),
    });
    const placements = await inner.db
      .selectFrom('compliancePlacement')
      .select(['placementId', 'studentName', 'postTitle'])
      .where('classId', '=', input.classId)
      .orderBy('studentName')
      .orderBy('placementId')
      .execute();
    ctx.audit(input.classId, { on: input.on });
    const stopping = new Set<Verdict>(blocking(verdicts));
    const asked = verdicts.flatMap((one) =>
      one.outcome === 'not-applicable'
        ? []
        : [{ ...one, outcome: one.outcome, isBlocking: stopping.has(one) }],
    );
    return {
      ...{ onDay: input.on, pack: packs, moment, tally: tallyOf(asked) },
      rules: sumByRule(countByRule(asked), ctx.locale),
      rows: placements.map((one) => ({
        ...one,
        cells: asked
          .filter((verdict) => verdict.placementId === one.placementId)
          .map(({ rule, outcome, isBlocking }) => ({ rule, outcome, isBlocking })),
      })),
    };
  });
});

/** The last instant of a day as the school counts it; never later than now. */
function endOfDay(day: string, now: Date): Date {
  // China keeps one time, eight hours ahead of UTC.
  const end = new Date(`${day}T23:59:59.999+08:00`);
  return end < now ? end : now;
}

type Asked = Omit<PlacementVerdict, 'outcome'> & { outcome: KeptOutcome; isBlocking: boolean };

/** How many verdicts of each outcome there are. */
export function tallyOf(verdicts: readonly Pick<Asked, 'outcome' | 'isBlocking'>[]): TallyShape {
  const sum = { breached: 0, blocking: 0, unknown: 0, met: 0, excused: 0 };
  for (const { outcome, isBlocking } of verdicts) {
    sum[outcome] += 1;
    if (isBlocking) sum.blocking += 1;
  }
  return sum;
}
