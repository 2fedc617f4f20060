import type { TransactionContext } from '@dualtrack/platform/operation';
import { type FiledFacts, type Pack, readFacts } from '@dualtrack/rules';
import { sql } from 'kysely';
import { fromRecorded } from '../laws.ts';
import { ownDb } from './own-db.ts';

type Facts = Readonly<Record<string, unknown>>;

/** What is recorded of one placement: its own facts over those of its class. */
export type PlacementFacts = {
  placementId: string;
  facts: Facts;
  /** Read by the forms of a law; `counted` are values of the platform that recorded ones go before, `changed` ones that go before all. */
  read(pack: Pack, counted: Facts, changed?: Facts): FiledFacts;
};

/**
 * The facts of some placements of a class, as they stand or stood at an instant. What holds for the whole class is
 * read once for each law, and not again for each student.
 */
export async function placementFacts<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  placements: readonly { placementId: string }[],
  asOf?: Date,
): Promise<PlacementFacts[]> {
  const at = asOf === undefined ? sql`replaced_at is null` : standingAt(asOf);
  const { rows } = await sql<{ placementId: string | null; facts: Facts }>`
    select placement_id, jsonb_object_agg(name, value) as facts from fact
    where tenant_id = ${context.tenant} and class_id = ${classId} and ${at}
    group by placement_id`.execute(ownDb(context));
  const own = new Map(rows.map((row) => [row.placementId, row.facts]));
  const ofClass = own.get(null) ?? {};
  // What holds for all is read once for each law, not for each student.
  const shared = new Map<Pack, FiledFacts>();
  const sharedIn = (pack: Pack): FiledFacts => {
    const known = shared.get(pack) ?? readable(pack, ofClass);
    shared.set(pack, known);
    return known;
  };
  return placements.map(({ placementId }) => {
    const mine = own.get(placementId) ?? {};
    return {
      placementId,
      facts: { ...ofClass, ...mine },
      read(pack, counted, changed = {}) {
        // What a pack reads off records of the product, and what is counted, goes behind what is recorded by its name.
        const read = { ...counted, ...fromRecorded(pack, { ...ofClass, ...mine, ...changed }) };
        const free = Object.entries(read).filter(([name]) => !Object.hasOwn(ofClass, name));
        return readable(pack, { ...Object.fromEntries(free), ...mine, ...changed }, sharedIn(pack));
      },
    };
  });
}

function standingAt(at: Date) {
  return sql`recorded_at <= ${at} and (replaced_at is null or replaced_at > ${at})`;
}

/** A fact that the pack cannot read counts as missing: whoever recorded it did not say what the law asks. */
function readable(pack: Pack, facts: Facts, over?: FiledFacts): FiledFacts {
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
