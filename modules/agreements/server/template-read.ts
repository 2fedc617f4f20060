import { notFound } from '@dualtrack/platform/errors';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import type * as z from 'zod';
import { type Side, sideOfRole } from '../agreement.ts';
import { checkTemplate } from '../check-template.ts';
import { type TemplateDetail, type templateChoice, templatesContract } from '../contract/templates.ts';
import { type TemplateKind, templateKinds } from '../template-variables.ts';
import { standardTemplates } from '../templates/standard.ts';
import { ownDb } from './own-db.ts';
import type { AgreementsTables } from './tables.ts';
import type { TemplateSource } from './template-source.ts';

const operation = operationsOn<AgreementsTables>();

/** The versions of an own template, newest first. */
export async function versionsOf<Tables>(context: TransactionContext<Tables>, templateId: string) {
  return ownDb(context)
    .selectFrom('agreementTemplateVersion')
    .selectAll()
    .where('templateId', '=', templateId)
    .orderBy('version', 'desc')
    .execute();
}

/** An own template as its page shows it: the version asked for, else the newest one, which a draft always is. */
export async function templateView<Tables>(
  context: TransactionContext<Tables>,
  templateId: string,
  wanted?: number,
): Promise<TemplateDetail> {
  const template = await ownDb(context)
    .selectFrom('agreementTemplate')
    .select('kind')
    .where('id', '=', templateId)
    .executeTakeFirst();
  const rows = await versionsOf(context, templateId);
  const shown = wanted === undefined ? rows[0] : rows.find((row) => row.version === wanted);
  if (template === undefined || shown === undefined) throw notFound('agreementTemplate');
  const { version, state, revision, title, titleEn, body, bodyEn, variables } = shown;
  const { kind } = template;
  return {
    ...{ id: templateId, kind, version, state, revision, title, titleEn, body, bodyEn, variables },
    flaws: checkTemplate({ kind, body, bodyEn, variables }),
    versions: rows.map((row) => ({
      version: row.version,
      state: row.state,
      changedName: row.changedName,
      changedAt: row.changedAt.toISOString(),
      publishedName: row.publishedName,
      publishedAt: row.publishedAt?.toISOString() ?? null,
    })),
  };
}

function standardView(kind: TemplateKind): TemplateDetail {
  const { variables, ...words } = standardTemplates[kind];
  const fixed = { id: null, version: null, state: 'standard' as const, revision: 1, flaws: [], versions: [] };
  return { ...words, ...fixed, variables: [...variables] };
}

type Choice = z.infer<typeof templateChoice>;

/** The words of a template that an agreement or a copy is made from; only what is published, unless it is copied. */
export async function chosenTemplate<Tables>(
  context: TransactionContext<Tables>,
  choice: Choice,
  side: Side | null,
): Promise<Omit<TemplateSource, 'given'>> {
  if ('kind' in choice) {
    return { ...standardTemplates[choice.kind], ...{ ownerSide: null, templateId: null, version: null } };
  }
  const { templateId, version } = choice;
  const view = await templateView(context, templateId, version);
  if (view.state !== 'published') throw notFound('agreementTemplate');
  const { kind, title, titleEn, body, bodyEn, variables } = view;
  return { ...{ kind, title, titleEn, body, bodyEn, variables, templateId, version }, ownerSide: side };
}

export const listTemplates = operation(templatesContract.list, async (ctx) => {
  const own = await ctx.db
    .selectFrom('agreementTemplate')
    .select(['id', 'kind', 'createdAt'])
    .orderBy('createdAt', 'desc')
    .execute();
  const versions = await ctx.db
    .selectFrom('agreementTemplateVersion')
    .select(['templateId', 'version', 'state', 'title', 'titleEn', 'changedName', 'changedAt'])
    .orderBy('version', 'desc')
    .execute();
  const ownRows = own.flatMap(({ id, kind }) => {
    const all = versions.filter((row) => row.templateId === id);
    const [newest] = all;
    if (newest === undefined) return [];
    const of = (state: 'draft' | 'published') => all.find((row) => row.state === state)?.version ?? null;
    const { title, titleEn, changedName, changedAt } = newest;
    const changed = { changedName, changedAt: changedAt.toISOString() };
    return { ...{ id, kind, title, titleEn }, published: of('published'), draft: of('draft'), ...changed };
  });
  const standardRows = templateKinds.map((kind) => {
    const { title, titleEn } = standardTemplates[kind];
    return {
      ...{ id: null, kind, title, titleEn, published: null, draft: null },
      ...{ changedName: '', changedAt: null },
    };
  });
  return { items: [...ownRows, ...standardRows] };
});

export const standardTemplate = operation(templatesContract.standard, async (_, { kind }) =>
  standardView(kind),
);

export const getTemplate = operation(templatesContract.get, (ctx, { templateId, version }) =>
  templateView(ctx, templateId, version),
);

/** The acting person's side, for whose template it is. */
export const ownSide = (context: { actor: { role: Parameters<typeof sideOfRole>[0] } }) =>
  sideOfRole(context.actor.role);
