import { accounts } from '@dualtrack/accounts/server';
import { describeClass } from '@dualtrack/compliance/server';
import { orderClasses } from '@dualtrack/order-classes/server';
import { organisations } from '@dualtrack/organisations/server';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, type ServerModule } from '@dualtrack/platform/operation';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { trainingBases } from '@dualtrack/training-bases/server';
import { workforce } from '@dualtrack/workforce/server';
import pg from 'pg';
import { rotations } from '../server/index.ts';

/** A training unit of a made-up base: its length and the places of its stations. */
export type UnitGiven = { weeks: number; stations: readonly number[] };

/** A class with placements at a base, and strangers on both sides. */
export type PlanKit = TestKernel & {
  admin: pg.Client;
  ids: { school: string; firm: string; otherSchool: string; otherFirm: string };
  actor(role: Role, options?: { subjectId?: string | null; tenant?: string }): Actor;
  addClass(students: number): Promise<{ classId: string; placements: string[]; students: string[] }>;
  addBase(
    units: readonly UnitGiven[],
    mentors?: readonly number[],
  ): Promise<{ baseId: string; staff: string[]; units: string[] }>;
};

/** A room of which only the tables are needed. */
function tablesOf(name: string): ServerModule {
  const folder = new URL(`../../${name}/migrations/`, import.meta.url);
  return { name, contract: {}, operations: {}, migrations: { room: name, folder } };
}

export async function planKit(): Promise<PlanKit> {
  const before = [tablesOf('compliance'), tablesOf('agreements')];
  const kit = await testKernel([
    ...[accounts, organisations, workforce, ...before, orderClasses, trainingBases, rotations],
  ]);
  const admin = new pg.Client({ connectionString: kit.adminUrl });
  await admin.connect();
  const ids = { school: newId(), firm: newId(), otherSchool: newId(), otherFirm: newId() };
  for (const [tenant, kind, name] of [
    [ids.school, 'school', '伊州职业技术学院'],
    [ids.otherSchool, 'school', '另一所学校'],
    [ids.firm, 'enterprise', '定远新材料集团有限公司'],
    [ids.otherFirm, 'enterprise', '另一家企业'],
  ]) {
    await admin.query(
      `insert into organisation (tenant_id, kind, code, name, name_en, created_at) values ($1, $2, $3, $4, $4, '2026-01-01')`,
      [tenant, kind, tenant, name],
    );
  }
  for (const school of [ids.school, ids.otherSchool]) {
    for (const enterprise of [ids.firm, ids.otherFirm]) {
      await transact(kit.kernel.pool, ownScope(school), (transaction) =>
        grantPartnership(transaction, { school, enterprise, validFrom: '2026-01-01' }),
      );
    }
  }
  const insert = (table: string, row: Record<string, unknown>) => {
    const values = { tenant_id: ids.school, enterprise_id: ids.firm, ...row };
    const marks = Object.keys(values).map((_, at) => `$${at + 1}`);
    return admin.query(
      `insert into ${table} (${Object.keys(values)}) values (${marks})`,
      Object.values(values),
    );
  };

  return {
    ...kit,
    admin,
    ids,
    actor(role, options = {}) {
      const kind = kindOfRole(role);
      const tenant = options.tenant ?? (kind === 'school' ? ids.school : ids.firm);
      const homes = kind === 'enterprise' ? [ids.school, ids.otherSchool] : [];
      const subjectId = options.subjectId ?? null;
      return { personId: newId(), name: role, membershipId: newId(), role, tenant, kind, homes, subjectId };
    },
    async addClass(count) {
      const [classId, seat] = [newId(), newId()];
      const span = { starts_on: '2027-03-01', ends_on: '2027-07-31' };
      const made = { created_at: '2026-01-01', changed_at: '2026-01-01' };
      await insert('order_class', {
        ...{ id: classId, name: '定远订单班', agreement_id: newId(), order_id: newId(), state: 'published' },
        ...{
          major_code: '460301',
          programme_name: '机电一体化技术',
          capacity: Math.max(1, count),
          ...span,
          ...made,
        },
      });
      const post = { code: 'P1', title: '电解工', titleEn: 'Cell operator', siteName: '一厂' };
      await insert('class_seat', {
        ...{ id: seat, class_id: classId, post_id: newId(), capacity: count, post: JSON.stringify(post) },
      });
      const [placements, students]: [string[], string[]] = [[], []];
      for (let index = 0; index < count; index += 1) {
        const [id, student] = [newId(), newId()];
        placements.push(id);
        students.push(student);
        await insert('placement', {
          ...{ id, class_id: classId, student_id: student, student_name: `学生${index}`, seat_id: seat },
          ...{ post_id: newId(), post_title: '电解工', state: 'signed', ...span },
        });
      }
      await asSystem(kit.kernel, ids.school, (context) =>
        describeClass(context, {
          ...{ classId, enterpriseId: ids.firm, name: '定远订单班', hostName: '定远' },
          ...{ startsOn: span.starts_on, endsOn: span.ends_on },
          placements: placements.map((placementId) => ({
            placementId,
            studentName: '学生',
            postTitle: '电解工',
          })),
        }),
      );
      return { classId, placements, students };
    },
    async addBase(units, mentors = [40]) {
      const baseId = newId();
      const made = { created_at: '2026-01-01', changed_at: '2026-01-01' };
      await insert('base', { id: baseId, name: '定远实训基地', ...made });
      const unitIds: string[] = [];
      for (const [at, { weeks, stations }] of units.entries()) {
        const unitId = newId();
        unitIds.push(unitId);
        await insert('base_unit', {
          ...{ id: unitId, base_id: baseId, name: `单元${at}`, name_en: `Unit ${at}` },
          ...{ length_weeks: weeks, position: at },
        });
        for (const [index, places] of stations.entries()) {
          await insert('base_station', {
            ...{ id: newId(), base_id: baseId, unit_id: unitId, workstation_id: newId(), places },
            ...{ code: `W${at}-${index}`, name: `工位${at}-${index}`, site_id: baseId, site_name: '一厂' },
          });
        }
      }
      const staff: string[] = [];
      for (const [at, max] of mentors.entries()) {
        staff.push(newId());
        const row = { id: newId(), base_id: baseId, staff_id: staff[at], name: '马师傅', max_learners: max };
        await insert('base_mentor', row);
      }
      return { baseId, staff, units: unitIds };
    },
    async close() {
      await admin.end();
      await kit.close();
    },
  };
}
