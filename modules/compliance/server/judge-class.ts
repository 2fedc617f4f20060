import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Moment } from '@dualtrack/rules';
import { internsSeen } from './count-interns.ts';
import { judgePlacements, type PlacementVerdict } from './judge-placements.ts';
import { ownDb } from './own-db.ts';
import { type PlacementFacts, placementFacts } from './placement-facts.ts';
import { schoolFacts } from './school-facts.ts';
import { filingsOfClass } from './standing-filings.ts';

type Facts = Readonly<Record<string, unknown>>;

/** A judgement that nobody keeps: of which placements, when, and on which facts. */
export type Question = {
  classId: string;
  enterpriseId: string;
  on: string;
  moment: Moment;
  /** Judges on what was known at this instant. */
  asOf?: Date;
  /** Facts as they would be: laid over the recorded ones of these placements (empty: of all). */
  changed?: { facts: Facts; placementIds: readonly string[] };
  /** Also placements that are over by now. */
  withOver?: boolean;
};

/** Judges a class without keeping anything: for a day of the past, or as if facts were other than they are. */
export async function judgeClass<Tables>(
  context: TransactionContext<Tables>,
  question: Question,
): Promise<{ verdicts: PlacementVerdict[]; packs: string; placementIds: string[] }> {
  let query = ownDb(context)
    .selectFrom('compliancePlacement')
    .select(['placementId', 'jurisdiction'])
    .where('classId', '=', question.classId);
  if (question.withOver !== true) query = query.where('isOver', '=', false);
  const placements = await query.execute();
  const recorded = await placementFacts(context, question.classId, placements, question.asOf);
  const counted = await internsSeen(
    context,
    question,
    recorded.map((one) => one.facts),
  );
  const ofSchool = await schoolFacts(context);
  const filings = await filingsOfClass(context, question.classId, question.asOf);
  const judged = judgePlacements(
    recorded.map((one, index) => ({
      ...{ placementId: one.placementId, recorded: withChanges(one, question.changed) },
      counted: { ...ofSchool, ...counted(one.facts) },
      jurisdiction: placements[index]?.jurisdiction ?? '',
    })),
    question,
    filings,
  );
  return { ...judged, placementIds: placements.map((one) => one.placementId) };
}

function withChanges(recorded: PlacementFacts, changed: Question['changed']): PlacementFacts {
  if (changed === undefined) return recorded;
  const { facts, placementIds } = changed;
  if (placementIds.length > 0 && !placementIds.includes(recorded.placementId)) return recorded;
  return {
    ...recorded,
    facts: { ...recorded.facts, ...facts },
    read: (pack, counted) => recorded.read(pack, counted, facts),
  };
}
