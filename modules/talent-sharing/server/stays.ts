import { recordFact } from '@dualtrack/agreements/server';
import { notFound } from '@dualtrack/platform/errors';
import { newId, noId } from '@dualtrack/platform/ids';
import { homeOf, likePattern, listPage, operationsOn } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { contract, type Stay } from '../contract.ts';
import { earlier } from '../days.ts';
import { feeOf } from '../ledger.ts';
import {
  practiceContents,
  type StayAction,
  type StayCode,
  stayActions,
  staySteps,
  whyNotStay,
} from '../stay.ts';
import { askingOf, sharingAgreement, sideOf, type TalentContext } from './asking.ts';
import { openMonth } from './closed-month.ts';
import { partyNames } from './parties.ts';
import type { TalentTables } from './tables.ts';
import { agreedRate } from './write-hours.ts';

const operation = operationsOn<TalentTables>();
type StayRecord = Selectable<TalentTables['talentStay']>;

async function rowsOf(ctx: TalentContext, rows: readonly StayRecord[]) {
  const notes = await ctx.db
    .selectFrom('stayNote')
    .selectAll()
    .where('stayId', 'in', [...rows.map((row) => row.id), noId])
    .orderBy('onDay')
    .execute();
  const namesOf = await partyNames(ctx, rows);
  return rows.map((row) => {
    const own = notes.filter((note) => note.stayId === row.id);
    return {
      ...row,
      ...namesOf(row),
      days: own.length,
      minutes: own.reduce((sum, note) => sum + note.minutes, 0),
      notes: own.map((note) => ({ ...note, by: note.byName })),
    };
  });
}

async function stayView(ctx: TalentContext, stayId: string): Promise<Stay> {
  const found = await ctx.db.selectFrom('talentStay').selectAll().where('id', '=', stayId).execute();
  const [row] = await rowsOf(ctx, found);
  if (row === undefined) throw notFound('talent_stay');
  const who = (await askingOf(ctx)).of([row.expertId]);
  return {
    ...row,
    abilities: Object.fromEntries(
      stayActions.map((action) => [action, whyNotStay({ ...row, today: ctx.today }, who, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as Stay['abilities'],
  };
}

export const getStay = operation(contract.stays.get, (ctx, input) => stayView(ctx, input.stayId));

export const listStays = operation(contract.stays.list, async (ctx, input) => {
  let query = ctx.db.selectFrom('talentStay').selectAll();
  if (input.form !== undefined) query = query.where('form', '=', input.form);
  if (input.state !== undefined) query = query.where('state', '=', input.state);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('expertName', 'ilike', pattern), eb('post', 'ilike', pattern)]));
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-fromOn' },
    { fromOn: 'fromOn', expertName: 'expertName', post: 'post', form: 'form', state: 'state' },
  );
  return { ...found, items: await rowsOf(ctx, found.items) };
});

export const createStay = operation(contract.stays.create, async (ctx, input) => {
  const { agreementId, contents, expertId, ...facts } = input;
  const agreement = await sharingAgreement(ctx, agreementId);
  const side = sideOf(ctx);
  if (facts.toOn < facts.fromOn) throw ctx.refuse('stay.ends-first');
  if (side !== (facts.form === 'mentor-post' ? 'enterprise' : side)) throw ctx.refuse('stay.wrong-side');
  if (facts.form === 'teacher-practice') {
    if (side !== 'school') throw ctx.refuse('stay.wrong-side');
    if (practiceContents.some((one) => !contents.includes(one)) || facts.plan === '')
      throw ctx.refuse('stay.plan-incomplete');
  }
  // The card is locked, so that two plans of the same weeks wait for each other.
  const expert = await ctx.db
    .selectFrom('expert')
    .select('name')
    .where('id', '=', expertId)
    .where('leftOn', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (expert === undefined) throw ctx.refuse('stay.no-expert');
  const other = await ctx.db
    .selectFrom('talentStay')
    .select(['fromOn', 'toOn'])
    .where('expertId', '=', expertId)
    .where('state', '!=', 'declined')
    .where('fromOn', '<=', facts.toOn)
    .where('toOn', '>=', facts.fromOn)
    .executeTakeFirst();
  if (other !== undefined) throw ctx.refuse('stay.overlaps', { from: other.fromOn, to: other.toOn });
  const id = newId();
  await ctx.inHome(agreement.home, async (inner) => {
    await inner.db
      .insertInto('talentStay')
      .values({
        ...{ ...facts, id, tenantId: inner.tenant, enterpriseId: agreement.enterpriseId, agreementId },
        ...{ side, expertId, expertName: expert.name, contents: JSON.stringify(contents), state: 'planned' },
        ...{ grade: null, assessedOn: null, byName: ctx.actor.name, createdAt: ctx.now, changedAt: ctx.now },
      })
      .execute();
  });
  ctx.audit(id);
  return { id };
});

/** Does one step of the state table with the stay locked. */
async function step<Codes extends string>(
  ctx: TalentContext<Codes | StayCode>,
  stayId: string,
  action: StayAction,
  work: (inner: TalentContext, row: StayRecord) => Promise<void>,
): Promise<Stay> {
  const asking = await askingOf(ctx);
  const home = await homeOf(ctx, 'talent_stay', stayId);
  await ctx.inHome(home, async (inner) => {
    const row = await inner.db
      .selectFrom('talentStay')
      .selectAll()
      .where('id', '=', stayId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw notFound('talent_stay');
    const reason = whyNotStay({ ...row, today: ctx.today }, asking.of([row.expertId]), action);
    if (reason !== null) throw ctx.refuse(reason);
    const state = staySteps[action].to ?? row.state;
    await inner.db
      .updateTable('talentStay')
      .set({ state, changedAt: ctx.now })
      .where('id', '=', stayId)
      .execute();
    await work(inner, row);
  });
  ctx.audit(stayId, { action });
  return stayView(ctx, stayId);
}

export const answerStay = operation(contract.stays.answer, (ctx, input) =>
  step(ctx, input.stayId, input.accept ? 'accept' : 'decline', async () => undefined),
);

export const noteStay = operation(contract.stays.note, (ctx, input) =>
  step(ctx, input.stayId, 'note', async (inner, row) => {
    const { onDay, minutes, words } = input;
    if (onDay < row.fromOn || onDay > row.toOn || onDay > ctx.today) throw ctx.refuse('stay.not-that-day');
    const said = { minutes, words, byName: ctx.actor.name, at: ctx.now };
    await inner.db
      .insertInto('stayNote')
      .values({ tenantId: inner.tenant, enterpriseId: row.enterpriseId, stayId: row.id, onDay, ...said })
      .onConflict((conflict) => conflict.columns(['tenantId', 'stayId', 'onDay']).doUpdateSet(said))
      .execute();
  }),
);

export const reportStay = operation(contract.stays.report, (ctx, input) =>
  step(ctx, input.stayId, 'report', async (inner, row) => {
    const note = await inner.db
      .selectFrom('stayNote')
      .select('onDay')
      .where('stayId', '=', row.id)
      .executeTakeFirst();
    if (note === undefined) throw ctx.refuse('stay.no-notes');
    await inner.db.updateTable('talentStay').set({ report: input.report }).where('id', '=', row.id).execute();
  }),
);

/** The host assesses: what was not failed counts, days for the teacher's record and hours of posts for the ledger. */
export const assessStay = operation(contract.stays.assess, (ctx, input) =>
  step(ctx, input.stayId, 'assess', async (inner, row) => {
    const { grade, assessment } = input;
    await inner.db
      .updateTable('talentStay')
      .set({ grade, assessment, assessedBy: ctx.actor.name, assessedOn: ctx.today })
      .where('id', '=', row.id)
      .execute();
    if (grade === 'failed') return;
    const notes = await inner.db
      .selectFrom('stayNote')
      .select(['onDay', 'minutes'])
      .where('stayId', '=', row.id)
      .execute();
    const { agreementId, enterpriseId, form, side: giver } = row;
    if (form === 'teacher-practice') {
      await recordFact(inner, [
        {
          ...{ agreementId, enterpriseId, metric: 'teacher-practice-days', amount: notes.length },
          ...{ happenedOn: ctx.today, label: row.post, labelEn: row.post, path: `/talent-stays/${row.id}` },
          source: { module: 'talent-sharing', recordId: row.id, version: ctx.now.getTime() },
        },
      ]);
      return;
    }
    const minutes = notes.reduce((sum, one) => sum + one.minutes, 0);
    const onDay = earlier(row.toOn, ctx.today);
    const rate = await agreedRate(inner, { agreementId, giver, form, on: onDay });
    const month = await openMonth(inner, { agreementId, enterpriseId }, onDay);
    const attestedBy = { school: '', enterprise: '', [giver]: row.byName, [sideOf(ctx)]: ctx.actor.name };
    await inner.db
      .insertInto('hourEntry')
      .values({
        ...{ tenantId: inner.tenant, enterpriseId, id: newId(), agreementId, sessionId: null },
        ...{ stayId: row.id, expertId: row.expertId, expertName: row.expertName, giver, isShared: true },
        ...{ form, title: row.post, onDay, month, minutes, rate, fee: feeOf(minutes, rate) },
        ...{ attestedBy: JSON.stringify(attestedBy), writtenAt: ctx.now },
      })
      .execute();
  }),
);
