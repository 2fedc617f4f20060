import { notFound } from '@dualtrack/platform/errors';
import { homeOf, type OperationContext, type TransactionContext } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { type ChallengeAction, type ChallengeWhyNot, whyNotChallenge } from '../challenge.ts';
import { ownDb } from './own-db.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';

export type ChallengeRecord = Selectable<InnovationTables['challenge']>;
export type ActContext<Codes extends string = never> = OperationContext<
  InnovationTables,
  ChallengeWhyNot | Codes
>;

/** Locks a challenge until the end of the transaction. A draft of the other side is nothing. @throws thing.not-found */
export async function lockChallenge<Tables>(
  inner: TransactionContext<Tables>,
  id: string,
  side: string,
): Promise<ChallengeRecord> {
  const row = await ownDb(inner)
    .selectFrom('challenge')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || (row.publishedAt === null && row.ownerSide !== side)) throw notFound('challenge');
  return row;
}

/**
 * Does one action of the state table in the school's home, with the challenge locked: of two who act at once the
 * second sees what the first did.
 */
export async function actOnChallenge<Answer, Codes extends string>(
  ctx: ActContext<Codes>,
  challengeId: string,
  action: ChallengeAction,
  work: (inner: ActContext<Codes>, challenge: ChallengeRecord) => Promise<Answer>,
): Promise<Answer> {
  const home = await homeOf(ctx, 'challenge', challengeId);
  return ctx.inHome(home, async (inner) => {
    const row = await lockChallenge(inner, challengeId, ownSide(ctx.actor));
    const reason = whyNotChallenge(row, ctx.actor.role, action);
    if (reason !== null) throw ctx.refuse(reason, { action });
    ctx.audit(challengeId, { action });
    return work(inner, row);
  });
}

/** Whether a person may read the details of a challenge. */
export async function mayReadDetails<Tables>(
  context: TransactionContext<Tables>,
  challenge: Pick<ChallengeRecord, 'id' | 'tenantId' | 'ownerSide' | 'isConfidential'>,
  person: { personId: string; side: string },
): Promise<boolean> {
  if (!challenge.isConfidential || challenge.ownerSide === person.side) return true;
  const signed = await ownDb(context)
    .selectFrom('challengeNda')
    .select('personId')
    .where('tenantId', '=', challenge.tenantId)
    .where('challengeId', '=', challenge.id)
    .where('personId', '=', person.personId)
    .executeTakeFirst();
  return signed !== undefined;
}
