import { organisationNames } from '@dualtrack/organisations/server';
import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type JointWorkDone, jointWorkDone } from '../contract.ts';
import type { TalentTables } from './tables.ts';

/** Reaction: joint work that has ended speaks for those of the school who took part. Heard again it is kept once. */
export async function onJointWorkDone(
  context: TransactionContext<TalentTables>,
  payload: JointWorkDone,
): Promise<void> {
  const { sourceId, enterpriseId, title, from, to, path, personIds } = jointWorkDone.parse(payload);
  if (personIds.length === 0) return;
  const cards = await context.db
    .selectFrom('expert')
    .select('id')
    .where('personId', 'in', personIds)
    .where('leftOn', 'is', null)
    .execute();
  if (cards.length === 0) return;
  const issuer = (await organisationNames(context, [enterpriseId])).get(enterpriseId)?.name ?? '';
  await context.db
    .insertInto('teacherEvidence')
    .values(
      cards.map(({ id: expertId }) => ({
        ...{ tenantId: context.tenant, id: newId(), expertId, kind: 'project' as const, title, issuer, path },
        ...{ fromOn: from, toOn: to, byPerson: null, byName: '', sourceId },
        ...{ checkedBy: issuer, checkedAt: context.now, createdAt: context.now },
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenantId', 'expertId', 'kind', 'sourceId']).doNothing())
    .execute();
}
