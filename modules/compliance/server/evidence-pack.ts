import { createHash } from 'node:crypto';
import { organisationNames } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { composePdf } from '@dualtrack/platform/pdf';
import { contract } from '../contract.ts';
import { evidenceFiles, verdictsOf } from './evidence-files.ts';
import { type IndexEntry, indexPaper, overridesPaper, reportPaper } from './evidence-paper.ts';
import { overridesOfClass } from './overrides.ts';
import { countByRule, sumByRule } from './read-classes.ts';
import type { ComplianceTables } from './tables.ts';
import { type ArchivedFile, writeZip } from './write-zip.ts';

const operation = operationsOn<ComplianceTables>();

/** Puts the installation's seal on a PDF; `title` is what is sealed. */
export type EvidenceSeal = (
  at: Pick<TransactionContext<never>, 'kernel' | 'tenant' | 'now'>,
  title: string,
  pdf: Uint8Array,
) => Promise<Uint8Array>;

let seal: EvidenceSeal | undefined;

/** A later room that keeps the installation's seal says how it is put. Without one the index stays unsealed. */
export function sealEvidenceWith(given: EvidenceSeal): void {
  seal = given;
}

const entryOf = ({ path, bytes }: ArchivedFile): IndexEntry => ({
  ...{ path, bytes: bytes.length },
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** Everything on a class for an inspection, as one archive: report, files, and an index that is sealed over all. */
export const getEvidence = operation(contract.classes.evidence, async (ctx, input) => {
  const row = await ctx.db
    .selectFrom('complianceClass as c')
    .innerJoin('verdictRun as r', (join) =>
      join
        .onRef('r.tenantId', '=', 'c.tenantId')
        .onRef('r.classId', '=', 'c.classId')
        .on('r.isLatest', '=', true),
    )
    .select(['c.name', 'c.enterpriseId', 'r.pack', 'r.onDay', 'r.at', 'r.placements'])
    .where('c.classId', '=', input.classId)
    .executeTakeFirst();
  if (row === undefined) throw notFound('compliance-class');
  const names = await organisationNames(ctx, [ctx.tenant, row.enterpriseId]);
  const [school, host] = [names.get(ctx.tenant), names.get(row.enterpriseId)];
  const label = (zh: string, en: string) => ({ zh, en });
  const head = {
    subtitle: row.name,
    facts: [
      { label: label('学校', 'School'), value: school?.name || '–' },
      { label: label('实习单位', 'Host'), value: host?.name || '–' },
      { label: label('判定日期', 'Law of'), value: row.onDay },
      { label: label('学生人数', 'Students'), value: String(row.placements) },
      { label: label('规则包', 'Rule packs'), value: row.pack },
    ],
    footer: `${row.name} · ${ctx.now.toISOString()}`,
    illustrative: false,
  };
  const verdicts = await verdictsOf(ctx, input.classId);
  const rules = sumByRule(countByRule(verdicts), ctx.locale);
  const report = await composePdf({ template: 'table', data: reportPaper(head, rules), createdAt: ctx.now });
  const overrides = await overridesOfClass(ctx, input.classId);
  const setAside =
    overrides.length === 0
      ? []
      : [
          {
            path: 'terms-set-aside.pdf',
            bytes: await composePdf({
              template: 'table',
              data: overridesPaper(head, overrides),
              createdAt: ctx.now,
            }),
          },
        ];
  const files = [
    ...[{ path: 'report.pdf', bytes: report }, ...setAside],
    ...(await evidenceFiles(ctx, input.classId)),
  ];
  const entries = files.map(entryOf);
  const plain = await composePdf({ template: 'table', data: indexPaper(head, entries), createdAt: ctx.now });
  const index = seal === undefined ? plain : await seal(ctx, row.name, plain);
  const list = {
    format: 'dualtrack/evidence@1',
    class: row.name,
    at: ctx.now,
    sealed: seal !== undefined,
    files: entries,
  };
  const archive = writeZip(
    [
      { path: 'index.pdf', bytes: index },
      { path: 'index.json', bytes: new TextEncoder().encode(`${JSON.stringify(list, null, 1)}\n`) },
      ...files,
    ],
    ctx.now,
  );
  ctx.audit(input.classId, { files: files.length });
  return new File([Buffer.from(archive)], `evidence-${row.onDay}.zip`, { type: 'application/zip' });
});
