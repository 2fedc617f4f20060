import { pack } from '@dualtrack/cn-2021-internship';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type FiledFacts, readFacts } from '@dualtrack/rules';
import { sql } from 'kysely';
import { ownDb } from './own-db.ts';

type Facts = Readonly<Record<string, unknown>>;

/** What is recorded of one placement: its own facts over those of its class. */
export type PlacementFacts = {
  placementId: string;
  facts: Facts;
  /** Read by the pack's forms; `counted` are values of the platform that recorded ones go before. */
  read(counted: Facts): FiledFacts;
};

/**
 * The current facts of some placements of a class. What holds for the whole class is read by the pack once, and not
 * again for each student.
 */
export async function placementFacts<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  placements: readonly { placementId: string }[],
): Promise<PlacementFacts[]> {
  const { rows } = await sql<{ placementId: string | null; facts: Facts }>`
    select placement_id, jsonb_object_agg(name, value) as facts from fact
    where tenant_id = ${context.tenant} and class_id = ${classId} and replaced_at is null
    group by placement_id`.execute(ownDb(context));
  const own = new Map(rows.map((row) => [row.placementId, row.facts]));
  const ofClass = own.get(null) ?? {};
  const shared = readable(ofClass);
  return placements.map(({ placementId }) => {
    const mine = own.get(placementId) ?? {};
    return {
      placementId,
      facts: { ...ofClass, ...mine },
      read(counted) {
        const free = Object.entries(counted).filter(([name]) => !Object.hasOwn(ofClass, name));
        return readable({ ...Object.fromEntries(free), ...mine }, shared);
      },
    };
  });
}

/** A fact that the pack cannot read counts as missing: whoever recorded it did not say what the law asks. */
function readable(facts: Facts, over?: FiledFacts): FiledFacts {
  const read = readFacts(pack, facts, [], over);
  if (read.ok) return read.value;
  const unreadable = new Set(read.issues.map((issue) => issue.pointer.split('/')[1]));
  const without = <T extends Facts>(all: T) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !unreadable.has(name)));
  // Nor does the value of the class stand for it: the student's own is known to be another.
  const rest = readFacts(pack, { ...without(over ?? {}), ...without(facts) });
  if (!rest.ok) throw new Error('facts stay unreadable after the unreadable ones were left out');
  return rest.value;
}
