import { likePattern, listPage, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import type { OrganisationsTables } from './tables.ts';

const operation = operationsOn<OrganisationsTables>();

export const listSites = operation(contract.sites, async ({ db }, input) => {
  let query = db.selectFrom('site').select(['id', 'code', 'name', 'nameEn', 'regionCode', 'address']);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('name', 'ilike', pattern), eb('nameEn', 'ilike', pattern)]));
  }
  return listPage(query, input, { code: 'code', name: 'name' });
});

export const listPosts = operation(contract.posts, async ({ db }, input) => {
  let query = db
    .selectFrom('post as p')
    .innerJoin('site as s', (join) =>
      join.onRef('s.tenantId', '=', 'p.tenantId').onRef('s.id', '=', 'p.siteId'),
    )
    .select([
      'p.id',
      'p.code',
      'p.title',
      'p.titleEn',
      'p.occupation',
      's.name as site',
      's.nameEn as siteEn',
      'p.headcount',
      'p.monthlyPay',
      'p.internPay',
      'p.hazards',
      'p.isNightShift',
      'p.majorCategories',
      'p.labourGrade',
    ]);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('p.title', 'ilike', pattern), eb('p.titleEn', 'ilike', pattern)]));
  }
  return listPage(query, input, {
    code: 'p.code',
    title: 'p.title',
    site: 's.name',
    headcount: 'p.headcount',
    monthlyPay: 'p.monthlyPay',
    internPay: 'p.internPay',
  });
});

export const listWorkstations = operation(contract.workstations, async ({ db }, input) => {
  let query = db
    .selectFrom('workstation as w')
    .innerJoin('site as s', (join) =>
      join.onRef('s.tenantId', '=', 'w.tenantId').onRef('s.id', '=', 'w.siteId'),
    )
    .select(['w.id', 'w.code', 'w.name', 'w.nameEn', 's.name as site', 's.nameEn as siteEn'])
    .select(['w.unit', 'w.places', 'w.safetyNote']);
  if (input.q) {
    const pattern = likePattern(input.q);
    query = query.where((eb) => eb.or([eb('w.name', 'ilike', pattern), eb('w.unit', 'ilike', pattern)]));
  }
  return listPage(query, input, {
    code: 'w.code',
    name: 'w.name',
    site: 's.name',
    unit: 'w.unit',
    places: 'w.places',
  });
});

export const listStaff = operation(contract.staff, async ({ db }, input) => {
  let query = db
    .selectFrom('staff')
    .select(['id', 'staffNumber', 'name', 'postTitle', 'certificate', 'maxLearners']);
  if (input.q) query = query.where('name', 'ilike', likePattern(input.q));
  return listPage(query, input, {
    staffNumber: 'staffNumber',
    name: 'name',
    postTitle: 'postTitle',
    maxLearners: 'maxLearners',
  });
});

export const listStocks = operation(contract.stocks, async ({ db }, input) => {
  let query = db
    .selectFrom('occupationStock')
    .select(['occupation', 'title', 'titleEn', 'isco', 'headcount', 'attrition']);
  if (input.q) query = query.where('title', 'ilike', likePattern(input.q));
  return listPage(query, input, { title: 'title', headcount: 'headcount', attrition: 'attrition' });
});

export const listProjects = operation(contract.projects, async ({ db }, input) => {
  let query = db
    .selectFrom('project')
    .select(['id', 'code', 'name', 'nameEn', 'probability', 'delayMean', 'delayMax']);
  if (input.q) query = query.where('name', 'ilike', likePattern(input.q));
  return listPage(query, input, { code: 'code', name: 'name', probability: 'probability' });
});
