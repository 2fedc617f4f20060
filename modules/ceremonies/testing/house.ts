import { accounts } from '@dualtrack/accounts/server';
import { organisations } from '@dualtrack/organisations/server';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import type { ServerModule } from '@dualtrack/platform/operation';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import pg from 'pg';
import type * as z from 'zod';
import { ceremonies } from '../server/index.ts';
import type { guestInput } from '../shapes.ts';

type GuestInput = z.infer<typeof guestInput>;

/** A room of which only the tables are needed. */
function tablesOf(name: string): ServerModule {
  const folder = new URL(`../../${name}/migrations/`, import.meta.url);
  return { name, contract: {}, operations: {}, migrations: { room: name, folder } };
}

/** Two schools and two enterprises, all partners of each other, with a way to add agreements and bases. */
export type House = {
  kit: TestKernel;
  admin: pg.Client;
  ids: Readonly<Record<'school' | 'otherSchool' | 'firm' | 'otherFirm', string>>;
  actor(role: Role, tenant?: string, name?: string): Actor;
  addAgreement(state?: string): Promise<string>;
  addBase(agreementId: string): Promise<string>;
  addSignature(agreementId: string, side: string, name: string): Promise<void>;
  close(): Promise<void>;
};

/** Builds the house on a fresh database. */
export async function buildHouse(more: readonly ServerModule[] = []): Promise<House> {
  const ids = { school: newId(), otherSchool: newId(), firm: newId(), otherFirm: newId() };
  const kit = await testKernel([
    ...[accounts, organisations, tablesOf('workforce'), tablesOf('compliance'), tablesOf('agreements')],
    ...[tablesOf('order-classes'), tablesOf('training-bases'), ceremonies, ...more],
  ]);
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
  const own = [ids.school, ids.firm];
  return {
    kit,
    admin,
    ids,
    actor(role, tenant, name = role) {
      const kind = kindOfRole(role);
      const homes = kind === 'enterprise' ? [ids.school, ids.otherSchool] : [];
      const place = tenant ?? (kind === 'school' ? ids.school : ids.firm);
      return {
        personId: newId(),
        membershipId: newId(),
        name,
        role,
        tenant: place,
        kind,
        homes,
        subjectId: null,
      };
    },
    async addAgreement(state = 'in-force') {
      const id = newId();
      await admin.query(
        `insert into agreement (tenant_id, enterprise_id, id, number, kind, title, title_en, state, parties, variables, created_at, changed_at)
         values ($1, $2, $3, $4, 'order-class', '订单班协议', 'Order class agreement', $5, '[]', '{}', '2026-01-01', '2026-01-01')`,
        [...own, id, id, state],
      );
      return id;
    },
    async addBase(agreementId) {
      const id = newId();
      await admin.query(
        `insert into base (tenant_id, enterprise_id, id, name, name_en, plaque, agreement_id, created_at, changed_at)
         values ($1, $2, $3, '实训基地', 'Training base', '校企共建实训基地', $4, '2026-01-01', '2026-01-01')`,
        [...own, id, agreementId],
      );
      return id;
    },
    async addSignature(agreementId, side, name) {
      const { rows } = await admin.query<{ column_name: string }>(
        "select column_name from information_schema.columns where table_name = 'agreement_signature' and column_name in ('slot_id', 'field')",
      );
      // A slot and a field are asked for by later migrations of that room.
      const later = rows.map((row) => row.column_name);
      const values = later.map((name) => (name === 'slot_id' ? newId() : side));
      await admin.query(
        `insert into agreement_signature (tenant_id, enterprise_id, agreement_id, side, person_id, signer_name, signer_post,
           certificate_fingerprint, digest_shown, document_id, signed_at${later.map((name) => `, ${name}`).join('')})
         values ($1, $2, $3, $4, $5, $6, '院长', 'x', 'x', $5, '2026-11-22'${later.map((_, index) => `, $${index + 7}`).join('')})`,
        [...own, agreementId, side, newId(), name, ...values],
      );
    },
    async close() {
      await admin.end();
      await kit.close();
    },
  };
}

/** A guest with everything that a person would leave empty. */
export function aGuest(facts: Partial<GuestInput> & Pick<GuestInput, 'name'>): GuestInput {
  return { nameEn: '', posts: [], postsEn: [], duty: 'guest', isGroup: false, ...facts };
}
