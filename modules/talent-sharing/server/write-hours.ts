import { type FactToReport, recordFact } from '@dualtrack/agreements/server';
import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Form } from '../forms.ts';
import { courseHours, feeOf, trainingDays } from '../ledger.ts';
import type { Side } from '../side.ts';
import { openMonth } from './closed-month.ts';
import type { SessionRecord } from './session-view.ts';
import type { TalentTables } from './tables.ts';

/** The rate that both sides had agreed for a form on a day: the form's own before the general one, the newest first. */
export async function agreedRate(
  inner: TransactionContext<TalentTables>,
  of: { agreementId: string; giver: Side; form: Form; on: string },
): Promise<number | null> {
  const rows = await inner.db
    .selectFrom('sharingRate')
    .select(['form', 'amount', 'agreedOn', 'endedOn'])
    .where('agreementId', '=', of.agreementId)
    .where('giver', '=', of.giver)
    .where('agreedOn', '<=', of.on)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>', of.on)]))
    .orderBy('agreedOn', 'desc')
    .orderBy('createdAt', 'desc')
    .execute();
  const row = rows.find((one) => one.form === of.form) ?? rows.find((one) => one.form === null);
  return row === undefined || row.amount === null ? null : Number(row.amount);
}

/** What the duties of an agreement count of a session. */
function factsOfSession(
  session: SessionRecord,
  given: readonly { expertId: string; side: Side; minutes: number }[],
  version: number,
): FactToReport[] {
  const { agreementId, enterpriseId, id, title, onDay, form } = session;
  const fact = (metric: FactToReport['metric'], amount: number, recordId = id): FactToReport => ({
    ...{ agreementId, enterpriseId, metric, amount, happenedOn: onDay, label: title, labelEn: title },
    ...{ source: { module: 'talent-sharing', recordId, version }, path: `/talent-sessions/${id}` },
  });
  const shared = given.filter((one) => one.side !== session.forSide);
  const minutes = shared.reduce((sum, one) => sum + one.minutes, 0);
  const ofEnterprise = shared.filter((one) => one.side === 'enterprise');
  if (form === 'guest-lecture' || form === 'co-taught') {
    const taught = ofEnterprise.reduce((sum, one) => sum + one.minutes, 0);
    return taught === 0 ? [] : [fact('course-hours', courseHours(taught))];
  }
  if (form === 'staff-training' && session.forSide === 'enterprise') {
    return [fact('staff-training-days', trainingDays(minutes, session.attended ?? 0))];
  }
  if (form === 'technical-advice') return shared.map((one) => fact('experts-engaged', 1, one.expertId));
  return [];
}

/** Writes the hours of a session that both sides attested into the ledger, once, and tells the agreement's duties. */
export async function writeHours(
  inner: TransactionContext<TalentTables>,
  session: SessionRecord,
): Promise<void> {
  const { agreementId, enterpriseId, form, title, onDay } = session;
  const given = await inner.db
    .selectFrom('sessionExpert')
    .selectAll()
    .where('sessionId', '=', session.id)
    .where('answer', '=', 'accepted')
    .execute();
  const month = await openMonth(inner, { agreementId, enterpriseId }, onDay);
  const attestedBy = JSON.stringify({
    school: session.schoolAttestedBy,
    enterprise: session.enterpriseAttestedBy,
  });
  for (const { expertId, name, side, minutes } of given) {
    const isShared = side !== session.forSide;
    const rate = isShared ? await agreedRate(inner, { agreementId, giver: side, form, on: onDay }) : null;
    await inner.db
      .insertInto('hourEntry')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id: newId(), agreementId, sessionId: session.id },
        ...{ stayId: null, expertId, expertName: name, giver: side, isShared, form, title, onDay, month },
        ...{ minutes, rate, fee: feeOf(minutes, rate), attestedBy, writtenAt: inner.now },
      })
      .execute();
  }
  await recordFact(inner, factsOfSession(session, given, inner.now.getTime()));
}
