import { findTeachers, organisationNames } from '@dualtrack/organisations/server';
import { asSystem, type TransactionContext } from '@dualtrack/platform/operation';
import { letterOfNotice, opinionHappening } from '../demand-letter.ts';
import type { OpinionStep } from '../opinion.ts';
import { answerPath } from './demand-links.ts';
import { intakeOf } from './intake.ts';
import { presidentOf } from './school-president.ts';
import type { WorkforceTables } from './tables.ts';
import { peopleOf, writeLetter } from './write-letters.ts';

type Context = TransactionContext<WorkforceTables>;

/** Names of both sides in the language of a reader. */
async function namesIn(context: Context, enterpriseId: string) {
  const names = await organisationNames(context, [context.tenant, enterpriseId]);
  const of = (id: string, isEnglish: boolean) => {
    const { name = '', nameEn = '' } = names.get(id) ?? {};
    return isEnglish && nameEn !== '' ? nameEn : name;
  };
  return (locale: string) => ({
    school: of(context.tenant, locale === 'en'),
    enterprise: of(enterpriseId, locale === 'en'),
  });
}

/** Reaction: writes to the side that is to act next on published demand, or that should know of its end. */
export async function tellOfNotice(context: Context, { noticeId }: { noticeId: string }): Promise<void> {
  const notice = await context.db
    .selectFrom('demandNotice')
    .selectAll()
    .where('tenantId', '=', context.tenant)
    .where('id', '=', noticeId)
    .executeTakeFirst();
  const letter = notice === undefined ? null : letterOfNotice(notice);
  if (notice === undefined || letter === null) return;
  const { kind, to } = letter;
  const people =
    to === 'school'
      ? await peopleOf(context, context.tenant, ({ role }) => role === 'school-office')
      : await peopleOf(context, notice.enterpriseId, ({ role }) => role === 'enterprise-hr');
  if (people.length === 0) return;
  const sides = await namesIn(context, notice.enterpriseId);
  // In a transaction of its own: the letter goes out with the link whatever becomes of this one.
  const link = () =>
    asSystem<WorkforceTables, string>(context.kernel, context.tenant, (inner) =>
      answerPath(inner, noticeId, ''),
    );
  const { people: wanted, fromQuarter, opensOn, answerBy, offeredSeats } = notice;
  await writeLetter(context, {
    ...{ kind, people, path: kind === 'published' ? link : `/demand-board/${noticeId}` },
    // Who falls silent twice is told twice: each time another day was let pass.
    happening: `notice:${noticeId}:${kind}:${answerBy ?? ''}`,
    words: (locale) => ({
      ...sides(locale),
      post: locale === 'en' && notice.titleEn !== '' ? notice.titleEn : notice.title,
      ...{ people: wanted, quarter: fromQuarter, seats: offeredSeats ?? 0 },
      ...{ from: opensOn ?? context.today, until: answerBy ?? '' },
    }),
  });
}

/** Reaction: writes to the side that an order waits for, or that waited for its answer. */
export async function tellOfOrder(context: Context, { orderId }: { orderId: string }): Promise<void> {
  const order = await orderIn(context, orderId);
  if (order === undefined) return;
  const { state, enterpriseId } = order;
  if (state !== 'proposed' && state !== 'accepted' && state !== 'declined') return;
  const people =
    state === 'proposed'
      ? await peopleOf(context, context.tenant, ({ role }) => role === 'school-office')
      : await peopleOf(context, enterpriseId, ({ role }) => role === 'enterprise-hr');
  await writeLetter(context, {
    kind: `order-${state}`,
    happening: `order:${orderId}:${state}`,
    ...{ people, path: `/talent-orders/${orderId}` },
    words: await wordsOf(context, order),
  });
  if (state === 'proposed' && (await intakeOf(context)).opinionsRequired)
    await tellOfOpinion(context, { orderId, round: 1, step: 'faculty' });
}

/** Reaction: writes to whoever speaks next about an order. */
export async function tellOfOpinion(
  context: Context,
  due: { orderId: string; round: number; step: OpinionStep },
): Promise<void> {
  const { orderId, round, step } = due;
  const order = await orderIn(context, orderId);
  if (order === undefined || order.state !== 'proposed') return;
  await writeLetter(context, {
    kind: 'opinion',
    happening: opinionHappening(orderId, round, step),
    people: await speakersOf(context, order.programmeId, step),
    words: await wordsOf(context, order),
    path: `/talent-orders/${orderId}`,
  });
}

/** Who may give the opinion of a step: for the faculty the head of the order's programme, or all heads where none is named. */
async function speakersOf(context: Context, programmeId: string | null, step: OpinionStep) {
  const president = await presidentOf(context);
  if (step === 'president') return president === null ? [] : [president.personId];
  if (step === 'office') {
    return peopleOf(
      context,
      context.tenant,
      ({ role, personId }) => role === 'school-office' && personId !== president?.personId,
    );
  }
  const own = (await findTeachers(context)).filter((one) => one.programmeId === programmeId);
  const isHead = ({ role }: { role: string }) => role === 'programme-head';
  const heads = await peopleOf(
    context,
    context.tenant,
    (one) => isHead(one) && own.some(({ id }) => id === one.subjectId),
  );
  return heads.length > 0 ? heads : peopleOf(context, context.tenant, isHead);
}

async function orderIn({ db, tenant }: Context, orderId: string) {
  return db
    .selectFrom('talentOrder')
    .select(['id', 'state', 'enterpriseId', 'className', 'seats', 'startQuarter', 'programmeId'])
    .where('tenantId', '=', tenant)
    .where('id', '=', orderId)
    .executeTakeFirst();
}

async function wordsOf(
  context: Context,
  order: { enterpriseId: string; className: string; seats: number; startQuarter: string },
) {
  const sides = await namesIn(context, order.enterpriseId);
  const { className, seats, startQuarter } = order;
  return (locale: string) => ({ ...sides(locale), class: className, seats, quarter: startQuarter });
}
