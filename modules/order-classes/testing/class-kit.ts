import { type AccountsTables, accounts, addMember } from '@dualtrack/accounts/server';
import { organisations } from '@dualtrack/organisations/server';
import type { Actor } from '@dualtrack/platform/access';
import { grantPartnership } from '@dualtrack/platform/access';
import type { Role } from '@dualtrack/platform/contract';
import { kindOfRole } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, type ServerModule } from '@dualtrack/platform/operation';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { workforce } from '@dualtrack/workforce/server';
import pg from 'pg';
import { orderClasses } from '../server/index.ts';

/** A school with a programme and students, a firm with an order in an agreement in force, and strangers. */
export type ClassKit = TestKernel & {
  admin: pg.Client;
  ids: { school: string; firm: string; otherSchool: string; otherFirm: string; teacher: string };
  /** Adds students of a major to the school; ids in order. */
  addStudents(count: number, majorCode?: string): Promise<string[]>;
  /** An agreement in force over an order with these seats by post, in order of their codes. */
  addAgreement(seats: readonly number[]): Promise<{ agreementId: string; orderId: string; posts: string[] }>;
  /** A member of the firm with an account. */
  member(role: Role, name: string): Promise<Actor>;
  actor(role: Role, options?: { subjectId?: string; tenant?: string }): Actor;
};

/** A room of which only the tables are needed. */
function tablesOf(name: string): ServerModule {
  const folder = new URL(`../../${name}/migrations/`, import.meta.url);
  return { name, contract: {}, operations: {}, migrations: { room: name, folder } };
}

export async function classKit(): Promise<ClassKit> {
  const rooms = [accounts, organisations, workforce, tablesOf('compliance'), tablesOf('agreements')];
  const kit = await testKernel([...rooms, orderClasses]);
  const admin = new pg.Client({ connectionString: kit.adminUrl });
  await admin.connect();
  const ids = { school: newId(), firm: newId(), otherSchool: newId(), otherFirm: newId(), teacher: newId() };
  for (const [tenant, kind, name, code] of [
    [ids.school, 'school', '伊州职业技术学院', '12650599EXAMPLE112'],
    [ids.otherSchool, 'school', '另一所学校', '12650599EXAMPLE200'],
    [ids.firm, 'enterprise', '定远新材料集团有限公司', '91650599EXAMPLE2XL'],
    [ids.otherFirm, 'enterprise', '另一家企业', '91650599EXAMPLE300'],
  ]) {
    await admin.query(
      `insert into organisation (tenant_id, kind, code, name, name_en, created_at) values ($1, $2, $3, $4, $4, '2026-01-01')`,
      [tenant, kind, code, name],
    );
  }
  for (const school of [ids.school, ids.otherSchool]) {
    for (const enterprise of [ids.firm, ids.otherFirm]) {
      await transact(kit.kernel.pool, ownScope(school), (transaction) =>
        grantPartnership(transaction, { school, enterprise, validFrom: '2026-01-01' }),
      );
    }
  }
  await admin.query(`insert into teacher (tenant_id, id, staff_number, name) values ($1, $2, 'T1', '周敏')`, [
    ids.school,
    ids.teacher,
  ]);
  const cohorts = new Map<string, string>();
  let number = 0;

  async function cohortOf(majorCode: string): Promise<string> {
    const known = cohorts.get(majorCode);
    if (known !== undefined) return known;
    const [programme, cohort] = [newId(), newId()];
    await admin.query(
      `insert into programme (tenant_id, id, major_code, name, level, years, join_rate, completion_rate)
       values ($1, $2, $3, $3, 'associate', 3, 0.5, 0.9)`,
      [ids.school, programme, majorCode],
    );
    await admin.query(
      `insert into cohort (tenant_id, id, code, programme_id, entry_year, class_name, size, graduation_quarter)
       values ($1, $2, $3, $4, 2025, $3, 40, '2028-Q2')`,
      [ids.school, cohort, majorCode, programme],
    );
    cohorts.set(majorCode, cohort);
    return cohort;
  }

  function actorOf(role: Role, options: { subjectId?: string; tenant?: string } = {}): Actor {
    const kind = kindOfRole(role);
    const tenant = options.tenant ?? (kind === 'school' ? ids.school : ids.firm);
    const homes = kind === 'enterprise' ? [ids.school, ids.otherSchool] : [];
    const subjectId = options.subjectId ?? null;
    return { personId: newId(), name: role, membershipId: newId(), role, tenant, kind, homes, subjectId };
  }

  return {
    ...kit,
    admin,
    ids,
    async addStudents(count, majorCode = '460301') {
      const cohort = await cohortOf(majorCode);
      const added: string[] = [];
      for (let index = 0; index < count; index++) {
        const id = newId();
        number += 1;
        await admin.query(
          `insert into student (tenant_id, id, student_number, name, sex, birth_date, cohort_id, phone)
           values ($1, $2, $3, $4, 'female', '2006-05-01', $5, '13900000000')`,
          [ids.school, id, `S${number}`, `学生${number}`, cohort],
        );
        added.push(id);
      }
      return added;
    },
    async addAgreement(seats) {
      const [agreementId, orderId] = [newId(), newId()];
      const total = seats.reduce((sum, one) => sum + one, 0);
      await admin.query(
        `insert into talent_order (tenant_id, enterprise_id, id, number, state, class_name, major_code,
           programme_name, seats, start_quarter, created_at, changed_at)
         values ($1, $2, $3, $4, 'in-agreement', '定远订单班', '460301', '机电一体化技术', $5, '2027-Q1', '2026-01-01', '2026-01-01')`,
        [ids.school, ids.firm, orderId, orderId, total],
      );
      const posts: string[] = [];
      for (const [index, count] of seats.entries()) {
        const postId = newId();
        posts.push(postId);
        const post = {
          ...{ code: `P0${index}`, title: `岗位${index}`, titleEn: `Post ${index}`, occupation: 'x' },
          ...{ siteName: '一厂', headcount: 40, monthlyPay: 600_000, internPay: 480_000, hazards: [] },
          ...{ nightShift: false, majorCategories: [6], labourGrade: null },
        };
        await admin.query(
          `insert into order_line (tenant_id, enterprise_id, order_id, post_id, seats, post) values ($1, $2, $3, $4, $5, $6)`,
          [ids.school, ids.firm, orderId, postId, count, JSON.stringify(post)],
        );
      }
      await admin.query(
        `insert into agreement (tenant_id, enterprise_id, id, number, kind, title, state, order_id, parties, variables, created_at, changed_at)
         values ($1, $2, $3, $4, 'order-class', '协议', 'in-force', $5, '[]', '{}', '2026-01-01', '2026-01-01')`,
        [ids.school, ids.firm, agreementId, agreementId, orderId],
      );
      return { agreementId, orderId, posts };
    },
    async member(role, name) {
      const signInName = `${newId()}@example.org`;
      const { personId } = await asSystem<AccountsTables, { personId: string }>(
        kit.kernel,
        ids.firm,
        (context) => addMember(context, { signInName, name, role, subjectId: null, locale: 'zh-CN' }),
      );
      return { ...actorOf(role), personId, name };
    },
    actor: actorOf,
    async close() {
      await admin.end();
      await kit.close();
    },
  };
}
