import { mailAddressesOf, membersOf, sendNotice } from '@dualtrack/accounts/server';
import { phrase } from '@dualtrack/locales';
import { classOf } from '@dualtrack/order-classes/server';
import { findTeachers } from '@dualtrack/organisations/server';
import { newId } from '@dualtrack/platform/ids';
import { publicAddress } from '@dualtrack/platform/links';
import { asSystem, reaction, type TransactionContext } from '@dualtrack/platform/operation';
import { baseOf } from '@dualtrack/training-bases/server';
import { changedBlocks, type ToldBlock } from '../changed-blocks.ts';
import { ownDb } from './plan-facts.ts';
import type { Audience, RotationsTables } from './tables.ts';

type Told = { personId: string; audience: Audience; changes: number };

const blockColumns = ['studentId', 'unitId', 'stationId', 'mentorId', 'firstWeek', 'weeks'] as const;

/**
 * A plan was published: students, their guardians, mentors and the teachers of the programme find it on their home and
 * are written to. Where a plan stood before, only those whose weeks to come are other than they were. Heard twice,
 * nobody is told twice.
 */
export const tellPeople = reaction<RotationsTables, { planId: string }>(async (context, { planId }) => {
  const db = ownDb(context);
  const plan = await db
    .selectFrom('rotationPlan')
    .select(['id', 'name', 'classId', 'baseId', 'enterpriseId', 'publishedAt', 'state'])
    .where('id', '=', planId)
    .executeTakeFirst();
  if (plan === undefined || plan.publishedAt === null || plan.state !== 'published') return;
  const orderClass = await classOf(context, plan.classId);
  if (orderClass === undefined) return;
  const before = await planBefore(context, plan);
  const now = await blocksOf(context, planId);
  const blocks =
    before === undefined ? now : changedBlocks(now, await blocksOf(context, before), context.today);
  const people = [
    ...(await peopleOfSchool(context, blocks, orderClass.programmeId)),
    ...(await mentorsOf(context, plan, blocks)),
  ];
  const told = await keepNotices(context, plan, people, before === undefined);
  await writeTo(context, told, {
    ...{ plan: plan.name, class: orderClass.name, isFirst: before === undefined },
  });
});

async function planBefore<Tables>(
  context: TransactionContext<Tables>,
  { id, classId, publishedAt }: { id: string; classId: string; publishedAt: Date | null },
): Promise<string | undefined> {
  const row = await ownDb(context)
    .selectFrom('rotationPlan')
    .select('id')
    .where('classId', '=', classId)
    .where('state', '=', 'superseded')
    .where('id', '!=', id)
    .where('publishedAt', '<=', publishedAt)
    .orderBy('publishedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

function blocksOf<Tables>(context: TransactionContext<Tables>, planId: string): Promise<ToldBlock[]> {
  return ownDb(context)
    .selectFrom('rotationBlock')
    .select(blockColumns)
    .where('planId', '=', planId)
    .execute();
}

async function peopleOfSchool<Tables>(
  context: TransactionContext<Tables>,
  blocks: readonly ToldBlock[],
  programmeId: string | null,
): Promise<Told[]> {
  const teachers = await findTeachers(context);
  const own = new Set(teachers.filter((one) => one.programmeId === programmeId).map((one) => one.id));
  return (await membersOf(context)).flatMap(({ personId, role, subjectId }): Told[] => {
    if (role === 'teacher') {
      const isConcerned = blocks.length > 0 && programmeId !== null && own.has(subjectId ?? '');
      return isConcerned ? [{ personId, audience: role, changes: blocks.length }] : [];
    }
    if (role !== 'student' && role !== 'guardian') return [];
    const changes = blocks.filter((block) => block.studentId === subjectId).length;
    return changes === 0 ? [] : [{ personId, audience: role, changes }];
  });
}

async function mentorsOf<Tables>(
  context: TransactionContext<Tables>,
  plan: { baseId: string; enterpriseId: string },
  blocks: readonly ToldBlock[],
): Promise<Told[]> {
  const base = await baseOf(context, plan.baseId);
  const staffOf = new Map((base?.mentors ?? []).map((mentor) => [mentor.id, mentor.staffId]));
  const members = await asSystem(context.kernel, plan.enterpriseId, (inner) => membersOf(inner));
  return members
    .filter((member) => member.role === 'mentor')
    .map(({ personId, subjectId }) => ({
      ...{ personId, audience: 'mentor' as const },
      changes: blocks.filter((block) => subjectId !== null && staffOf.get(block.mentorId ?? '') === subjectId)
        .length,
    }))
    .filter((one) => one.changes > 0);
}

async function keepNotices<Tables>(
  context: TransactionContext<Tables>,
  plan: { id: string; enterpriseId: string },
  people: readonly Told[],
  isFirst: boolean,
): Promise<Told[]> {
  if (people.length === 0) return [];
  const kept = await ownDb(context)
    .insertInto('rotationNotice')
    .values(
      people.map((one) => ({
        ...{ tenantId: context.tenant, enterpriseId: plan.enterpriseId, id: newId(), planId: plan.id },
        ...{ ...one, isFirst, createdAt: context.now, seenAt: null },
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenantId', 'planId', 'personId', 'audience']).doNothing())
    .returning(['personId', 'audience', 'changes'])
    .execute();
  return kept;
}

async function writeTo<Tables>(
  context: TransactionContext<Tables>,
  told: readonly Told[],
  plan: { plan: string; class: string; isFirst: boolean },
): Promise<void> {
  const addresses = await mailAddressesOf(
    context,
    told.map((one) => one.personId),
    'rotations',
  );
  for (const { personId, audience, changes } of told) {
    const to = addresses.find((one) => one.personId === personId);
    if (to === undefined) continue;
    const { locale } = to;
    const path = audience === 'teacher' ? '/rotation-calendar' : '/my-weeks';
    const params = {
      ...{ name: to.name, plan: plan.plan, class: plan.class, count: changes },
      link: `${publicAddress(context.kernel)}${path}`,
    };
    const kind = plan.isFirst ? 'first' : 'changed';
    await sendNotice(
      context.kernel,
      to,
      {
        subject: phrase(locale, 'rotations', `mail.${kind}.subject`, params),
        text: phrase(locale, 'rotations', `mail.${kind}.text`, params),
      },
      'rotation notice',
    );
  }
}
