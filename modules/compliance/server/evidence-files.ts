import { readFileBytes } from '@dualtrack/platform/files';
import type { OperationContext, TransactionContext } from '@dualtrack/platform/operation';
import { overridesOfClass } from './overrides.ts';
import { paymentsOf } from './payments.ts';
import type { ComplianceTables } from './tables.ts';
import { factHead, ruleHead, ruleOf, textsOfRule } from './texts.ts';
import type { ArchivedFile } from './write-zip.ts';

type Context = OperationContext<ComplianceTables, never>;

const asJson = (path: string, value: unknown): ArchivedFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`),
});

/** Everything that is on record of a class, as files: verdicts, facts with their history, filings, their documents. */
export async function evidenceFiles(ctx: Context, classId: string): Promise<ArchivedFile[]> {
  return [
    asJson('verdicts.json', await verdictsOf(ctx, classId)),
    asJson('facts.json', await factsOf(ctx, classId)),
    ...(await paidFiles(ctx, classId)),
    asJson('checks.json', await checksOf(ctx, classId)),
    asJson('terms-set-aside.json', (await overridesOfClass(ctx, classId)).map(onPaper)),
    ...(await filingsOf(ctx, classId)),
  ];
}

/** The standing verdicts of a class with the names of its students. */
export async function verdictsOf(ctx: Context, classId: string) {
  const rows = await ctx.db
    .selectFrom('verdict as v')
    .innerJoin('compliancePlacement as p', (join) =>
      join.onRef('p.tenantId', '=', 'v.tenantId').onRef('p.placementId', '=', 'v.placementId'),
    )
    .select([
      'v.placementId',
      'p.studentName',
      'p.jurisdiction',
      'v.rule',
      'v.outcome',
      'v.isBlocking',
      'v.since',
    ])
    .select('v.detail')
    .where('v.classId', '=', classId)
    .orderBy('v.rule')
    .orderBy('p.studentName')
    .execute();
  return rows.map(({ detail, ...row }) => {
    const texts = textsOfRule(row.rule, ctx.locale);
    const { title, article, chapter, confidenceSays } = ruleHead(row.rule, ctx.locale);
    return {
      ...row,
      ...{ title, article, chapter, articleNumber: confidenceSays },
      verified: ruleOf(row.rule)?.provenance.verified ?? false,
      because: detail.because.map((code) => texts.reasons[code] ?? code),
      missing: detail.missing,
      factsLookedAt: detail.looked,
      counted: detail.facts,
      excusedBy: detail.exception ?? null,
      remedy: texts.rules[row.rule]?.remedy ?? '',
    };
  });
}

async function factsOf(ctx: Context, classId: string) {
  const rows = await ctx.db
    .selectFrom('fact')
    .select(['placementId', 'name', 'value', 'sourceModule', 'sourceId', 'recordedByName', 'recordedAt'])
    .select('replacedAt')
    .where('classId', '=', classId)
    .orderBy('name')
    .orderBy('recordedAt')
    .execute();
  // Private states are shown to nobody; that they were recorded is.
  return rows.map((row) => {
    const { label, isSensitive } = factHead(row.name, ctx.locale);
    return { ...row, label, isWithheld: isSensitive, value: isSensitive ? null : row.value };
  });
}

async function checksOf(ctx: Context, classId: string) {
  return ctx.db
    .selectFrom('verdictRun')
    .select([
      'at',
      'onDay',
      'moment',
      'pack',
      'placements',
      'breached',
      'blocking',
      'unknown',
      'met',
      'excused',
    ])
    .where('classId', '=', classId)
    .orderBy('at')
    .execute();
}

/** What was paid, without keys that only the database knows, money in minor units; and each paper that shows it, once. */
export async function paidFiles(
  ctx: TransactionContext<ComplianceTables>,
  classId: string,
): Promise<ArchivedFile[]> {
  const papers = new Map<string, ArchivedFile>();
  const listed = [];
  for (const row of await paymentsOf(ctx, classId)) {
    const {
      tenantId: _,
      enterpriseId: __,
      recordedBy: ___,
      replacedAt: ____,
      fileId,
      fileName,
      ...said
    } = row;
    if (fileId !== null && !papers.has(fileId)) {
      const number = String(papers.size + 1).padStart(2, '0');
      const path = `payments/${number}-${plainName(fileName)}`;
      papers.set(fileId, { path, bytes: (await readFileBytes(ctx, fileId)).bytes });
    }
    listed.push({ ...said, document: fileId === null ? null : papers.get(fileId)?.path });
  }
  return [asJson('payments.json', listed), ...papers.values()];
}

/** A request without keys that only the database knows. */
function onPaper(row: Awaited<ReturnType<typeof overridesOfClass>>[number]) {
  const { tenantId: _, enterpriseId: __, scopeId: ___, askedBy: ____, decidedBy: _____, ...said } = row;
  return said;
}

async function filingsOf(ctx: Context, classId: string): Promise<ArchivedFile[]> {
  const rows = await ctx.db
    .selectFrom('complianceFiling')
    .select(['kind', 'number', 'scope', 'placementIds', 'filedOn', 'approvedOn', 'until', 'askedBy'])
    .select(['grantedBy', 'fileId', 'fileName', 'withdrawnAt', 'recordedByName', 'recordedAt'])
    .where('classId', '=', classId)
    .orderBy('recordedAt')
    .execute();
  const documents: ArchivedFile[] = [];
  const listed = [];
  for (const { fileId, fileName, ...row } of rows) {
    const number = String(documents.length + 1).padStart(2, '0');
    const path = fileId === null ? null : `documents/${number}-${plainName(fileName)}`;
    if (fileId !== null && path !== null) {
      documents.push({ path, bytes: (await readFileBytes(ctx, fileId)).bytes });
    }
    listed.push({ ...row, document: path });
  }
  return [asJson('filings.json', listed), ...documents];
}

/** A file name without anything that would lead out of its folder. */
function plainName(name: string): string {
  return name
    .replace(/[^\p{L}\p{N}.\-_ ()（）〔〕]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-120);
}
