import { standingAgreements } from '@dualtrack/agreements/server';
import { newId, noId } from '@dualtrack/platform/ids';
import { homeOf, likePattern, listPage, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { balanceOf, type LedgerSums, sumLedger } from '../ledger.ts';
import { otherSide, sides } from '../side.ts';
import { sharingAgreement, sideOf } from './asking.ts';
import { certifiable, withCertificates } from './certificates.ts';
import { lockStatement, sumsByMonth } from './closed-month.ts';
import { partyNames } from './parties.ts';
import type { TalentTables } from './tables.ts';

const operation = operationsOn<TalentTables>();

/** Sums of several months. */
function total(all: Iterable<LedgerSums>): LedgerSums {
  const sums = sumLedger([]);
  for (const one of all) {
    for (const side of sides) {
      sums[side].minutes += one[side].minutes;
      sums[side].fee += one[side].fee;
      sums[side].bartered += one[side].bartered;
    }
  }
  return sums;
}

export const getLedger = operation(contract.ledger.get, async (ctx) => {
  const agreements = await standingAgreements(ctx);
  const ids = agreements.map((one) => one.id);
  const within = [...ids, noId];
  const sums = await sumsByMonth(ctx, ids);
  const statements = await ctx.db
    .selectFrom('sharingStatement')
    .selectAll()
    .where('agreementId', 'in', within)
    .execute();
  const rates = await ctx.db
    .selectFrom('sharingRate')
    .selectAll()
    .where('agreementId', 'in', within)
    .where('endedOn', 'is', null)
    .orderBy('createdAt')
    .execute();
  const namesOf = await partyNames(
    ctx,
    agreements.map((one) => ({ tenantId: one.home, enterpriseId: one.enterpriseId })),
  );
  return {
    items: agreements.map((one) => {
      const months = sums.get(one.id) ?? new Map<string, LedgerSums>();
      const totals = total(months.values());
      return {
        ...{ agreementId: one.id, number: one.number, title: one.title, titleEn: one.titleEn, totals },
        ...namesOf({ tenantId: one.home, enterpriseId: one.enterpriseId }),
        balance: balanceOf(totals),
        rates: rates
          .filter((rate) => rate.agreementId === one.id)
          .map((rate) => ({ ...rate, amount: rate.amount === null ? null : Number(rate.amount) })),
        statements: [...months]
          .sort(([a], [b]) => (a < b ? 1 : -1))
          .map(([month, sum]) => {
            const kept = statements.find((row) => row.agreementId === one.id && row.month === month);
            return {
              ...{ month, totals: sum },
              school: kept?.schoolAt ? kept.schoolBy : null,
              enterprise: kept?.enterpriseAt ? kept.enterpriseBy : null,
            };
          }),
      };
    }),
  };
});

export const listHours = operation(contract.ledger.entries, async (ctx, input) => {
  let query = ctx.db.selectFrom('hourEntry').selectAll();
  for (const key of ['agreementId', 'expertId', 'month', 'giver', 'form'] as const) {
    const value = input[key];
    if (value !== undefined) query = query.where(key, '=', value);
  }
  const { year, certificate } = input;
  if (year !== undefined)
    query = query.where('onDay', '>=', `${year}-01-01`).where('onDay', '<=', `${year}-12-31`);
  if (certificate !== undefined) {
    const ids = [...(await certifiable(ctx)), noId];
    query = query.where('expertId', 'in', ids).where(({ exists, not, selectFrom }) => {
      const made = exists(
        selectFrom('talentCertificate')
          .select('talentCertificate.id')
          .whereRef('talentCertificate.entryId', '=', 'hourEntry.id'),
      );
      return certificate === 'made' ? made : not(made);
    });
  }
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('title', 'ilike', pattern), eb('expertName', 'ilike', pattern)]));
  }
  const found = await listPage(
    query,
    { ...input, sort: input.sort ?? '-onDay' },
    {
      onDay: 'onDay',
      title: 'title',
      expertName: 'expertName',
      minutes: 'minutes',
      fee: 'fee',
      month: 'month',
    },
  );
  return { ...found, items: await withCertificates(ctx, found.items) };
});

export const proposeRate = operation(contract.ledger.proposeRate, async (ctx, input) => {
  const agreement = await sharingAgreement(ctx, input.agreementId);
  const id = newId();
  await ctx.inHome(agreement.home, async (inner) => {
    await inner.db
      .insertInto('sharingRate')
      .values({
        ...{ ...input, id, tenantId: inner.tenant, enterpriseId: agreement.enterpriseId },
        ...{ proposedBy: ctx.actor.name, proposedSide: sideOf(ctx), agreedOn: null, endedOn: null },
        createdAt: ctx.now,
      })
      .execute();
  });
  ctx.audit(id);
  return { id };
});

/** Agrees to a rate, which then holds from today and ends the one before it; or ends a proposal. */
export const answerRate = operation(contract.ledger.answerRate, async (ctx, input) => {
  const { rateId, accept } = input;
  const home = await homeOf(ctx, 'sharing_rate', rateId);
  await ctx.inHome(home, async (inner) => {
    const row = await inner.db
      .selectFrom('sharingRate')
      .selectAll()
      .where('id', '=', rateId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.agreedOn !== null || row.endedOn !== null) throw ctx.refuse('rate.answered');
    if (accept && row.proposedSide === sideOf(ctx)) throw ctx.refuse('rate.not-your-side');
    if (!accept) {
      const ended = { endedOn: ctx.today };
      await inner.db.updateTable('sharingRate').set(ended).where('id', '=', rateId).execute();
      return;
    }
    let before = inner.db
      .updateTable('sharingRate')
      .set({ endedOn: ctx.today })
      .where('agreementId', '=', row.agreementId)
      .where('giver', '=', row.giver)
      .where('agreedOn', 'is not', null)
      .where('endedOn', 'is', null);
    before = row.form === null ? before.where('form', 'is', null) : before.where('form', '=', row.form);
    await before.execute();
    await inner.db
      .updateTable('sharingRate')
      .set({ agreedOn: ctx.today, agreedBy: ctx.actor.name })
      .where('id', '=', rateId)
      .execute();
  });
  ctx.audit(rateId, { accept });
  return { id: rateId };
});

/** Confirms the sums of a month as they were seen. With both, nothing enters that month any more. */
export const confirmStatement = operation(contract.ledger.confirm, async (ctx, input) => {
  const { agreementId, month } = input;
  const agreement = await sharingAgreement(ctx, agreementId);
  if (month >= ctx.today.slice(0, 7)) throw ctx.refuse('statement.not-over');
  const side = sideOf(ctx);
  const answer = await ctx.inHome(agreement.home, async (inner) => {
    const { enterpriseId } = agreement;
    const row = await lockStatement(inner, { agreementId, enterpriseId, month });
    if (row[`${side}At`] !== null) throw ctx.refuse('statement.confirmed');
    const sums = (await sumsByMonth(inner, [agreementId])).get(agreementId)?.get(month);
    if (sums === undefined) throw ctx.refuse('statement.empty');
    const isSame = sides.every(
      (one) =>
        sums[one].minutes === input.totals[one].minutes &&
        sums[one].fee === input.totals[one].fee &&
        sums[one].bartered === input.totals[one].bartered,
    );
    if (!isSame) throw ctx.refuse('statement.changed');
    const own =
      side === 'school'
        ? { schoolAt: ctx.now, schoolBy: ctx.actor.name }
        : { enterpriseAt: ctx.now, enterpriseBy: ctx.actor.name };
    await inner.db
      .updateTable('sharingStatement')
      .set({ ...own, totals: JSON.stringify(sums) })
      .where('agreementId', '=', agreementId)
      .where('month', '=', month)
      .execute();
    const other = otherSide(side);
    const others = row[`${other}At`] === null ? null : row[`${other}By`];
    return { month, totals: sums, [side]: ctx.actor.name, [other]: others };
  });
  ctx.audit(agreementId, { month });
  const { school = null, enterprise = null, ...rest } = { school: null, enterprise: null, ...answer };
  return { ...rest, school, enterprise };
});
