import { newId } from '@dualtrack/platform/ids';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { type Side, sideOfRole } from '../agreement.ts';
import { obligationsContract as contract } from '../contract/obligations.ts';
import type { Duty, DutyWish } from '../obligation.ts';
import { handOf } from './act.ts';
import { changeableStates, dutyRow, obligationsView } from './obligation-view.ts';
import { writeEvent } from './section-writer.ts';
import { clausesOf, type DutyRow, settledDuties, settleObligations } from './settle-obligations.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();
type Refusals = 'obligation.not-your-side' | 'obligation.not-in-state';
type Context<Codes extends string = Refusals> = OperationContext<AgreementsTables, Codes | Refusals>;

export const listObligations = operation(contract.list, (ctx, input) =>
  obligationsView(ctx, input.agreementId),
);

/** The side for which an office speaks. @throws obligation.not-your-side */
export function officeSide(ctx: Context): Side {
  const side = sideOfRole(ctx.actor.role);
  if (side === null) throw ctx.refuse('obligation.not-your-side');
  return side;
}

/** Enters the school's home with the agreement locked, while its duties may be shaped. */
async function shaping<T, Codes extends string>(
  ctx: Context<Codes>,
  agreementId: string,
  work: (inner: Context<Codes>, row: DutyRow) => Promise<T>,
): Promise<T> {
  const home = await homeOf(ctx, 'agreement', agreementId);
  return ctx.inHome(home, async (inner) => {
    await inner.db.selectFrom('agreement').select('id').where('id', '=', agreementId).forUpdate().execute();
    const row = await dutyRow(inner, agreementId);
    if (!changeableStates.includes(row.state) || row.kind === 'amendment') {
      throw ctx.refuse('obligation.not-in-state');
    }
    ctx.audit(agreementId);
    return work(inner, row);
  });
}

type Given = {
  key?: string | undefined;
  waive: boolean;
  clause?: string | undefined;
  title: string;
  titleEn: string;
} & { [Name in 'metric' | 'owedBy' | 'target' | 'cadence' | 'dueOn']?: Duty[Name] | undefined };

/** The duty as it should be: what is known of it with what was given. */
function wishedDuty(key: string, known: Duty | undefined, given: Given): Duty | null {
  const { clause = known?.clause, metric = known?.metric, owedBy = known?.owedBy } = given;
  const { target = known?.target, cadence = known?.cadence, dueOn = known?.dueOn } = given;
  if (clause === undefined || metric === undefined || owedBy === undefined) return null;
  if (target === undefined || cadence === undefined || dueOn === undefined) return null;
  return { key, clause, metric, owedBy, target, cadence, dueOn };
}

export const wishObligation = operation(contract.wish, async (ctx, input) => {
  const side = officeSide(ctx);
  const { agreementId, reason, ...given } = input;
  await shaping(ctx, agreementId, async (inner, row) => {
    const { settled } = await settledDuties(inner, row);
    const known = settled.find((duty) => duty.key === given.key);
    if (given.key !== undefined && known === undefined) throw ctx.refuse('obligation.no-such-duty');
    const key = known?.key ?? `added.${newId()}`;
    const duty = wishedDuty(key, known, given);
    if (duty === null || (given.waive && known === undefined)) throw ctx.refuse('obligation.no-such-duty');
    const clauses = await clausesOf(inner, row.id);
    // A registered paper has no clauses of its own here; its duties stand under the usual numbers.
    const isKnown = clauses.length === 0 || clauses.some((one) => one.clause === duty.clause);
    if (!isKnown) throw ctx.refuse('obligation.no-such-clause');
    const isEarly = row.validFrom !== null && duty.dueOn < row.validFrom;
    if (isEarly || (row.validTo !== null && duty.dueOn > row.validTo))
      throw ctx.refuse('obligation.outside-term');
    const { title, titleEn } = given;
    const wish: DutyWish = given.waive
      ? { kind: 'waive' }
      : {
          kind: 'set',
          duty,
          title: title || (known?.title ?? ''),
          titleEn: titleEn || (known?.titleEn ?? ''),
        };
    await writeWish(inner, row, { key, wish, side, reason });
    await writeEvent(inner, row, 'duty-wished', handOf(ctx), { clause: duty.clause, metric: duty.metric });
  });
  return obligationsView(ctx, agreementId);
});

/** Keeps a wish; an earlier one for the same duty that nobody answered is overtaken by it. */
export async function writeWish(
  inner: Pick<Context, 'db' | 'tenant' | 'actor' | 'now'>,
  row: Pick<DutyRow, 'id' | 'enterpriseId'>,
  given: { key: string; wish: DutyWish; side: Side; reason: string },
): Promise<void> {
  await inner.db
    .updateTable('obligationChange')
    .set({ state: 'overtaken' })
    .where('agreementId', '=', row.id)
    .where('key', '=', given.key)
    .where('state', '=', 'proposed')
    .execute();
  await inner.db
    .insertInto('obligationChange')
    .values({
      ...{ tenantId: inner.tenant, enterpriseId: row.enterpriseId, id: newId(), agreementId: row.id },
      ...{ ...given, wish: JSON.stringify(given.wish), state: 'proposed', answer: '', answeredName: '' },
      ...{ proposedBy: inner.actor.personId, proposedName: inner.actor.name, proposedAt: inner.now },
      answeredAt: null,
    })
    .execute();
}

const states = { agree: 'agreed', refuse: 'refused', withdraw: 'withdrawn' } as const;

export const answerObligation = operation(contract.answer, async (ctx, input) => {
  const side = officeSide(ctx);
  await shaping(ctx, input.agreementId, async (inner, row) => {
    const change = await inner.db
      .selectFrom('obligationChange')
      .select(['side', 'state', 'key'])
      .where('id', '=', input.changeId)
      .where('agreementId', '=', row.id)
      .executeTakeFirst();
    // Only the other side agrees or refuses; only the own wish is withdrawn.
    if (change === undefined || (change.side === side) !== (input.answer === 'withdraw')) {
      throw ctx.refuse('obligation.not-your-side');
    }
    const answered = await inner.db
      .updateTable('obligationChange')
      .set({
        ...{ state: states[input.answer], answer: input.reason },
        ...{ answeredName: ctx.actor.name, answeredAt: inner.now },
      })
      .where('id', '=', input.changeId)
      .where('state', '=', 'proposed')
      .executeTakeFirst();
    if (answered.numUpdatedRows === 0n) throw ctx.refuse('obligation.answered');
    if (input.answer !== 'agree') return;
    await settleObligations(inner, row.id);
    await writeEvent(inner, row, 'duty-changed', handOf(ctx), { key: change.key });
  });
  return obligationsView(ctx, input.agreementId);
});
