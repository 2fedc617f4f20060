import { accounts } from '@dualtrack/accounts/server';
import { organisations } from '@dualtrack/organisations/server';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import type { ServerModule } from '@dualtrack/platform/operation';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import pg from 'pg';
import { usualRubric } from '../rubric.ts';
import { innovation } from '../server/index.ts';
import type { ChallengePage } from '../shapes.ts';

/** A room of which only the tables are needed. */
function tablesOf(name: string): ServerModule {
  const folder = new URL(`../../${name}/migrations/`, import.meta.url);
  return { name, contract: {}, operations: {}, migrations: { room: name, folder } };
}

/** Two schools and two enterprises; the second school has no partner. Everybody named is a member at home. */
export type InnovationKit = TestKernel & {
  admin: pg.Client;
  ids: Readonly<Record<'school' | 'otherSchool' | 'firm' | 'otherFirm', string>>;
  /** Somebody with a role, and a name by which the same person is found again. */
  actor(role: Role, options?: { tenant?: string; name?: string }): Promise<Actor>;
};

/** Makes it on a fresh database. */
export async function innovationKit(): Promise<InnovationKit> {
  const kit = await testKernel([
    ...[accounts, organisations, tablesOf('workforce'), tablesOf('compliance'), tablesOf('agreements')],
    innovation,
  ]);
  const admin = new pg.Client({ connectionString: kit.adminUrl });
  await admin.connect();
  const ids = { school: newId(), otherSchool: newId(), firm: newId(), otherFirm: newId() };
  for (const [key, tenant] of Object.entries(ids)) {
    const kind = key.toLowerCase().endsWith('school') ? 'school' : 'enterprise';
    await admin.query(
      `insert into organisation (tenant_id, kind, code, name, name_en, region_code, created_at)
       values ($1, $2, $3, $3, $3, '650500', '2026-01-01')`,
      [tenant, kind, key],
    );
  }
  for (const enterprise of [ids.firm, ids.otherFirm]) {
    await transact(kit.kernel.pool, ownScope(ids.school), (transaction) =>
      grantPartnership(transaction, { school: ids.school, enterprise, validFrom: '2026-01-01' }),
    );
  }
  const known = new Map<string, Actor>();
  return {
    ...kit,
    admin,
    ids,
    async actor(role, options = {}) {
      const kind = kindOfRole(role);
      const tenant = options.tenant ?? (kind === 'school' ? ids.school : ids.firm);
      const name = options.name ?? role;
      const key = `${tenant}${role}${name}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const homes = kind === 'enterprise' ? [ids.school] : [];
      const [personId, membershipId, subjectId] = [newId(), newId(), newId()];
      await admin.query(
        `insert into membership (tenant_id, id, person_id, role, name, title, subject_id, created_at)
         values ($1, $2, $3, $4, $5, '', $6, '2026-01-01')`,
        [tenant, membershipId, personId, role, name, subjectId],
      );
      const made = { personId, membershipId, name, role, tenant, kind, homes, subjectId };
      known.set(key, made);
      return made;
    },
    async close() {
      await admin.end();
      await kit.close();
    },
  };
}

/** A whole page of a challenge. */
export const aPage: ChallengePage = {
  title: '回转窑尾气余热回收',
  titleEn: 'Waste heat of the kiln',
  keywords: '余热, 回转窑',
  summary: '窑尾烟气三百度直接排放，希望回收一半热量。',
  detail: '二号窑，烟气量每小时四万标方，含尘较高。',
  limits: '不停产改造。',
  expected: '样机连续运行三十天。',
  readinessFrom: 3,
  readinessTo: 6,
  budgetMin: 10_000_000,
  budgetMax: 30_000_000,
  deadline: '2026-12-31',
  isConfidential: true,
  origin: 'downtime',
  originNote: '二号窑十月停机记录',
  rubric: usualRubric,
};

/** A short form of a proposal. */
export const aForm = {
  title: '热管换热器方案',
  approach: '用可拆洗的热管换热器，先做一组样机。',
  benefit: '每年节约标煤四百吨。',
  hurdles: '积灰',
  department: '机电工程系',
  weeks: 26,
  cost: 20_000_000,
  team: [],
};
