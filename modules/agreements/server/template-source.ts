import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Side } from '../agreement.ts';
import { withBlanks } from '../blank-values.ts';
import { type TemplateText, variablesOf } from '../check-template.ts';
import { type RenderedSection, renderTemplate } from '../render-template.ts';
import type { AgreementVariables, Party } from '../shapes.ts';
import { type GivenValues, templateValues } from '../template-values.ts';
import { standardTemplates } from '../templates/standard.ts';
import { ownDb } from './own-db.ts';

/** The template version that an agreement is made from, with the answers to what it asks. */
export type TemplateSource = TemplateText & {
  title: string;
  titleEn: string;
  ownerSide: Side | null;
  templateId: string | null;
  version: number | null;
  given: GivenValues;
};

/** What ships for order classes; also what agreements made before templates were kept came from. */
export const standardSource: TemplateSource = {
  ...standardTemplates['order-class'],
  ...{ ownerSide: null, templateId: null, version: null, given: {} },
};

type Key = { id: string; enterpriseId: string };

/** Keeps the template with its agreement, word for word. */
export async function keepSource<Tables>(
  context: TransactionContext<Tables>,
  agreement: Key,
  source: TemplateSource,
): Promise<void> {
  const { variables, given, ...words } = source;
  await ownDb(context)
    .insertInto('agreementSource')
    .values({
      ...words,
      tenantId: context.tenant,
      enterpriseId: agreement.enterpriseId,
      agreementId: agreement.id,
      variables: JSON.stringify(variables),
      given: JSON.stringify(given),
    })
    .execute();
}

/** The template that an agreement was made from. */
export async function sourceOf<Tables>(
  context: TransactionContext<Tables>,
  agreementId: string,
): Promise<TemplateSource> {
  const row = await ownDb(context)
    .selectFrom('agreementSource')
    .select([
      ...(['kind', 'ownerSide', 'templateId', 'version', 'title', 'titleEn', 'body', 'bodyEn'] as const),
      ...(['variables', 'given'] as const),
    ])
    .where('agreementId', '=', agreementId)
    .executeTakeFirst();
  return row ?? standardSource;
}

/** What the clauses of an agreement are written from. */
export type Facts = {
  parties: Party[];
  variables: AgreementVariables;
  validFrom: string | null;
  validTo: string | null;
};

/** The sections that a template yields from an agreement's facts; none while facts are missing that it is made from. */
export function sectionsFrom(source: TemplateSource, facts: Facts): RenderedSection[] {
  const { parties, validFrom, validTo } = facts;
  const { order, terms } = facts.variables;
  const lacksOrder = source.kind === 'order-class' && order === null;
  if (lacksOrder || terms === null || validFrom === null || validTo === null) return [];
  const { given } = source;
  const values = templateValues({ parties, order, terms, validFrom, validTo, given });
  // Of a student not everything is known when the agreement is made: what is missing shows its name until then.
  const isOpen = source.kind === 'tripartite';
  return renderTemplate(source, isOpen ? withBlanks(variablesOf(source), values) : values);
}
