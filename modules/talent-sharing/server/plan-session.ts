import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { specialDays } from '@dualtrack/rotations/server';
import { type Bookable, whyNotBook } from '../booking.ts';
import { contract } from '../contract.ts';
import { type SessionTime, sessionTime, type TimeCode } from '../session-time.ts';
import { otherSide, type Side } from '../side.ts';
import { askingOf, sharingAgreement, sideOf, type TalentContext } from './asking.ts';
import { putAnswer } from './put-answer.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();
type Found = { expertId: string; side: Side; name: string; bookable: Bookable };

/** The time of a session that may be; holidays of the whole country are nobody's working days. */
function lawfulTime(
  ctx: TalentContext<TimeCode | 'session.past' | 'session.on-holiday'>,
  given: { on: string; at: string; minutes: number },
): SessionTime {
  const time = sessionTime(given, ctx.kernel.config.timeZone);
  if (typeof time === 'string') throw ctx.refuse(time);
  if (time.startsAt <= ctx.now) throw ctx.refuse('session.past');
  const off = specialDays(given.on, given.on).find((day) => day.kind === 'off');
  if (off !== undefined) throw ctx.refuse('session.on-holiday', { day: off.date, holiday: off.name });
  return time;
}

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
  const { on, at, minutes, experts, agreementId, courseId, needId, ...facts } = input;
  const agreement = await sharingAgreement(ctx, agreementId);
  const { home, enterpriseId } = agreement;
  const time = lawfulTime(ctx, { on, at, minutes });
  const asked = [...new Map(experts.map((one) => [one.expertId, one])).values()];
  const found = await findExperts(
    ctx,
    { home, enterpriseId },
    asked.map((one) => one.expertId),
  );
  for (const one of found) {
    const part = asked.find(({ expertId }) => expertId === one.expertId)?.minutes ?? minutes;
    const fault = whyNotBook(one.bookable, { ...time, on, minutes: Math.min(part, minutes) });
    if (fault !== null) throw ctx.refuse(fault.code, { ...fault, name: one.name });
  }
  if (courseId !== null) await requireCourse(ctx, courseId, agreementId);
  const forSide = facts.forSide ?? sideOf(ctx);
  const id = newId();
  await ctx.inHome(home, async (inner) => {
    await inner.db
      .insertInto('talentSession')
      .values({
        ...{ ...facts, forSide, id, tenantId: inner.tenant, enterpriseId, agreementId, courseId },
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
      ...{ isExpert, isLead, side: one.side },
    });
    if (fault !== null) throw ctx.refuse(fault.code, fault);
  }
  ctx.audit(id);
  return { id };
});

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
