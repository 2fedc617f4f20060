import { membersOf } from '@dualtrack/accounts/server';
import { organisationNames } from '@dualtrack/organisations/server';
import { partnersOf } from '@dualtrack/platform/access';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();

/** People of the home in which the context runs who may be named; guardians are nobody's team. */
export async function peopleOf<Tables>(context: TransactionContext<Tables>) {
  const members = await membersOf(context);
  const seen = new Set<string>();
  return members.flatMap(({ personId, name, title, role, subjectId }) => {
    if (role === 'guardian' || role === 'authority' || role === 'operator' || seen.has(personId)) return [];
    seen.add(personId);
    const ofSchool = role === 'student' ? ('student' as const) : ('teacher' as const);
    const isSchool =
      role === 'student' || role === 'teacher' || role.startsWith('school') || role === 'programme-head';
    return [{ personId, name, title, kind: isSchool ? ofSchool : ('engineer' as const), subjectId }];
  });
}

export const listPeople = operation(contract.challenges.people, async (ctx) => {
  const partners = await partnersOf(ctx.transaction, ctx.today);
  const names = await organisationNames(ctx, partners);
  return {
    people: (await peopleOf(ctx)).map(({ subjectId: _, ...person }) => person),
    partners: partners.map((id) => ({
      id,
      name: names.get(id)?.name ?? '',
      nameEn: names.get(id)?.nameEn ?? '',
    })),
  };
});

/** Whether all persons that are named belong to the home in which the context runs. */
export async function areOwn<Tables>(
  context: TransactionContext<Tables>,
  ids: readonly (string | null)[],
): Promise<boolean> {
  const named = ids.filter((id) => id !== null);
  if (named.length === 0) return true;
  const own = new Set((await peopleOf(context)).map((one) => one.personId));
  return named.every((id) => own.has(id));
}
