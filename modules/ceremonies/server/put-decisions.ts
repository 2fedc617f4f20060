import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './own-db.ts';

type Decision = { id?: string | undefined; wording: string; wordingEn: string };

/** Sets the decisions of a ceremony or meeting in their order. Gives the ids of those that were reworded or dropped. */
export async function putDecisions<Tables>(
  inner: TransactionContext<Tables>,
  enterpriseId: string,
  origin: { ceremonyId: string } | { meetingId: string },
  before: readonly { id: string; wording: string; wordingEn: string }[],
  decisions: readonly Decision[],
): Promise<string[]> {
  const db = ownDb(inner);
  const known = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(decisions.flatMap((one) => one.id ?? []));
  const gone = before.filter((one) => !kept.has(one.id)).map((one) => one.id);
  if (gone.length > 0) await db.deleteFrom('minutedDecision').where('id', 'in', gone).execute();
  const reworded: string[] = [];
  for (const [position, { id, wording, wordingEn }] of decisions.entries()) {
    const old = id === undefined ? undefined : known.get(id);
    if (old === undefined) {
      await db
        .insertInto('minutedDecision')
        .values({
          ...{ tenantId: inner.tenant, enterpriseId, id: newId() },
          ...{ ceremonyId: null, meetingId: null, ...origin },
          ...{ position, wording, wordingEn },
        })
        .execute();
      continue;
    }
    if (old.wording !== wording || old.wordingEn !== wordingEn) reworded.push(old.id);
    await db
      .updateTable('minutedDecision')
      .set({ position, wording, wordingEn })
      .where('id', '=', old.id)
      .execute();
  }
  return [...reworded, ...gone];
}
