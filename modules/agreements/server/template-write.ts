import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { checkTemplate } from '../check-template.ts';
import { templatesContract as contract } from '../contract/templates.ts';
import type { TemplateVariable } from '../template-variables.ts';
import type { AgreementsTables } from './tables.ts';
import { chosenTemplate, ownSide, templateView, versionsOf } from './template-read.ts';

const operation = operationsOn<AgreementsTables>();
type Context = OperationContext<AgreementsTables>;

type Words = {
  title: string;
  titleEn: string;
  body: string;
  bodyEn: string;
  variables: readonly TemplateVariable[];
};

async function insertDraft(ctx: Context, templateId: string, version: number, words: Words): Promise<void> {
  const { title, titleEn, body, bodyEn, variables } = words;
  await ctx.db
    .insertInto('agreementTemplateVersion')
    .values({
      ...{ tenantId: ctx.tenant, templateId, version, title, titleEn, body, bodyEn, revision: 1 },
      state: 'draft',
      variables: JSON.stringify(variables),
      changedBy: ctx.actor.personId,
      changedName: ctx.actor.name,
      changedAt: ctx.now,
      publishedName: '',
      publishedAt: null,
    })
    .execute();
}

/** Locks a template, so that of two who act on it at once the second sees what the first did. */
async function lockTemplate(ctx: Context, templateId: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('agreementTemplate')
    .select('id')
    .where('id', '=', templateId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('agreementTemplate');
}

export const copyTemplate = operation(contract.copy, async (ctx, input) => {
  const source = await chosenTemplate(ctx, input.from, ownSide(ctx));
  const id = newId();
  await ctx.db
    .insertInto('agreementTemplate')
    .values({
      ...{ tenantId: ctx.tenant, id, kind: source.kind, createdBy: ctx.actor.personId, createdAt: ctx.now },
      basedOn: source.templateId === null ? 'standard' : `${source.templateId} ${source.version}`,
    })
    .execute();
  await insertDraft(ctx, id, 1, { ...source, title: input.title, titleEn: input.titleEn });
  ctx.audit(id);
  return { id };
});

export const saveTemplate = operation(contract.save, async (ctx, input) => {
  const { templateId, revision, title, titleEn, body, bodyEn, variables } = input;
  await lockTemplate(ctx, templateId);
  const [newest] = await versionsOf(ctx, templateId);
  if (newest?.state !== 'draft') throw ctx.refuse('template.no-draft');
  const saved = await ctx.db
    .updateTable('agreementTemplateVersion')
    .set({
      ...{ title, titleEn, body, bodyEn, revision: revision + 1 },
      variables: JSON.stringify(variables),
      changedBy: ctx.actor.personId,
      changedName: ctx.actor.name,
      changedAt: ctx.now,
    })
    .where('templateId', '=', templateId)
    .where('state', '=', 'draft')
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (saved.numUpdatedRows !== 1n) throw ctx.refuse('template.changed');
  ctx.audit(templateId);
  return templateView(ctx, templateId);
});

export const publishTemplate = operation(contract.publish, async (ctx, input) => {
  const { templateId, revision } = input;
  await lockTemplate(ctx, templateId);
  const view = await templateView(ctx, templateId);
  if (view.state !== 'draft') throw ctx.refuse('template.no-draft');
  if (view.revision !== revision) throw ctx.refuse('template.changed');
  const count = checkTemplate(view).length;
  if (count > 0) throw ctx.refuse('template.flawed', { count });
  await ctx.db
    .updateTable('agreementTemplateVersion')
    .set({ state: 'published', publishedName: ctx.actor.name, publishedAt: ctx.now })
    .where('templateId', '=', templateId)
    .where('state', '=', 'draft')
    .where('revision', '=', revision)
    .execute();
  ctx.audit(templateId, { version: view.version });
  return templateView(ctx, templateId);
});

export const newTemplateDraft = operation(contract.newDraft, async (ctx, { templateId }) => {
  await lockTemplate(ctx, templateId);
  const [newest] = await versionsOf(ctx, templateId);
  if (newest === undefined) throw notFound('agreementTemplate');
  if (newest.state === 'draft') throw ctx.refuse('template.has-draft');
  await insertDraft(ctx, templateId, newest.version + 1, newest);
  ctx.audit(templateId);
  return templateView(ctx, templateId);
});

export const discardTemplateDraft = operation(contract.discard, async (ctx, { templateId }) => {
  await lockTemplate(ctx, templateId);
  const [newest, earlier] = await versionsOf(ctx, templateId);
  if (newest?.state !== 'draft') throw ctx.refuse('template.no-draft');
  await ctx.db
    .deleteFrom('agreementTemplateVersion')
    .where('templateId', '=', templateId)
    .where('state', '=', 'draft')
    .execute();
  if (earlier === undefined) {
    await ctx.db.deleteFrom('agreementTemplate').where('id', '=', templateId).execute();
  }
  ctx.audit(templateId);
  return { ok: true as const };
});
