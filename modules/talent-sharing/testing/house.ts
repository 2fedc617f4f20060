import { accounts } from '@dualtrack/accounts/server';
import { organisations } from '@dualtrack/organisations/server';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import type { InputOf, ServerModule } from '@dualtrack/platform/operation';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import pg from 'pg';
import type { contract } from '../contract.ts';
import { talentSharing } from '../server/index.ts';
import { createExpert } from '../server/keep-experts.ts';

/** A room of which only the tables are needed. */
function tablesOf(name: string): ServerModule {
  const folder = new URL(`../../${name}/migrations/`, import.meta.url);
  return { name, contract: {}, operations: {}, migrations: { room: name, folder } };
}

/** Two schools and two enterprises, all partners of each other, with ways to add people and agreements. */
export type House = {
  kit: TestKernel;
  admin: pg.Client;
  ids: Readonly<Record<'school' | 'otherSchool' | 'firm' | 'otherFirm', string>>;
  actor(role: Role, tenant?: string, name?: string): Actor;
  /** An agreement in force; of the first pair when nothing is said. */
  addAgreement(school?: string, firm?: string): Promise<string>;
  /** Somebody with a card of their own, listed for partners. */
  addExpert(
    role: Role,
    facts?: Partial<InputOf<typeof contract.experts.create>>,
    tenant?: string,
  ): Promise<{ actor: Actor; expertId: string }>;
  close(): Promise<void>;
};

/** Builds the house on a fresh database. */
export async function buildHouse(): Promise<House> {
  const ids = { school: newId(), otherSchool: newId(), firm: newId(), otherFirm: newId() };
  const before = ['workforce', 'compliance', 'agreements', 'order-classes', 'training-bases', 'rotations'];
  const kit = await testKernel([accounts, organisations, ...before.map(tablesOf), talentSharing]);
  const admin = new pg.Client({ connectionString: kit.adminUrl });
  await admin.connect();
  for (const [key, tenant] of Object.entries(ids)) {
    const kind = key.toLowerCase().endsWith('school') ? 'school' : 'enterprise';
    await admin.query(
      `insert into organisation (tenant_id, kind, code, name, name_en, created_at) values ($1, $2, $3, $4, $5, '2026-01-01')`,
      [tenant, kind, key, `${key}单位`, `The ${key}`],
    );
  }
  for (const school of [ids.school, ids.otherSchool]) {
    for (const enterprise of [ids.firm, ids.otherFirm]) {
      await transact(kit.kernel.pool, ownScope(school), (transaction) =>
        grantPartnership(transaction, { school, enterprise, validFrom: '2026-01-01' }),
      );
    }
  }
  const actor = (role: Role, tenant?: string, name: string = role): Actor => {
    const kind = kindOfRole(role);
    const homes = kind === 'enterprise' ? [ids.school, ids.otherSchool] : [];
    const place = tenant ?? (kind === 'school' ? ids.school : ids.firm);
    const subjectId = role === 'mentor' ? newId() : null;
    const person = { personId: newId(), membershipId: newId(), subjectId };
    return { ...person, name, role, tenant: place, kind, homes };
  };
  return {
    kit,
    admin,
    ids,
    actor,
    async addAgreement(school = ids.school, firm = ids.firm) {
      const id = newId();
      await admin.query(
        `insert into agreement (tenant_id, enterprise_id, id, number, kind, title, title_en, state, parties, variables, valid_from, valid_to, created_at, changed_at)
         values ($1, $2, $3, $4, 'order-class', '合作协议', 'Agreement', 'in-force', '[]', '{}', '2026-01-01', '2029-01-01', '2026-01-01', '2026-01-01')`,
        [school, firm, id, id],
      );
      return id;
    },
    async addExpert(role, facts = {}, tenant) {
      const who = actor(role, tenant, facts.name ?? role);
      const { id } = await kit.call(createExpert, who, {
        ...{ isMine: true, isListed: true, occupations: ['3139'], monthlyHours: 20, ...facts },
      });
      return { actor: who, expertId: id };
    },
    async close() {
      await admin.end();
      await kit.close();
    },
  };
}
