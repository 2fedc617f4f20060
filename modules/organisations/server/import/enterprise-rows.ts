import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { ImportBundle } from '../../import/index.ts';
import { writePlanRows } from './plan-rows.ts';
import { idsBy, upsertRows } from './upsert-rows.ts';

type Count = (rows: number) => void;

/** Writes an enterprise's own rows: sites, people by occupation, posts, plan, workstations, mentors. */
export async function writeEnterpriseRows<Tables>(
  context: TransactionContext<Tables>,
  bundle: ImportBundle,
  code: string,
  onWritten: Count,
): Promise<void> {
  await upsertRows(context, {
    table: 'site',
    shape: { id: 'uuid', code: 'text', name: 'text', nameEn: 'text', regionCode: 'text', address: 'text' },
    key: ['code'],
    keep: ['id'],
    rows: bundle.sites
      .filter((row) => row.enterpriseCode === code)
      .map((row) => ({ ...row, id: newId(), code: row.siteId, nameEn: row.nameEn ?? '' })),
    onWritten,
  });
  const sites = await idsBy(context, 'site', 'code');
  await writePlanRows(context, bundle, code, onWritten);
  await upsertRows(context, {
    table: 'post',
    shape: {
      id: 'uuid',
      code: 'text',
      title: 'text',
      titleEn: 'text',
      occupation: 'text',
      siteId: 'uuid',
      headcount: 'int',
      monthlyPay: 'bigint',
      internPay: 'bigint',
      currency: 'text',
      hazards: 'text[]',
      isNightShift: 'boolean',
      majorCategories: 'int[]',
      labourGrade: 'int',
    },
    key: ['code'],
    keep: ['id'],
    rows: bundle.posts
      .filter((row) => row.enterpriseCode === code)
      .map((row) => ({
        id: newId(),
        code: row.postId,
        title: row.title,
        titleEn: row.titleEn ?? '',
        occupation: row.occupationId ?? row.iscoCode,
        siteId: sites.get(row.siteId) ?? null,
        headcount: row.onDuty,
        monthlyPay: row.monthlyPay,
        internPay: row.internMonthlyPay ?? 0,
        currency: 'CNY',
        hazards: row.hazardTags,
        isNightShift: row.nightShift,
        majorCategories: row.majorCategories,
        labourGrade: row.physicalGrade,
      })),
    onWritten,
  });
  const posts = await idsBy(context, 'post', 'code');
  await upsertRows(context, {
    table: 'workstation',
    shape: {
      id: 'uuid',
      code: 'text',
      name: 'text',
      nameEn: 'text',
      siteId: 'uuid',
      postId: 'uuid',
      unit: 'text',
      unitWeeks: 'int',
      places: 'int',
      safetyNote: 'text',
    },
    key: ['code'],
    keep: ['id'],
    rows: bundle.workstations
      .filter((row) => row.enterpriseCode === code)
      .map((row) => ({
        ...row,
        id: newId(),
        code: row.stationId,
        nameEn: row.nameEn ?? '',
        siteId: sites.get(row.siteId) ?? null,
        postId: posts.get(row.postId) ?? null,
        safetyNote: row.safetyNote ?? '',
      })),
    onWritten,
  });
  const titles = new Map(bundle.posts.map((row) => [`${row.enterpriseCode} ${row.postId}`, row.title]));
  await upsertRows(context, {
    table: 'staff',
    shape: {
      id: 'uuid',
      staffNumber: 'text',
      name: 'text',
      postTitle: 'text',
      certificate: 'text',
      maxLearners: 'int',
      mail: 'text',
    },
    key: ['staffNumber'],
    keep: ['id'],
    rows: bundle.mentors
      .filter((row) => row.enterpriseCode === code)
      .map((row) => ({
        ...row,
        id: newId(),
        postTitle: titles.get(`${row.enterpriseCode} ${row.postId}`) ?? row.postId,
        certificate: row.certificate ?? '',
      })),
    onWritten,
  });
}
