import { classOf } from '@dualtrack/order-classes/server';
import { regionOf } from '@dualtrack/organisations/server';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { type Bookable, whyNotBook } from '../booking.ts';
import { contract } from '../contract.ts';
import { otherSide, type Side } from '../side.ts';
import { askingOf, sharingAgreement, sideOf, type TalentContext } from './asking.ts';
import { bookRoom, headsOf, openRoom } from './book-room.ts';
import { lawfulTime, requireFreeClass } from './lawful-time.ts';
import { putAnswer } from './put-answer.ts';
import { bookingTime } from './reserve.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
type Found = { expertId: string; side: Side; name: string; bookable: Bookable };

/** Experts who can be asked: of the own side by their card, of the other by what is listed under this partnership. */
async function findExperts(
  ctx: TalentContext<'expert.left' | 'expert.not-listed'>,
  place: { home: string; enterpriseId: string },
  ids: readonly string[],
): Promise<Found[]> {
  const own = await ctx.db
    .selectFrom('expert')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  const listed = await ctx.db
    .selectFrom('expertListing')
    .selectAll()
    .where('expertId', 'in', [...ids])
    .where('tenantId', '=', place.home)
    .where('enterpriseId', '=', place.enterpriseId)
    .where('side', '=', otherSide(sideOf(ctx)))
    .execute();
  return ids.map((expertId) => {
    const card = own.find((one) => one.id === expertId);
    if (card?.leftOn) throw ctx.refuse('expert.left');
    // The card itself is looked at when the hours are promised.
    if (card !== undefined) {
      const free = { leftOn: null, slots: [], absences: [], monthlyHours: 200, used: {}, busy: [] };
      return { expertId, side: sideOf(ctx), name: card.name, bookable: free };
    }
    const row = listed.find((one) => one.expertId === expertId);
    if (row === undefined) throw ctx.refuse('expert.not-listed');
    const busy = row.busy.map((one) => ({
      startsAt: new Date(one.startsAt),
      endsAt: new Date(one.endsAt),
    }));
    return { expertId, side: row.side, name: row.name, bookable: { ...row, busy, leftOn: null } };
  });
}

export const planSession = operation(contract.sessions.plan, async (ctx, input) => {
  const { on, at, minutes, experts, agreementId, courseId, needId, cover, roomId, classId, ...facts } = input;
  const { form, title, message, place, seats, noticeHours } = facts;
  const words = { form, title, message, place, seats, noticeHours };
  const agreement = await sharingAgreement(ctx, agreementId);
  const { home, enterpriseId } = agreement;
  const forSide = facts.forSide ?? sideOf(ctx);
  const room = roomId === null ? null : await openRoom(ctx, roomId);
  const heldAt = room === null ? (facts.heldAt ?? forSide) : sideOf(ctx);
  const zone = room?.zone ?? facts.zone ?? ctx.kernel.config.timeZone;
  const region = room?.region || (await regionOf(ctx, heldAt === 'enterprise' ? enterpriseId : home));
  const time = await lawfulTime(ctx, { on, at, minutes }, { zone, region });
  const asked = [...new Map(experts.map((one) => [one.expertId, one])).values()];
  const found = await findExperts(
    ctx,
    { home, enterpriseId },
    asked.map((one) => one.expertId),
  );
  for (const one of found) {
    const part = asked.find(({ expertId }) => expertId === one.expertId)?.minutes ?? minutes;
    const { timeZone } = ctx.kernel.config;
    const fault = whyNotBook(one.bookable, bookingTime(time, timeZone, Math.min(part, minutes)));
    if (fault !== null) throw ctx.refuse(fault.code, { ...fault, name: one.name });
  }
  if (courseId !== null) await requireCourse(ctx, courseId, agreementId);
  const orderClass = classId === null ? null : await classUnder(ctx, classId, { home, enterpriseId });
  const held = { id: newId(), title: facts.title, startsAt: time.startsAt, endsAt: time.endsAt };
  const { id } = held;
  await ctx.inHome(home, async (inner) => {
    if (orderClass !== null) await requireFreeClass(inner, orderClass, { ...time, on, heldAt });
    if (roomId !== null)
      await bookRoom(ctx, inner, roomId, held, await headsOf(inner, { seats: facts.seats, classId }));
    await inner.db
      .insertInto('talentSession')
      .values({
        ...{ classId, className: orderClass?.name ?? '', heldAt, zone: room?.zone ?? facts.zone ?? '' },
        ...{ roomId, roomSide: room === null ? null : sideOf(ctx) },
        ...{ roomName: room?.name ?? '', roomSeats: room?.seats ?? null },
        ...{ ...words, forSide, id, tenantId: inner.tenant, enterpriseId, agreementId, courseId },
        ...{ needId: await knownNeed(inner, needId, agreementId), onDay: on, state: 'asked' },
        ...{ startsAt: time.startsAt, endsAt: time.endsAt, schoolAttestedAt: null },
        ...{ enterpriseAttestedAt: null, attended: null, cancelledSide: null },
        ...{ byPerson: ctx.actor.personId, byName: ctx.actor.name, createdAt: ctx.now, changedAt: ctx.now },
      })
      .execute();
    await inner.db
      .insertInto('sessionExpert')
      .values(
        asked.map(({ expertId, isLeading, minutes: part }) => {
          const who = found.find((one) => one.expertId === expertId);
          return {
            ...{ tenantId: inner.tenant, enterpriseId, sessionId: id, expertId, isLeading },
            ...{ side: who?.side ?? sideOf(ctx), name: who?.name ?? '', answer: 'waiting' as const },
            ...{ minutes: Math.min(part ?? minutes, minutes), answeredAt: null },
          };
        }),
      )
      .execute();
    for (const one of found.filter(({ side }) => side !== sideOf(ctx))) {
      await inner.emit('talent.asked', { sessionId: id, expertId: one.expertId, enterpriseId });
    }
  });
  // Who asks says yes for people of the own side at once, as far as the person may.
  const asking = await askingOf(ctx);
  for (const one of found.filter(({ side }) => side === sideOf(ctx))) {
    const { isLead, isExpert } = asking.of([one.expertId]);
    if (!isLead && !isExpert) {
      await ctx.inHome(home, (inner) =>
        inner.emit('talent.asked', { sessionId: id, expertId: one.expertId, enterpriseId }),
      );
      continue;
    }
    const fault = await putAnswer(ctx, home, {
      ...{ sessionId: id, expertId: one.expertId, said: 'accept', reason: '', by: ctx.actor.name },
      ...{ isExpert, isLead, side: one.side, cover, byPerson: ctx.actor.personId },
    });
    if (fault !== null) throw ctx.refuse(fault.code, fault);
  }
  ctx.audit(id);
  return { id };
});

/** A class that learns under the same partnership. @throws session.no-class */
async function classUnder(
  ctx: TalentContext<'session.no-class'>,
  classId: string,
  place: { home: string; enterpriseId: string },
) {
  const found = await classOf(ctx, classId);
  if (found === undefined || found.home !== place.home || found.enterpriseId !== place.enterpriseId)
    throw ctx.refuse('session.no-class');
  return found;
}

async function requireCourse(ctx: TalentContext<'session.no-course'>, courseId: string, agreementId: string) {
  const course = await ctx.db
    .selectFrom('talentCourse')
    .select('id')
    .where('id', '=', courseId)
    .where('agreementId', '=', agreementId)
    .executeTakeFirst();
  if (course === undefined) throw ctx.refuse('session.no-course');
}

async function knownNeed(inner: TalentContext, needId: string | null, agreementId: string) {
  if (needId === null) return null;
  const row = await inner.db
    .selectFrom('talentNeed')
    .select('id')
    .where('id', '=', needId)
    .where('agreementId', '=', agreementId)
    .executeTakeFirst();
  return row?.id ?? null;
}
