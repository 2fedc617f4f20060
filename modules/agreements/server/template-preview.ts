import { organisationProfile } from '@dualtrack/organisations/server';
import { partnersOf } from '@dualtrack/platform/access';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { orderOf } from '@dualtrack/workforce/server';
import { withBlanks } from '../blank-values.ts';
import { checkTemplate, variablesOf } from '../check-template.ts';
import { templatesContract as contract } from '../contract/templates.ts';
import { renderTemplate } from '../render-template.ts';
import { type AgreementOrder, type Party, usualTerms } from '../shapes.ts';
import { templateValues } from '../template-values.ts';
import { orderSnapshot, publicParties } from './create-agreement.ts';
import type { AgreementsTables } from './tables.ts';
import { ownSide } from './template-read.ts';

const operation = operationsOn<AgreementsTables>();
type Context = OperationContext<AgreementsTables, 'agreement.no-such-partner'>;

type Subject = { parties: Party[]; order: AgreementOrder | null };

async function subjectOf(ctx: Context, input: { orderId?: string; partnerId?: string }): Promise<Subject> {
  if (input.orderId !== undefined) {
    const { orderId } = input;
    const home = await homeOf(ctx, 'talent_order', orderId);
    return ctx.inHome(home, async (inner) => {
      const found = await orderOf(inner, orderId);
      if (found === undefined) return { parties: [], order: null };
      return { parties: await publicParties(inner, home, found.enterpriseId), order: orderSnapshot(found) };
    });
  }
  if (input.partnerId === undefined) return { parties: [], order: null };
  const partners = await partnersOf(ctx.transaction, ctx.today);
  if (!partners.includes(input.partnerId)) throw ctx.refuse('agreement.no-such-partner');
  const [home, enterpriseId] =
    ctx.actor.kind === 'school' ? [ctx.tenant, input.partnerId] : [input.partnerId, ctx.tenant];
  return { parties: await publicParties(ctx, home, enterpriseId), order: null };
}

export const previewTemplate = operation(contract.preview, async (ctx, input) => {
  const { kind, body, bodyEn, variables, given } = input;
  const template = { kind, body, bodyEn, variables };
  const flaws = checkTemplate(template);
  if (flaws.length > 0) return { flaws, sections: [] };
  const { order, parties } = await subjectOf(ctx, input);
  const { legalRepresentative, address } = await organisationProfile(ctx);
  const side = ownSide(ctx);
  const own = { legalRepresentative, address, signer: ctx.actor.name };
  const values = templateValues({
    parties: parties.map((party) => (party.side === side ? { ...party, ...own } : party)),
    ...{ order, terms: usualTerms, validFrom: ctx.today, validTo: '', given },
  });
  const sections = renderTemplate(template, withBlanks(variablesOf(template), values));
  return { flaws, sections };
});
