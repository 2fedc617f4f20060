import { isAnyIllustrative, organisationNames, organisationProfile } from '@dualtrack/organisations/server';
import { partnersOf } from '@dualtrack/platform/access';
import { newId } from '@dualtrack/platform/ids';
import {
  homeOf,
  type OperationContext,
  operationsOn,
  type TransactionContext,
} from '@dualtrack/platform/operation';
import { moveOrder, type OrderFacts, orderOf } from '@dualtrack/workforce/server';
import type * as z from 'zod';
import { type Side, sideOfRole } from '../agreement.ts';
import { contract, type createInput } from '../contract.ts';
import { type AgreementOrder, type AgreementTerms, type Party, usualTerms } from '../shapes.ts';
import { unanswered } from '../template-values.ts';
import type { TemplateKind } from '../template-variables.ts';
import { handOf } from './act.ts';
import { ownDb } from './own-db.ts';
import { type Hand, insertSections, writeEvent } from './section-writer.ts';
import type { AgreementsTables } from './tables.ts';
import { chosenTemplate } from './template-read.ts';
import { keepSource, sectionsFrom, standardSource, type TemplateSource } from './template-source.ts';

const operation = operationsOn<AgreementsTables>();

/** The order as the agreement keeps it. */
export function orderSnapshot(order: OrderFacts): AgreementOrder {
  const { number, className, programmeName, programmeNameEn, majorCode, seats, startQuarter } = order;
  return {
    ...{ number, className, programmeName, programmeNameEn, majorCode, seats, startQuarter },
    posts: order.lines.map(({ seats: places, post }) => {
      const { title, titleEn, siteName, internPay, monthlyPay, hazards, nightShift } = post;
      return { ...{ title, titleEn, siteName, internPay, monthlyPay, hazards, nightShift }, seats: places };
    }),
  };
}

/** A new agreement in every fact; also for one that example data tells of. */
export type NewAgreement = {
  id: string;
  number: string;
  /** Null for a renewal that repeats the seats of the agreement before it. */
  orderId: string | null;
  enterpriseId: string;
  title: string;
  titleEn: string;
  validFrom: string;
  validTo: string;
  parties: Party[];
  order: AgreementOrder | null;
  terms: AgreementTerms;
  isIllustrative: boolean;
  /** The template; without one that of order classes which ships. */
  source?: TemplateSource;
};

/** Writes an agreement with its sections from the template, in the school's home. */
export async function insertAgreement<Tables>(
  context: TransactionContext<Tables>,
  given: NewAgreement,
  hand: Hand,
): Promise<void> {
  const { parties, order, terms, source = standardSource, ...facts } = given;
  await ownDb(context)
    .insertInto('agreement')
    .values({
      ...facts,
      tenantId: context.tenant,
      kind: source.kind,
      state: 'negotiating',
      parties: JSON.stringify(parties),
      variables: JSON.stringify({ terms, order }),
      documentId: null,
      fileDigest: null,
      documentDigest: null,
      documentSize: null,
      declineReason: '',
      createdBy: hand.personId,
      createdAt: context.now,
      changedAt: context.now,
    })
    .execute();
  await keepSource(context, given, source);
  const sections = sectionsFrom(source, { ...given, variables: { order, terms } });
  await insertSections(context, given, hand, sections);
  await writeEvent(context, given, 'created', hand);
}

/** Public names of both parties; the rest each side says of itself. */
export async function publicParties<Tables>(
  context: TransactionContext<Tables>,
  home: string,
  enterpriseId: string,
): Promise<Party[]> {
  const names = await organisationNames(context, [home, enterpriseId]);
  const of = (side: Side, id: string): Party => ({
    side,
    name: names.get(id)?.name ?? '',
    nameEn: names.get(id)?.nameEn ?? '',
    code: names.get(id)?.code ?? '',
    ...{ legalRepresentative: '', address: '', signer: '', signerPost: '' },
  });
  return [of('school', home), of('enterprise', enterpriseId)];
}

type Input = z.infer<typeof createInput>;
type Context = OperationContext<
  AgreementsTables,
  'agreement.order-not-accepted' | 'agreement.order-required' | 'agreement.no-such-partner'
>;

/** Whose home the agreement lives in, and which enterprise it is with. */
async function placeOf(ctx: Context, input: Input, kind: TemplateKind) {
  if (kind === 'order-class') {
    if (input.orderId === undefined) throw ctx.refuse('agreement.order-required');
    return { home: await homeOf(ctx, 'talent_order', input.orderId), orderId: input.orderId };
  }
  const partners = await partnersOf(ctx.transaction, ctx.today);
  const { partnerId } = input;
  if (partnerId === undefined || !partners.includes(partnerId)) throw ctx.refuse('agreement.no-such-partner');
  const isSchool = ctx.actor.kind === 'school';
  return { home: isSchool ? ctx.tenant : partnerId, enterpriseId: isSchool ? partnerId : ctx.tenant };
}

/** The order, moved on: moving it first is also the lock, and of two who begin at once one is refused. */
async function takenOrder(inner: Context, orderId: string): Promise<OrderFacts> {
  const order = await orderOf(inner, orderId);
  const isMoved = order !== undefined && (await moveOrder(inner, order.id, 'in-agreement'));
  if (!isMoved) throw inner.refuse('agreement.order-not-accepted');
  return order;
}

export const createAgreement = operation(contract.create, async (ctx, input) => {
  if (input.validTo < input.validFrom) throw ctx.refuse('agreement.period-backwards');
  const side = sideOfRole(ctx.actor.role);
  // Template and profile are read before entering the school's home: both are seen in their own home only.
  const template = await chosenTemplate(ctx, input.template ?? { kind: 'order-class' }, side);
  // Without its student a tripartite agreement would lack a party.
  if (template.kind === 'tripartite') throw ctx.refuse('agreement.tripartite-per-student');
  const missing = unanswered(template.variables, input.given);
  if (missing.length > 0) throw ctx.refuse('agreement.unanswered', { names: missing.join(', ') });
  const place = await placeOf(ctx, input, template.kind);
  const { legalRepresentative, address } = await organisationProfile(ctx);
  const { signer = ctx.actor.name, signerPost = '' } = input;
  const own = { legalRepresentative, address, signer, signerPost };
  return ctx.inHome(place.home, async (inner) => {
    const order = place.orderId === undefined ? null : await takenOrder(inner, place.orderId);
    const enterpriseId = order?.enterpriseId ?? place.enterpriseId ?? '';
    const id = newId();
    const parties = (await publicParties(inner, place.home, enterpriseId)).map((party) =>
      party.side === side ? { ...party, ...own } : party,
    );
    const [school, enterprise] = parties;
    await insertAgreement(
      inner,
      {
        ...{ id, enterpriseId, parties, validFrom: input.validFrom, validTo: input.validTo },
        number: `AG-${inner.today.replaceAll('-', '')}-${id.slice(-4).toUpperCase()}`,
        orderId: order?.id ?? null,
        title: input.title || `${school?.name ?? ''}与${enterprise?.name ?? ''}${template.title}`,
        titleEn:
          input.titleEn ||
          `${template.titleEn} between ${school?.nameEn ?? ''} and ${enterprise?.nameEn ?? ''}`,
        order: order === null ? null : orderSnapshot(order),
        terms: { ...usualTerms, ...input.terms },
        isIllustrative: await isAnyIllustrative(inner, [place.home, enterpriseId]),
        source: { ...template, given: input.given },
      },
      handOf(ctx),
    );
    if (input.route === 'standard') {
      const key = { tenantId: inner.tenant, enterpriseId, agreementId: id };
      await inner.db
        .insertInto('agreementRoute')
        .values({ ...key, route: 'standard' })
        .execute();
    }
    ctx.audit(id);
    return { id };
  });
});
