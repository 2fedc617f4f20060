import { isAnyIllustrative } from '@dualtrack/organisations/server';
import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { usualTerms } from '../shapes.ts';
import { type GivenValues, unanswered } from '../template-values.ts';
import type { TemplateKind } from '../template-variables.ts';
import { standardTemplates } from '../templates/standard.ts';
import { insertAgreement, publicParties } from './create-agreement.ts';
import type { Hand } from './section-writer.ts';

/** An agreement that a later room begins from what it knows already. */
export type AgreementDraft = {
  kind: Exclude<TemplateKind, 'order-class'>;
  enterpriseId: string;
  title: string;
  titleEn: string;
  validFrom: string;
  validTo: string;
  given: GivenValues;
};

/**
 * Door: begins an agreement from the standard template of a kind, in the school's home in which the context runs, and
 * leaves it to both sides to negotiate. Gives the names of what the template asks and nobody answered, if any.
 */
export async function draftStandardAgreement<Tables>(
  context: TransactionContext<Tables>,
  draft: AgreementDraft,
  hand: Hand,
): Promise<{ id: string } | { missing: string[] }> {
  const { kind, enterpriseId, given, ...words } = draft;
  const template = standardTemplates[kind];
  const missing = unanswered(template.variables, given);
  if (missing.length > 0) return { missing };
  const id = newId();
  await insertAgreement(
    context,
    {
      ...{ id, enterpriseId, ...words, orderId: null, order: null, terms: usualTerms },
      parties: await publicParties(context, context.tenant, enterpriseId),
      number: `AG-${context.today.replaceAll('-', '')}-${id.slice(-4).toUpperCase()}`,
      isIllustrative: await isAnyIllustrative(context, [context.tenant, enterpriseId]),
      source: { ...template, ownerSide: null, templateId: null, version: null, given },
    },
    hand,
  );
  return { id };
}
