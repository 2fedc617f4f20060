import { organisationNames, organisationProfile } from '@dualtrack/organisations/server';
import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { moveOrder, type OrderFacts, orderOf } from '@dualtrack/workforce/server';
import { type Side, sideOfRole } from '../agreement.ts';
import { contract } from '../contract.ts';
import { type AgreementOrder, type AgreementTerms, type Party, usualTerms } from '../shapes.ts';
import { handOf } from './act.ts';
import { isAnyIllustrative } from './directory.ts';
import { ownDb } from './own-db.ts';
import { type Hand, insertSections, writeEvent } from './section-writer.ts';
import type { AgreementsTables } from './tables.ts';
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
async function publicParties<Tables>(
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

export const createAgreement = operation(contract.create, async (ctx, input) => {
  if (input.validTo < input.validFrom) throw ctx.refuse('agreement.period-backwards');
  const home = await homeOf(ctx, 'talent_order', input.orderId);
  // Read before entering the school's home: an organisation's profile is seen in its own home only.
  const { legalRepresentative, address } = await organisationProfile(ctx);
  const own = {
    ...{ legalRepresentative, address },
    signer: input.signer ?? ctx.actor.name,
    signerPost: input.signerPost ?? '',
  };
  const side = sideOfRole(ctx.actor.role);
  return ctx.inHome(home, async (inner) => {
    const order = await orderOf(inner, input.orderId);
    // Moving the order first is also the lock: of two who begin at once, one is refused.
    const isMoved = order !== undefined && (await moveOrder(inner, order.id, 'in-agreement'));
    if (!isMoved) throw ctx.refuse('agreement.order-not-accepted');
    const id = newId();
    const parties = (await publicParties(inner, home, order.enterpriseId)).map((party) =>
      party.side === side ? { ...party, ...own } : party,
    );
    const [school, enterprise] = parties;
    await insertAgreement(
      inner,
      {
        id,
        number: `AG-${inner.today.replaceAll('-', '')}-${id.slice(-4).toUpperCase()}`,
        orderId: order.id,
        enterpriseId: order.enterpriseId,
        title: input.title || `${school?.name ?? ''}与${enterprise?.name ?? ''}校企订单式合作培养协议`,
        titleEn:
          input.titleEn ||
          `School–Enterprise Order-based Training Agreement between ${school?.nameEn ?? ''} and ${enterprise?.nameEn ?? ''}`,
        validFrom: input.validFrom,
        validTo: input.validTo,
        parties,
        order: orderSnapshot(order),
        terms: { ...usualTerms, ...input.terms },
        isIllustrative: await isAnyIllustrative(inner, [home, order.enterpriseId]),
      },
      handOf(ctx),
    );
    ctx.audit(id);
    return { id };
  });
});
