import { done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { templateKinds, variableKinds } from '../template-variables.ts';

const tag = 'Agreement templates';
const offices = ['school-office', 'enterprise-hr'] as const;
const kind = z.enum(templateKinds);
const text = z.string().max(100_000);
const name = z.string().max(60);

const column = z.object({
  name,
  zh: name,
  en: name,
  kind: z.enum(variableKinds).exclude(['rows']),
});
const variable = z.object({
  name,
  zh: name,
  en: name,
  kind: z.enum(variableKinds),
  isOptional: z.boolean(),
  columns: z.array(column).max(12),
});
export const templateVariables = z.array(variable).max(60);
const variables = templateVariables;

const plain = z.union([
  z.string().max(2_000),
  z.number(),
  z.object({ zh: z.string().max(2_000), en: z.string().max(2_000) }),
  z.null(),
]);
/** Answers to a template's questions, by the variable's name; rows by column. */
export const givenValues = z.record(
  z.string().max(60),
  z.union([plain, z.array(z.record(z.string().max(60), plain)).max(100)]),
);

/** Which template an agreement is made from: a standard one by its kind, or a published version of an own one. */
export const templateChoice = z.union([
  z.object({ kind }),
  z.object({ templateId: field.id, version: z.number().int().min(1) }),
]);

const flaw = z.object({
  language: z.enum(['zh', 'en']),
  line: z.number().int(),
  column: z.number().int(),
  length: z.number().int(),
  code: z.string(),
  name: z.string(),
});

const templateRow = z.object({
  /** Null for one that ships with the product: it is read and copied only. */
  id: field.id.nullable(),
  kind,
  title: z.string(),
  titleEn: z.string(),
  /** The latest published version; null while there is none. */
  published: z.number().int().nullable(),
  draft: z.number().int().nullable(),
  changedName: z.string(),
  changedAt: field.instant.nullable(),
});
export type TemplateRow = z.infer<typeof templateRow>;

const templateVersion = z.object({
  version: z.number().int(),
  state: z.enum(['draft', 'published']),
  changedName: z.string(),
  changedAt: field.instant,
  publishedName: z.string(),
  publishedAt: field.instant.nullable(),
});

const templateDetail = z.object({
  id: field.id.nullable(),
  kind,
  version: z.number().int().nullable(),
  state: z.enum(['standard', 'draft', 'published']),
  revision: z.number().int(),
  title: z.string(),
  titleEn: z.string(),
  body: z.string(),
  bodyEn: z.string(),
  variables,
  flaws: z.array(flaw),
  /** Versions, newest first. */
  versions: z.array(templateVersion),
});
export type TemplateDetail = z.infer<typeof templateDetail>;

const templateId = z.object({ templateId: field.id });
const words = { title: field.line, titleEn: field.line, body: text, bodyEn: text, variables };
const stale = { 'template.changed': { status: 409 }, 'template.no-draft': { status: 409 } };

export const templatesContract = {
  list: route('GET', '/agreement-templates', { may: offices, summary: 'Standard and own templates', tag })
    .input(z.object({}))
    .output(z.object({ items: z.array(templateRow) })),
  standard: route('GET', '/agreement-templates/standard/{kind}', {
    may: offices,
    summary: 'A template that ships with the product',
    tag,
  })
    .input(z.object({ kind }))
    .output(templateDetail),
  get: route('GET', '/agreement-templates/{templateId}', {
    may: offices,
    summary: 'An own template: its draft, else its newest version, or the version asked for',
    tag,
  })
    .input(templateId.extend({ version: z.coerce.number().int().min(1).optional() }))
    .output(templateDetail),
  copy: route('POST', '/agreement-templates', {
    may: offices,
    summary: 'Copy a standard or an own template into a new draft',
    tag,
    created: true,
  })
    .input(z.object({ from: templateChoice, title: field.line, titleEn: field.line }))
    .output(z.object({ id: field.id })),
  save: route('PUT', '/agreement-templates/{templateId}/draft', {
    may: offices,
    summary: 'Keep a draft as it is written, flaws and all',
    tag,
  })
    .errors(stale)
    .input(templateId.extend({ revision: z.number().int().min(1), ...words }))
    .output(templateDetail),
  publish: route('POST', '/agreement-templates/{templateId}/publish', {
    may: offices,
    summary: 'Publish the draft: from then on this version does not change',
    tag,
  })
    .errors({ ...stale, 'template.flawed': { status: 422, data: z.object({ count: z.number() }) } })
    .input(templateId.extend({ revision: z.number().int().min(1) }))
    .output(templateDetail),
  newDraft: route('POST', '/agreement-templates/{templateId}/draft', {
    may: offices,
    summary: 'Begin the next version from the newest one',
    tag,
    created: true,
  })
    .errors({ 'template.has-draft': { status: 409 } })
    .input(templateId)
    .output(templateDetail),
  discard: route('DELETE', '/agreement-templates/{templateId}/draft', {
    may: offices,
    summary: 'Throw the draft away; a template without a published version goes with it',
    tag,
  })
    .errors({ 'template.no-draft': { status: 409 } })
    .input(templateId)
    .output(done),
  preview: route('POST', '/agreement-templates/preview', {
    may: offices,
    summary:
      'The text filled from a real order, partner or agreement; what nobody has answered stands in brackets',
    tag,
  })
    .errors({ 'agreement.no-such-partner': { status: 422 }, 'template.other-kind': { status: 422 } })
    .input(
      z.object({
        kind,
        body: text,
        bodyEn: text,
        variables,
        orderId: field.id.optional(),
        partnerId: field.id.optional(),
        /** An agreement of the same kind: its parties, term, figures and answers. */
        agreementId: field.id.optional(),
        given: givenValues.default({}),
      }),
    )
    .output(
      z.object({
        flaws: z.array(flaw),
        sections: z.array(
          z.object({
            clause: z.string(),
            title: z.string(),
            titleEn: z.string(),
            body: z.string(),
            bodyEn: z.string(),
          }),
        ),
      }),
    ),
};
