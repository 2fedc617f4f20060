import { pack } from '@dualtrack/cn-2021-internship';
import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import {
  blocking,
  evaluateMany,
  type FiledFacts,
  type Moment,
  readFacts,
  type Verdict,
} from '@dualtrack/rules';
import { momentOfClass } from '../moment-of-class.ts';
import { internsAtHost } from './count-interns.ts';
import { type KeptRun, keepRun } from './keep-run.ts';
import { ownDb } from './own-db.ts';
import { factsOf } from './record-facts.ts';

/** A verdict with the placement that it is about. */
export type PlacementVerdict = Verdict & { placementId: string };

/** What a check of a class came to. */
export type ClassCheck = { runId: string; verdicts: PlacementVerdict[]; blocking: PlacementVerdict[] };

/**
 * Judges every running placement of a class by the rule pack on the facts recorded so far, and keeps what came out.
 * A fact that nobody recorded makes its rules unknown. Duties due up to `moment` are asked; without one, those that
 * are due at the stage in which the class is. Checks of one class wait for each other. Runs in the school's home.
 */
export async function evaluateClass<Tables>(
  context: TransactionContext<Tables>,
  given: { classId: string; moment?: Moment; on?: string },
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
  const moment = given.moment ?? momentOfClass(row, on);
  const placements = await db
    .selectFrom('compliancePlacement')
    .select('placementId')
    .where('classId', '=', given.classId)
    .where('isOver', '=', false)
    .execute();
  const recorded = await factsByPlacement(context, given.classId, placements);
  const counted = await internsAtHost(context, row, recorded);
  const facts = recorded.map((one) => readable({ ...counted(one), ...one }));
  const verdicts = evaluateMany(pack, facts, { on, moment }).flatMap((document, index) =>
    document.verdicts.map((verdict) => ({ ...verdict, placementId: placements[index]?.placementId ?? '' })),
  );
  const stopping = new Set<Verdict>(blocking(verdicts));
  const run: KeptRun = {
    ...{ runId, classId: given.classId, enterpriseId: row.enterpriseId, isOver: row.isOver },
    ...{ moment, on, placements: placements.length, verdicts, stopping },
  };
  await keepRun(context, run);
  return { runId, verdicts, blocking: verdicts.filter((verdict) => stopping.has(verdict)) };
}

/** Facts of each placement: those of the whole class, and over them its own. */
async function factsByPlacement<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  placements: readonly { placementId: string }[],
): Promise<Record<string, unknown>[]> {
  const ofClass: Record<string, unknown> = {};
  const own = new Map<string, Record<string, unknown>>();
  for (const { placementId, name, value } of await factsOf(context, classId)) {
    if (placementId === null) ofClass[name] = value;
    else own.set(placementId, { ...own.get(placementId), [name]: value });
  }
  return placements.map(({ placementId }) => ({ ...ofClass, ...own.get(placementId) }));
}

/** A fact that the pack cannot read counts as missing: whoever recorded it did not say what the law asks. */
function readable(facts: Record<string, unknown>): FiledFacts {
  const read = readFacts(pack, facts);
  if (read.ok) return read.value;
  const unreadable = new Set(read.issues.map((issue) => issue.pointer.split('/')[1]));
  const rest = readFacts(
    pack,
    Object.fromEntries(Object.entries(facts).filter(([name]) => !unreadable.has(name))),
  );
  if (!rest.ok) throw new Error('facts stay unreadable after the unreadable ones were left out');
  return rest.value;
}

/** The verdicts of the latest check of a class, without rules that do not apply; empty while it was not checked. */
export async function latestVerdicts<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
): Promise<(PlacementVerdict & { isBlocking: boolean })[]> {
  const rows = await ownDb(context)
    .selectFrom('verdict as v')
    .innerJoin('verdictRun as r', (join) =>
      join.onRef('r.tenantId', '=', 'v.tenantId').onRef('r.id', '=', 'v.runId'),
    )
    .select(['v.placementId', 'v.isBlocking', 'v.detail'])
    .where('r.classId', '=', classId)
    .where('r.isLatest', '=', true)
    .execute();
  return rows.map((row) => ({ ...row.detail, placementId: row.placementId, isBlocking: row.isBlocking }));
}
