import { agreementOf } from '@dualtrack/agreements/server';
import type { OperationContext, TransactionContext } from '@dualtrack/platform/operation';
import { isLead, type Side } from '../side.ts';
import type { TalentTables } from './tables.ts';

export type TalentContext<Codes extends string = string> = OperationContext<TalentTables, Codes>;

/** The side of the caller; contracts of this room let in these two only. */
export function sideOf(ctx: Pick<TalentContext, 'actor'>): Side {
  return ctx.actor.kind === 'school' ? 'school' : 'enterprise';
}

/** Ids of the cards of the caller; one, unless an office wrote a second for the same record. */
export async function ownExpertIds(ctx: TalentContext): Promise<string[]> {
  const { personId, subjectId } = ctx.actor;
  const rows = await ctx.db
    .selectFrom('expert')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('personId', '=', personId),
        ...(subjectId === null
          ? []
          : [eb.and([eb('personId', 'is', null), eb('subjectId', '=', subjectId)])]),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** Who asks, as the state tables want it. `experts`: those whom the thing is about. */
export async function askingOf(ctx: TalentContext) {
  const mine = await ownExpertIds(ctx);
  const base = { side: sideOf(ctx), isLead: isLead(ctx.actor.role) };
  return {
    mine,
    of: (experts: readonly string[]) => ({ ...base, isExpert: experts.some((id) => mine.includes(id)) }),
  };
}

/** An agreement under which talents can be shared now. @throws sharing.no-agreement */
export async function sharingAgreement(ctx: TalentContext<'sharing.no-agreement'>, agreementId: string) {
  const agreement = await agreementOf(ctx, agreementId);
  if (agreement === undefined || !['in-force', 'registered'].includes(agreement.state))
    throw ctx.refuse('sharing.no-agreement');
  return agreement;
}

/** The home in which an expert's card lies. */
export function ownerHome(row: { tenantId: string; enterpriseId: string }, side: Side): string {
  return side === 'school' ? row.tenantId : row.enterpriseId;
}

/** Works in the private home of an expert's side; only for that side's own people, links and the platform itself. */
export function atOwner<T>(
  context: TransactionContext<TalentTables>,
  home: string,
  work: (inner: TransactionContext<TalentTables>) => Promise<T>,
): Promise<T> {
  return context.within({ tenant: home, enterprise: null }, work);
}
