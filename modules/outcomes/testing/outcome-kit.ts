import { accounts } from '@dualtrack/accounts/server';
import { agreements } from '@dualtrack/agreements/server';
import { compliance } from '@dualtrack/compliance/server';
import { orderClasses } from '@dualtrack/order-classes/server';
import { organisations } from '@dualtrack/organisations/server';
import type { Actor } from '@dualtrack/platform/access';
import { grantPartnership } from '@dualtrack/platform/access';
import type { Role } from '@dualtrack/platform/contract';
import { kindOfRole } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { rotations } from '@dualtrack/rotations/server';
import { trainingBases } from '@dualtrack/training-bases/server';
import { workforce } from '@dualtrack/workforce/server';
import pg from 'pg';
import { outcomes } from '../server/index.ts';

/** Two schools and two firms, all of them partners, each school with two teachers. */
export type OutcomeKit = TestKernel & {
  schools: [string, string];
  firms: [string, string];
  teachers: Record<string, [string, string]>;
  /** Writes a row past every wall; the names of columns are those of the database. */
  put(table: string, row: Record<string, unknown>): Promise<void>;
  actor(role: Role, tenant: string, subjectId?: string): Actor;
};

export async function outcomeKit(): Promise<OutcomeKit> {
  const kit = await testKernel([
    ...[accounts, organisations, workforce, compliance, agreements],
    ...[orderClasses, trainingBases, rotations, outcomes],
  ]);
  const admin = new pg.Client({ connectionString: kit.adminUrl });
  await admin.connect();
  const put = async (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    const holes = names.map((_, index) => `$${index + 1}`);
    const text = `insert into ${table} (${names.join(', ')}) values (${holes.join(', ')})`;
    await admin.query(text, Object.values(row));
  };
  const schools: [string, string] = [newId(), newId()];
  const firms: [string, string] = [newId(), newId()];
  const teachers: Record<string, [string, string]> = {};
  for (const [index, id] of [...schools, ...firms].entries()) {
    const kind = index < 2 ? 'school' : 'enterprise';
    const names = { code: `CODE${index}`, name: `单位${index}`, name_en: `Organisation ${index}` };
    await put('organisation', { tenant_id: id, kind, ...names, created_at: '2026-01-01' });
  }
  for (const school of schools) {
    const pair: [string, string] = [newId(), newId()];
    teachers[school] = pair;
    for (const [index, id] of pair.entries()) {
      const qualified = { is_dual_qualified: index === 0 };
      await put('teacher', {
        tenant_id: school,
        id,
        staff_number: `T${index}`,
        name: `教师${index}`,
        ...qualified,
      });
    }
    for (const enterprise of firms) {
      await transact(kit.kernel.pool, ownScope(school), (transaction) =>
        grantPartnership(transaction, { school, enterprise, validFrom: '2026-01-01' }),
      );
    }
  }
  return {
    ...kit,
    ...{ schools, firms, teachers, put },
    actor(role, tenant, subjectId) {
      const kind = kindOfRole(role);
      const homes = kind === 'enterprise' ? schools : [];
      const ids = { personId: newId(), membershipId: newId(), subjectId: subjectId ?? null };
      return { ...ids, name: role, role, tenant, kind, homes };
    },
    async close() {
      await admin.end();
      await kit.close();
    },
  };
}
