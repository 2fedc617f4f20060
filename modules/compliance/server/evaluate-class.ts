import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { blocking, type Moment, type Verdict } from '@dualtrack/rules';
import { momentAgain, momentOfClass } from '../moment-of-class.ts';
import { internsAtHost } from './count-interns.ts';
import { judgePlacements, type PlacementVerdict } from './judge-placements.ts';
import { type KeptRun, keepRun } from './keep-run.ts';
import { ownDb } from './own-db.ts';
import { placementFacts } from './placement-facts.ts';
import { schoolFacts } from './school-facts.ts';
import { filingsOfClass } from './standing-filings.ts';

/** What a check of a class came to. */
export type ClassCheck = { runId: string; verdicts: PlacementVerdict[]; blocking: PlacementVerdict[] };

/**
 * Judges every running placement of a class by the law of its country on the facts recorded so far, and keeps what came out.
 * A fact that nobody recorded makes its rules unknown. Duties due up to `moment` are asked; without one, those that
 * are due at the stage in which the class is; `as-before` asks again what the last check asked. Checks of
 * one class wait for each other. Runs in the school's home.
 */
export async function evaluateClass<Tables>(
  context: TransactionContext<Tables>,
  given: { classId: string; moment?: Moment | 'as-before'; on?: string },
): Promise<ClassCheck> {
  const db = ownDb(context);
  const on = given.on ?? context.today;
  const runId = newId();
  const row = await db
    .selectFrom('complianceClass')
    .selectAll()
    .where('classId', '=', given.classId)
    .forUpdate()
    .executeTakeFirst();
  // Nobody has told of this class yet: there is nothing to judge.
  if (row === undefined) return { runId, verdicts: [], blocking: [] };
  const last = await lastRun(context, given.classId);
  const moment =
    given.moment === 'as-before' ? momentAgain(row, last, on) : (given.moment ?? momentOfClass(row, on));
  const placements = await db
    .selectFrom('compliancePlacement')
    .select(['placementId', 'jurisdiction'])
    .where('classId', '=', given.classId)
    .where('isOver', '=', false)
    .execute();
  // What was said last of a class that is over stays: there is nobody left to judge anew.
  if (row.isOver && placements.length === 0 && last !== undefined) {
    await internsAtHost(context, row, []);
    return { runId: last.id, verdicts: [], blocking: [] };
  }
  const recorded = await placementFacts(context, given.classId, placements);
  const counted = await internsAtHost(
    context,
    row,
    recorded.map((one) => one.facts),
  );
  const ofSchool = await schoolFacts(context);
  const filings = await filingsOfClass(context, given.classId);
  const { verdicts, packs } = judgePlacements(
    recorded.map((one, index) => ({
      ...{ placementId: one.placementId, recorded: one, counted: { ...ofSchool, ...counted(one.facts) } },
      jurisdiction: placements[index]?.jurisdiction ?? '',
    })),
    { on, moment },
    filings,
  );
  const known = new Map(recorded.map((one) => [one.placementId, one.facts]));
  const stopping = new Set<Verdict>(blocking(verdicts));
  const run: KeptRun = {
    ...{ runId, classId: given.classId, enterpriseId: row.enterpriseId, isOver: row.isOver },
    ...{ moment, on, pack: packs, placements: placements.length, verdicts, stopping },
    isRecorded: (placementId, name) => Object.hasOwn(known.get(placementId) ?? {}, name),
  };
  await keepRun(context, run);
  return { runId, verdicts, blocking: verdicts.filter((verdict) => stopping.has(verdict)) };
}

/** The latest check of a class, if there was one. */
export async function lastRun<Tables>(context: TransactionContext<Tables>, classId: string) {
  return ownDb(context)
    .selectFrom('verdictRun')
    .select(['id', 'moment', 'onDay'])
    .where('classId', '=', classId)
    .where('isLatest', '=', true)
    .executeTakeFirst();
}

/** The standing verdicts of a class, without rules that do not apply; empty while it was not checked. */
export async function latestVerdicts<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
): Promise<{ placementId: string; rule: string; outcome: Verdict['outcome']; isBlocking: boolean }[]> {
  return ownDb(context)
    .selectFrom('verdict')
    .select(['placementId', 'rule', 'outcome', 'isBlocking'])
    .where('classId', '=', classId)
    .execute();
}
