import { accounts } from '@dualtrack/accounts/server';
import { organisations } from '@dualtrack/organisations/server';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import pg from 'pg';
import { workforce } from '../server/index.ts';

/** A school with one programme, two firms with a post each and a small plan, and a school that is nobody's partner. */
export type DemandKit = TestKernel & {
  admin: pg.Client;
  ids: { school: string; stranger: string; firm: string; otherFirm: string; post: string; otherPost: string };
  /** Asks for a forecast, scenario or back-test and waits until its run has ended. */
  forecast: TestKernel['call'];
  actor(role: Role, options?: { tenant?: string; personId?: string }): Actor;
};

export const majorCode = '460301';

/** Makes it on a fresh database. */
export async function demandKit(): Promise<DemandKit> {
  const kit = await testKernel([accounts, organisations, workforce]);
  const admin = new pg.Client({ connectionString: kit.adminUrl });
  await admin.connect();
  const ids = {
    ...{ school: newId(), stranger: newId(), firm: newId(), otherFirm: newId() },
    ...{ post: newId(), otherPost: newId() },
  };
  for (const [tenant, kind, name, code] of [
    [ids.school, 'school', '伊州职业技术学院', '12650599EXAMPLE112'],
    [ids.stranger, 'school', '另一所学校', '12650599EXAMPLE200'],
    [ids.firm, 'enterprise', '定远新材料集团有限公司', '91650599EXAMPLE2XL'],
    [ids.otherFirm, 'enterprise', '小企业', '91650599EXAMPLE300'],
  ]) {
    await admin.query(
      `insert into organisation (tenant_id, kind, code, name, name_en, created_at) values ($1, $2, $3, $4, $4, '2026-01-01')`,
      [tenant, kind, code, name],
    );
  }
  const programme = newId();
  await admin.query(
    `insert into programme (tenant_id, id, major_code, name, level, years, occupations, join_rate, completion_rate)
     values ($1, $2, $3, '机电一体化技术', 'associate', 3, '{7233}', 0.5, 0.9)`,
    [ids.school, programme, majorCode],
  );
  await admin.query(
    `insert into directory_programme (tenant_id, id, major_code, name, name_en, level, years, occupations, join_rate, completion_rate, graduates)
     values ($1, $2, $3, '机电一体化技术', '', 'associate', 3, '{7233}', 0.5, 0.9, '[{"quarter":"2027-Q2","count":40}]')`,
    [ids.school, programme, majorCode],
  );
  for (const [enterprise, post] of [
    [ids.firm, ids.post],
    [ids.otherFirm, ids.otherPost],
  ] as const) {
    await transact(kit.kernel.pool, ownScope(ids.school), (transaction) =>
      grantPartnership(transaction, { school: ids.school, enterprise, validFrom: '2026-01-01' }),
    );
    await addPlan(admin, enterprise, post);
  }
  return {
    ...kit,
    admin,
    ids,
    async forecast(operation, actor, input, request) {
      const asked = await kit.call(operation, actor, input, request);
      await kit.settle();
      return asked;
    },
    actor(role, options = {}) {
      const kind = kindOfRole(role);
      const tenant = options.tenant ?? (kind === 'school' ? ids.school : ids.firm);
      const homes = kind === 'enterprise' ? [ids.school] : [];
      const personId = options.personId ?? newId();
      return { personId, name: role, membershipId: newId(), role, tenant, kind, homes, subjectId: null };
    },
    async close() {
      await admin.end();
      await kit.close();
    },
  };
}

async function addPlan(admin: pg.Client, enterprise: string, post: string): Promise<void> {
  const [site, line] = [newId(), newId()];
  await admin.query(`insert into site (tenant_id, id, code, name) values ($1, $2, 'S1', '一厂')`, [
    enterprise,
    site,
  ]);
  await admin.query(
    `insert into post (tenant_id, id, code, title, title_en, occupation, site_id, headcount, monthly_pay, intern_pay, hazards)
     values ($1, $2, 'P1', '检修钳工', 'Fitter', 'mechanic', $3, 40, 600000, 480000, '{noise}')`,
    [enterprise, post, site],
  );
  await admin.query(
    `insert into occupation_stock (tenant_id, occupation, title, title_en, isco, headcount, attrition)
     values ($1, 'mechanic', '设备检修钳工', 'Fitter', '7233', 60, 0.02)`,
    [enterprise],
  );
  await admin.query(`insert into capacity_line (tenant_id, id, code, name) values ($1, $2, 'L1', '一线')`, [
    enterprise,
    line,
  ]);
  for (const [quarter, units] of [
    ['2025-Q1', 6],
    ['2027-Q1', 10],
  ]) {
    await admin.query(
      `insert into capacity_value (tenant_id, line_id, quarter, units) values ($1, $2, $3, $4)`,
      [enterprise, line, quarter, units],
    );
  }
  await admin.query(
    `insert into line_staffing (tenant_id, line_id, occupation, per_unit) values ($1, $2, 'mechanic', 10)`,
    [enterprise, line],
  );
}
