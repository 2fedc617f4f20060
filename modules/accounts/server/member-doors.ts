import type { Role } from '@dualtrack/platform/contract';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Kysely } from 'kysely';
import type { AccountsTables } from './tables.ts';

/** Somebody of an organisation as rooms beside this one name them. */
export type MemberFacts = {
  personId: string;
  name: string;
  title: string;
  role: Role;
  subjectId: string | null;
};

/** Door: the present members of the home in which the context runs, one line for each membership. */
export async function membersOf<Tables>(context: TransactionContext<Tables>): Promise<MemberFacts[]> {
  // The same connection; only the view of its tables differs.
  const db = context.db as unknown as Kysely<Pick<AccountsTables, 'membership'>>;
  return db
    .selectFrom('membership')
    .select(['personId', 'name', 'title', 'role', 'subjectId'])
    .where('tenantId', '=', context.tenant)
    .where('endedAt', 'is', null)
    .orderBy('name')
    .execute();
}
