import { notFound } from '@dualtrack/platform/errors';
import { homeOf, type OperationContext } from '@dualtrack/platform/operation';
import { type CeremonyAction, type CeremonyPart, type CeremonyWhyNot, whyNotCeremony } from '../ceremony.ts';
import type { Side } from '../side.ts';
import { sideOfRole } from '../side.ts';
import type { CeremoniesTables } from './tables.ts';

export type ActContext<Codes extends string = string> = OperationContext<CeremoniesTables, Codes>;

async function lockedRow(inner: ActContext, ceremonyId: string) {
  const row = await inner.db
    .selectFrom('ceremony')
    .selectAll()
    .where('id', '=', ceremonyId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('ceremony');
  return row;
}
export type LockedCeremony = Awaited<ReturnType<typeof lockedRow>>;

/**
 * Does one action of the state table in the school's home with the ceremony's row locked: of two people who act at once
 * the second sees what the first did. Refuses with the table's own reason.
 */
export async function act<Answer, Codes extends string>(
  ctx: OperationContext<CeremoniesTables, Codes | CeremonyWhyNot>,
  ceremonyId: string,
  action: CeremonyAction,
  work: (inner: ActContext<Codes | CeremonyWhyNot>, ceremony: LockedCeremony) => Promise<Answer>,
): Promise<Answer> {
  const home = await homeOf(ctx, 'ceremony', ceremonyId);
  return ctx.inHome(home, async (inner) => {
    const row = await lockedRow(inner, ceremonyId);
    const reason = whyNotCeremony(row, ctx.actor.role, action);
    if (reason !== null) throw ctx.refuse(reason, { action });
    ctx.audit(ceremonyId, { action });
    await inner.db.updateTable('ceremony').set({ changedAt: ctx.now }).where('id', '=', ceremonyId).execute();
    return work(inner, row);
  });
}

/** Takes a part that is saved as a whole, if it still stands as the writer saw it. @throws ceremony.part-changed */
export async function takePart(
  ctx: ActContext<'ceremony.part-changed' | CeremonyWhyNot>,
  inner: ActContext,
  ceremonyId: string,
  part: CeremonyPart,
  revision: number,
): Promise<void> {
  const taken = await inner.db
    .updateTable('ceremonyPart')
    .set({ revision: revision + 1, changedBy: ctx.actor.name, changedAt: ctx.now })
    .where('ceremonyId', '=', ceremonyId)
    .where('part', '=', part)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (taken.numUpdatedRows === 1n) return;
  const row = await inner.db
    .selectFrom('ceremonyPart')
    .select('changedBy')
    .where('ceremonyId', '=', ceremonyId)
    .where('part', '=', part)
    .executeTakeFirst();
  throw ctx.refuse('ceremony.part-changed', { by: row?.changedBy ?? '' });
}

/** The side for which the caller speaks. The contract lets in nobody else. */
export function ownSide(ctx: Pick<ActContext, 'actor'>): Side {
  return sideOfRole(ctx.actor.role) ?? (ctx.actor.kind === 'school' ? 'school' : 'enterprise');
}

/** Ends what both sides said to showing these things: they said it of another wording. */
export async function endReleases(
  inner: ActContext,
  ceremonyId: string,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await inner.db
    .deleteFrom('ceremonyRelease')
    .where('ceremonyId', '=', ceremonyId)
    .where('item', 'in', [...keys])
    .execute();
}
