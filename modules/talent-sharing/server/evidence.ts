import { teacherNumbers } from '@dualtrack/cn-2021-internship/layers/numbers';
import { findTeachers } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { dualStanding, whyNotEvidence } from '../evidence.ts';
import { isLead } from '../side.ts';
import { ownExpertIds, type TalentContext } from './asking.ts';
import { evidenceFacts, practiceFacts } from './evidence-facts.ts';
import { partTimeView } from './part-time-file.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();

/** The numbers against which evidence is counted. */
export const dualRule = {
  months: teacherNumbers.months.value,
  years: teacherNumbers.years.value,
  daysAMonth: teacherNumbers.daysAMonth.value,
  certificates: teacherNumbers.dualCertificates.value,
  transfers: teacherNumbers.dualTransfers.value,
};

/**
 * Whom evidence is about: a teacher with a card here, or somebody of a partner who taught here. A teacher sees their own
 * only. @throws thing.not-found
 */
async function personOf(ctx: TalentContext, expertId: string) {
  const card = await ctx.db
    .selectFrom('expert')
    .select(['subjectId', 'name', 'title'])
    .where('id', '=', expertId)
    .executeTakeFirst();
  const isAboutMe = card !== undefined && (await ownExpertIds(ctx)).includes(expertId);
  const mayRead = isLead(ctx.actor.role) || isAboutMe;
  if (!mayRead) throw notFound('expert');
  if (card !== undefined) return { ...card, isTeacher: true, isAboutMe };
  const guest = await ctx.db
    .selectFrom('hourEntry')
    .select('expertName as name')
    .where('expertId', '=', expertId)
    .where('giver', '=', 'enterprise')
    .where('tenantId', '=', ctx.tenant)
    .executeTakeFirst();
  if (guest === undefined) throw notFound('expert');
  return { name: guest.name, title: '', subjectId: null, isTeacher: false, isAboutMe: false };
}

async function standingOf(ctx: TalentContext, expertId: string) {
  const { subjectId, isAboutMe, ...person } = await personOf(ctx, expertId);
  const [row] = subjectId === null ? [] : await findTeachers(ctx, [subjectId]);
  const practice = (await practiceFacts(ctx)).filter((one) => one.expertId === expertId);
  const evidence = (await evidenceFacts(ctx, dualRule.years)).filter((one) => one.expertId === expertId);
  const parts = dualStanding({ practice, evidence }, dualRule, ctx.today);
  const asking = { personId: ctx.actor.personId, isLead: isLead(ctx.actor.role) };
  const isTrained = evidence.some((one) => one.kind === 'teaching-training' && one.isChecked);
  return {
    partTime: person.isTeacher ? null : await partTimeView(ctx, expertId, isTrained),
    ...{ ...person, expertId, isDualQualified: row?.isDualQualified ?? null },
    days: parts.find((one) => one.part === 'enterprise')?.have ?? 0,
    parts,
    rules: {
      practice: teacherNumbers.months,
      certificates: teacherNumbers.dualCertificates,
      transfers: teacherNumbers.dualTransfers,
    },
    records: evidence.map(({ byPerson, ...one }) => {
      const facts = { byPerson, isChecked: one.isChecked, isAboutMe };
      return {
        ...one,
        whyNotCheck: whyNotEvidence(facts, asking, 'check'),
        whyNotRemove: whyNotEvidence(facts, asking, 'remove'),
      };
    }),
  };
}

export const getEvidence = operation(contract.evidence.get, (ctx, { expertId }) => standingOf(ctx, expertId));

/** Writes the file of a part-time teacher: whole, so that what is left out is asked for again. */
export const savePartTime = operation(contract.evidence.saveFile, async (ctx, { expertId, ...file }) => {
  const { isTeacher } = await personOf(ctx, expertId);
  if (isTeacher) throw ctx.refuse('evidence.not-yours');
  const { bornMonth, contractFrom, contractTo } = file;
  if (bornMonth !== null && bornMonth > ctx.today.slice(0, 7)) throw ctx.refuse('evidence.day-ahead');
  if (contractTo !== null && (contractFrom === null || contractTo < contractFrom))
    throw ctx.refuse('evidence.ends-first');
  const values = { ...file, changedBy: ctx.actor.name, changedAt: ctx.now };
  await ctx.db
    .insertInto('partTimeTeacher')
    .values({ ...values, tenantId: ctx.tenant, expertId })
    .onConflict((conflict) => conflict.columns(['tenantId', 'expertId']).doUpdateSet(values))
    .execute();
  ctx.audit(expertId);
  return standingOf(ctx, expertId);
});

/** What an office writes down of somebody else it has seen; what people write of themselves waits for an office. */
export const addEvidence = operation(contract.evidence.add, async (ctx, input) => {
  const { expertId, from, to, ...words } = input;
  const { isAboutMe, isTeacher } = await personOf(ctx, expertId);
  if (input.kind === 'teaching-training' && isTeacher) throw ctx.refuse('evidence.not-yours');
  if (from > ctx.today) throw ctx.refuse('evidence.day-ahead');
  if (to !== null && to < from) throw ctx.refuse('evidence.ends-first');
  const isSeen = isLead(ctx.actor.role) && !isAboutMe;
  const id = newId();
  await ctx.db
    .insertInto('teacherEvidence')
    .values({
      ...{ ...words, id, tenantId: ctx.tenant, expertId, fromOn: from, toOn: to, sourceId: null },
      ...{ byPerson: ctx.actor.personId, byName: ctx.actor.name, createdAt: ctx.now },
      ...{ checkedBy: isSeen ? ctx.actor.name : '', checkedAt: isSeen ? ctx.now : null },
    })
    .execute();
  ctx.audit(expertId, { kind: input.kind });
  return { id };
});

/** The paper, locked, and why the caller may not do something with it. */
async function locked(ctx: TalentContext, id: string, action: 'check' | 'remove') {
  const row = await ctx.db
    .selectFrom('teacherEvidence')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('teacher_evidence');
  const { isAboutMe } = await personOf(ctx, row.expertId);
  const asking = { personId: ctx.actor.personId, isLead: isLead(ctx.actor.role) };
  return whyNotEvidence({ ...row, isChecked: row.checkedAt !== null, isAboutMe }, asking, action);
}

export const checkEvidence = operation(contract.evidence.check, async (ctx, { evidenceId }) => {
  const reason = await locked(ctx, evidenceId, 'check');
  if (reason !== null) throw ctx.refuse(reason);
  await ctx.db
    .updateTable('teacherEvidence')
    .set({ checkedBy: ctx.actor.name, checkedAt: ctx.now })
    .where('id', '=', evidenceId)
    .execute();
  ctx.audit(evidenceId);
  return { ok: true as const };
});

export const removeEvidence = operation(contract.evidence.remove, async (ctx, { evidenceId }) => {
  const reason = await locked(ctx, evidenceId, 'remove');
  if (reason !== null) throw ctx.refuse(reason);
  await ctx.db.deleteFrom('teacherEvidence').where('id', '=', evidenceId).execute();
  ctx.audit(evidenceId);
  return { ok: true as const };
});
