import { organisationProfile } from '@dualtrack/organisations/server';
import { partnersOf } from '@dualtrack/platform/access';
import { notFound } from '@dualtrack/platform/errors';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { orderOf } from '@dualtrack/workforce/server';
import { withBlanks } from '../blank-values.ts';
import { checkTemplate, type TemplateText, variablesOf } from '../check-template.ts';
import { templatesContract as contract } from '../contract/templates.ts';
import { renderTemplate } from '../render-template.ts';
import { type AgreementOrder, type AgreementTerms, type Party, usualTerms } from '../shapes.ts';
import { type GivenValues, templateValues } from '../template-values.ts';
import { orderSnapshot, publicParties } from './create-agreement.ts';
import type { AgreementsTables } from './tables.ts';
import { ownSide } from './template-read.ts';
import { sourceOf } from './template-source.ts';

const operation = operationsOn<AgreementsTables>();
type Context = OperationContext<AgreementsTables, 'agreement.no-such-partner' | 'template.other-kind'>;

type Subject = {
  parties: Party[];
  order: AgreementOrder | null;
  terms?: AgreementTerms;
  validFrom?: string;
  validTo?: string;
  given?: GivenValues;
};
type Wanted = { orderId?: string; partnerId?: string; agreementId?: string } & TemplateText;

/** An agreement of the same kind; of its answers those to questions that the template asks in the same form. */
async function agreementSubject(ctx: Context, agreementId: string, template: TemplateText): Promise<Subject> {
  const row = await ctx.db
    .selectFrom('agreement')
    .select(['parties', 'variables', 'validFrom', 'validTo'])
    .where('id', '=', agreementId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('agreement');
  const source = await sourceOf(ctx, agreementId);
  if (source.kind !== template.kind) throw ctx.refuse('template.other-kind');
  const formOf = (list: TemplateText['variables'], name: string) => {
    const found = list.find((one) => one.name === name);
    return found && [found.kind, ...found.columns.map((one) => `${one.name} ${one.kind}`)].join();
  };
  const isAsked = (name: string) => {
    const form = formOf(template.variables, name);
    return form !== undefined && form === formOf(source.variables, name);
  };
  const { parties, variables, validFrom, validTo } = row;
  return {
    ...{ parties, order: variables.order, terms: variables.terms ?? usualTerms },
    ...{ validFrom: validFrom ?? ctx.today, validTo: validTo ?? '' },
    given: Object.fromEntries(Object.entries(source.given).filter(([name]) => isAsked(name))),
  };
}

async function subjectOf(ctx: Context, input: Wanted): Promise<Subject> {
  if (input.agreementId !== undefined) return agreementSubject(ctx, input.agreementId, input);
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
  const { order, parties, ...known } = await subjectOf(ctx, input);
  const { legalRepresentative, address } = await organisationProfile(ctx);
  const side = ownSide(ctx);
  const own = { legalRepresentative, address, signer: ctx.actor.name };
  const values = templateValues({
    // In an agreement each side has said of itself what it wants there.
    parties: parties.map((party) =>
      party.side === side && input.agreementId === undefined ? { ...party, ...own } : party,
    ),
    ...{ order, terms: usualTerms, validFrom: ctx.today, validTo: '' },
    ...{ ...known, given: { ...known.given, ...given } },
  });
  const sections = renderTemplate(template, withBlanks(variablesOf(template), values));
  return { flaws, sections };
});
