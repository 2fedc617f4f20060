import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { moveOrder, orderOf } from '@dualtrack/workforce/server';
import { amendmentsContract as contract } from '../contract/amendments.ts';
import { addYears } from '../due.ts';
import { metricHead } from '../metric.ts';
import { recordedKinds } from '../recorded-duty.ts';
import type { AgreementOrder, AgreementTerms } from '../shapes.ts';
import { type ActContext, act, handOf, type LockedAgreement } from './act.ts';
import type { CarriedDuty } from './amendment-tables.ts';
import { insertAgreement, orderSnapshot } from './create-agreement.ts';
import { writeWish } from './obligation-changes.ts';
import { dueFigures } from './obligation-view.ts';
import { continueRecorded } from './recorded-renew.ts';
import { reviseSection, writeEvent } from './section-writer.ts';
import type { AgreementsTables } from './tables.ts';
import { sourceOf, type TemplateSource } from './template-source.ts';

const operation = operationsOn<AgreementsTables>();

/** Duties of an agreement that were due and not met. */
export async function missedDuties(inner: ActContext, agreementId: string) {
  const rows = await inner.db
    .selectFrom('obligationDue as d')
    .innerJoin('obligation as o', (join) =>
      join.onRef('o.tenantId', '=', 'd.tenantId').onRef('o.id', '=', 'd.obligationId'),
    )
    .selectAll('d')
    .select(['o.key', 'o.clause', 'o.metric', 'o.owedBy', 'o.title', 'o.titleEn'])
    .where('d.agreementId', '=', agreementId)
    .where('d.isMet', '=', false)
    .where('d.isVoid', '=', false)
    .orderBy('d.dueOn')
    .orderBy('o.position')
    .execute();
  return rows.filter((row) => dueFigures(row, row.metric, false, inner.today).standing === 'missed');
}
type Missed = Awaited<ReturnType<typeof missedDuties>>[number];

export const beginRenewal = operation(contract.renew, async (ctx, input) => {
  const { validFrom, validTo, orderId = null } = input;
  if (validTo < validFrom) throw ctx.refuse('agreement.period-backwards');
  const id = newId();
  await act(ctx, input.agreementId, 'renew', async (inner, agreement) => {
    if (agreement.validTo !== null && validFrom <= agreement.validTo) throw ctx.refuse('renewal.overlaps');
    if (recordedKinds.includes(agreement.kind)) {
      await continueRecorded(inner, agreement, { id, validFrom, validTo });
    } else {
      const { terms } = agreement.variables;
      let { order } = agreement.variables;
      const source = await sourceOf(inner, agreement.id);
      const lacksOrder = order === null && source.kind === 'order-class';
      if (agreement.kind === 'amendment' || lacksOrder || terms === null) {
        throw ctx.refuse('agreement.not-in-state', { action: 'renew' });
      }
      if (orderId !== null) {
        const wanted = await orderOf(inner, orderId);
        const isSamePair = wanted?.enterpriseId === agreement.enterpriseId;
        const isMoved =
          wanted !== undefined && isSamePair && (await moveOrder(inner, orderId, 'in-agreement'));
        if (!isMoved) throw ctx.refuse('agreement.order-not-accepted');
        order = orderSnapshot(wanted);
      }
      await insertRenewal(inner, agreement, { id, orderId, validFrom, validTo, order, terms, source });
      await keepWording(inner, agreement, id);
    }
    const missed = await missedDuties(inner, agreement.id);
    await carryMissed(inner, agreement, { id, validFrom, validTo }, missed);
    await writeEvent(inner, agreement, 'renewal-begun', handOf(ctx), { renewalId: id });
  });
  ctx.audit(id);
  return { id };
});

type Renewal = {
  id: string;
  orderId: string | null;
  validFrom: string;
  validTo: string;
  order: AgreementOrder | null;
  terms: AgreementTerms;
  source: TemplateSource;
};

async function insertRenewal(inner: ActContext, agreement: LockedAgreement, given: Renewal): Promise<void> {
  const { enterpriseId, title, titleEn, parties, isIllustrative } = agreement;
  const number = `AG-${inner.today.replaceAll('-', '')}-${given.id.slice(-4).toUpperCase()}`;
  await insertAgreement(
    inner,
    { ...given, enterpriseId, title, titleEn, parties, isIllustrative, number },
    handOf(inner),
  );
}

/** What people had worded by hand stays worded so; the template's sections follow the new term. */
async function keepWording(inner: ActContext, agreement: LockedAgreement, renewalId: string): Promise<void> {
  const worded = await inner.db
    .selectFrom('agreementSection')
    .select(['clause', 'body', 'bodyEn', 'changedSide', 'revision'])
    .where('agreementId', '=', agreement.id)
    .where('changedSide', 'is not', null)
    .execute();
  for (const { clause, body, bodyEn } of worded) {
    const wording = { clause, revision: 1, body, bodyEn };
    await reviseSection(
      inner,
      { id: renewalId, enterpriseId: agreement.enterpriseId },
      handOf(inner),
      wording,
      true,
    );
  }
}

/**
 * Names the missed duties in the renewal, and wishes that what is left of each be made good in its first year. The
 * other side agrees or refuses, as with every wish.
 */
async function carryMissed(
  inner: ActContext,
  agreement: LockedAgreement,
  renewal: { id: string; validFrom: string; validTo: string },
  missed: readonly Missed[],
): Promise<void> {
  const { tenantId, enterpriseId } = agreement;
  const named = missed.map(
    ({ clause, metric, owedBy, dueOn, target, achieved }): CarriedDuty => ({
      ...{ clause, metric, owedBy, dueOn, target, achieved },
    }),
  );
  await inner.db
    .insertInto('agreementRelation')
    .values({
      ...{ tenantId, enterpriseId, agreementId: renewal.id, parentId: agreement.id, kind: 'renewal' },
      details: JSON.stringify({ missed: named }),
      createdAt: inner.now,
    })
    .execute();
  const { side } = handOf(inner);
  const year = addYears(renewal.validFrom, 1);
  for (const one of missed) {
    // A share cannot be made good by more of the same: it is named, and the next one is measured anew.
    const rest = one.target - one.achieved;
    if (side === null || one.whole > 0 || rest <= 0 || one.metric === 'renewal-decision') continue;
    const { clause, metric, owedBy, title, titleEn } = one;
    // Several duties may have one metric, such as the milestones of a project.
    const key = `carried.${one.key.replace(/^carried\./, '')}.${one.dueKey}`;
    const dueOn = [year, renewal.validTo].sort()[0] ?? renewal.validTo;
    const duty = { key, clause, metric, owedBy, target: rest, cadence: 'once' as const, dueOn };
    // Money is kept in fen and told in yuan.
    const [done, wanted] = [one.achieved, one.target].map((count) =>
      metricHead(metric).unit === 'fen' ? `¥${(count / 100).toFixed(2)}` : count,
    );
    const reason = `${agreement.number}: ${done}/${wanted} (${one.dueOn})`;
    await writeWish(
      inner,
      { id: renewal.id, enterpriseId },
      { key, wish: { kind: 'set', duty, title, titleEn }, side, reason },
    );
  }
}
