import { Refusal } from '@dualtrack/platform/errors';
import { readFileBytes, saveFile } from '@dualtrack/platform/files';
import { asSystem, operationsOn } from '@dualtrack/platform/operation';
import { type LongRunHandler, startRun } from '@dualtrack/platform/runs';
import { sheetFile } from '@dualtrack/platform/sheets';
import { sql } from 'kysely';
import * as z from 'zod';
import { contract } from '../../contract.ts';
import { templateFor } from '../../import/index.ts';
import type { OrganisationsTables } from '../tables.ts';
import { fileNameOf, importFiles } from './import-files.ts';

const operation = operationsOn<OrganisationsTables>();
const runInput = z.object({ fileIds: z.array(z.string()), checkOnly: z.boolean(), isOperator: z.boolean() });

/** Keeps the files and starts the import; progress and every problem are read off the run. */
export const startImport = operation(contract.imports.start, async (ctx, input) => {
  const fileIds: string[] = [];
  for (const file of input.files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kept = await saveFile(ctx, {
      name: file.name,
      mediaType: 'application/octet-stream',
      bytes,
      enterpriseId: null,
    });
    fileIds.push(kept.id);
  }
  const runId = await startRun(ctx, {
    kind: 'organisations.import',
    input: {
      fileIds,
      checkOnly: input.checkOnly,
      isOperator: ctx.actor.role === 'operator',
    } satisfies z.infer<typeof runInput>,
    startedBy: ctx.actor.personId,
  });
  ctx.audit(runId, { files: fileIds.length });
  return { runId };
});

/** The long run of an import. What was uploaded is deleted at its end, whatever came of it. */
export const runImport: LongRunHandler = async (run) => {
  const { fileIds, checkOnly, isOperator } = runInput.parse(run.input);
  const { kernel, scope } = run;
  const files = await asSystem<OrganisationsTables, { name: string; source: Uint8Array }[]>(
    kernel,
    scope.tenant,
    async (context) => {
      const found: { name: string; source: Uint8Array }[] = [];
      for (const id of fileIds) {
        const { name, bytes } = await readFileBytes(context, id);
        found.push({ name, source: bytes });
      }
      return found;
    },
  );
  const outcome = await importFiles(kernel, files, {
    tenant: isOperator ? null : scope.tenant,
    checkOnly,
    signal: run.signal,
    progress: (step, done, total) => run.progress(done, total, { step }),
  });
  await asSystem(kernel, scope.tenant, (context) =>
    sql`delete from stored_file where tenant_id = ${scope.tenant} and id = any(${`{${fileIds.join(',')}}`}::uuid[])`.execute(
      context.transaction.plain,
    ),
  );
  if (!outcome.ok)
    throw new Refusal('import.invalid', 422, { count: outcome.errors, issues: outcome.issues });
  return { rows: outcome.rows, warnings: outcome.warnings, checkOnly };
};

/** A template to fill in, with headers and words in the caller's language. */
export const importTemplate = operation(contract.imports.template, async (ctx, input) => {
  const locale = ctx.locale === 'zh-CN' ? 'zh' : 'en';
  const sheet = templateFor(input.table, locale);
  const name = fileNameOf(input.table, locale, ctx.now, ctx.kernel.config.timeZone);
  return sheetFile(name, input.format, sheet, ctx.now);
});
