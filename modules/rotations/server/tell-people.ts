import { mailAddressesOf, membersOf, sendNotice } from '@dualtrack/accounts/server';
import { type Locale, phrase } from '@dualtrack/locales';
import { classOf } from '@dualtrack/order-classes/server';
import { findTeachers } from '@dualtrack/organisations/server';
import { newId } from '@dualtrack/platform/ids';
import { publicAddress } from '@dualtrack/platform/links';
import { asSystem, reaction, type TransactionContext } from '@dualtrack/platform/operation';
import { baseOf } from '@dualtrack/training-bases/server';
import { changedBlocks, type ToldBlock } from '../changed-blocks.ts';
import { dayAfter } from '../week.ts';
import { ownDb } from './plan-facts.ts';
import type { Audience, RotationsTables } from './tables.ts';

type Told = { personId: string; audience: Audience; changes: number };
type Concerned = Told & { blocks: NamedBlock[] };

/** A block with the words of a mail. */
type NamedBlock = ToldBlock & {
  studentName: string;
  unitName: string;
  unitNameEn: string;
  stationName: string;
  stationNameEn: string;
  mentorName: string;
};

/** More blocks than this are not written out in a mail. */
const mostLines = 12;

const blockColumns = [
  ...(['studentId', 'unitId', 'stationId', 'mentorId', 'firstWeek', 'weeks', 'studentName'] as const),
  ...(['unitName', 'unitNameEn', 'stationName', 'stationNameEn', 'mentorName'] as const),
] as const;

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
    before === undefined
      ? now
      : changedBlocks(now, await blocksOf(context, before), context.today).sort((one, other) =>
          one.firstWeek < other.firstWeek ? -1 : 1,
        );
  const people = [
    ...(await peopleOfSchool(context, blocks, orderClass.programmeId)),
    ...(await mentorsOf(context, plan, blocks)),
  ];
  const kept = await keepNotices(context, plan, people, before === undefined);
  const isTold = (one: Told) =>
    kept.some((own) => own.personId === one.personId && own.audience === one.audience);
  await writeTo(context, people.filter(isTold), {
    ...{ plan: plan.name, class: orderClass.name, isFirst: before === undefined },
    gone: new Set(blocks.filter((block) => !now.includes(block))),
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

function blocksOf<Tables>(context: TransactionContext<Tables>, planId: string): Promise<NamedBlock[]> {
  return ownDb(context)
    .selectFrom('rotationBlock')
    .select(blockColumns)
    .where('planId', '=', planId)
    .execute();
}

async function peopleOfSchool<Tables>(
  context: TransactionContext<Tables>,
  blocks: readonly NamedBlock[],
  programmeId: string | null,
): Promise<Concerned[]> {
  const teachers = await findTeachers(context);
  const own = new Set(teachers.filter((one) => one.programmeId === programmeId).map((one) => one.id));
  return (await membersOf(context)).flatMap(({ personId, role, subjectId }): Concerned[] => {
    if (role === 'teacher') {
      const isConcerned = blocks.length > 0 && programmeId !== null && own.has(subjectId ?? '');
      return isConcerned ? [{ personId, audience: role, changes: blocks.length, blocks: [...blocks] }] : [];
    }
    if (role !== 'student' && role !== 'guardian') return [];
    const ownBlocks = blocks.filter((block) => block.studentId === subjectId);
    const changes = ownBlocks.length;
    return changes === 0 ? [] : [{ personId, audience: role, changes, blocks: ownBlocks }];
  });
}

async function mentorsOf<Tables>(
  context: TransactionContext<Tables>,
  plan: { baseId: string; enterpriseId: string },
  blocks: readonly NamedBlock[],
): Promise<Concerned[]> {
  const base = await baseOf(context, plan.baseId);
  const staffOf = new Map((base?.mentors ?? []).map((mentor) => [mentor.id, mentor.staffId]));
  const members = await asSystem(context.kernel, plan.enterpriseId, (inner) => membersOf(inner));
  return members
    .filter((member) => member.role === 'mentor')
    .map(({ personId, subjectId }) => {
      const own = blocks.filter(
        (block) => subjectId !== null && staffOf.get(block.mentorId ?? '') === subjectId,
      );
      return { personId, audience: 'mentor' as const, changes: own.length, blocks: own };
    })
    .filter((one) => one.changes > 0);
}

async function keepNotices<Tables>(
  context: TransactionContext<Tables>,
  plan: { id: string; enterpriseId: string },
  people: readonly Concerned[],
  isFirst: boolean,
): Promise<Told[]> {
  if (people.length === 0) return [];
  const kept = await ownDb(context)
    .insertInto('rotationNotice')
    .values(
      people.map(({ blocks: _, ...one }) => ({
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
  told: readonly Concerned[],
  plan: { plan: string; class: string; isFirst: boolean; gone: ReadonlySet<NamedBlock> },
): Promise<void> {
  const addresses = await mailAddressesOf(
    context,
    told.map((one) => one.personId),
    'rotations',
  );
  for (const { personId, audience, changes, blocks } of told) {
    const to = addresses.find((one) => one.personId === personId);
    if (to === undefined) continue;
    const { locale } = to;
    const path = audience === 'teacher' ? '/rotation-calendar' : '/my-weeks';
    const params = {
      ...{ name: to.name, plan: plan.plan, class: plan.class, count: changes },
      lines: linesOf(blocks, { locale, audience, gone: plan.gone }),
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

/** The blocks a mail tells of, a line each: when, what, where and with whom; those that are gone are named as dropped. */
function linesOf(
  blocks: readonly NamedBlock[],
  { locale, audience, gone }: { locale: Locale; audience: Audience; gone: ReadonlySet<NamedBlock> },
): string {
  const isOwn = audience === 'student' || audience === 'guardian';
  const isEnglish = locale !== 'zh-CN';
  const lines = blocks.slice(0, mostLines).map((block) => {
    const who = isOwn ? [] : [block.studentName];
    const unit = isEnglish ? block.unitNameEn || block.unitName : block.unitName;
    const station = isEnglish ? block.stationNameEn || block.stationName : block.stationName;
    const mentor = audience === 'mentor' || block.mentorName === '' ? [] : [block.mentorName];
    const days = `${block.firstWeek} – ${dayAfter(block.firstWeek, block.weeks * 7 - 1)}`;
    const words = [days, ...who, unit, station, ...mentor].join(' · ');
    return `- ${gone.has(block) ? phrase(locale, 'rotation-changes', 'mail.gone', { block: words }) : words}`;
  });
  const left = blocks.length - lines.length;
  if (left > 0) lines.push(`- ${phrase(locale, 'rotation-changes', 'mail.more', { count: left })}`);
  return lines.join('\n');
}
