import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { addMember, authenticate, hashPassword, registerOrganisation } from '@dualtrack/accounts/server';
import type { Actor } from '@dualtrack/platform/access';
import { type OperationMeta, type Role, roles, rolesByKind } from '@dualtrack/platform/contract';
import { Refusal } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, type Operation, type OperationTree, operationName } from '@dualtrack/platform/operation';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import pg from 'pg';
import { loadExample } from './example/load-example.ts';
import { modules } from './modules.ts';
import { sampleInput } from './testing/sample-input.ts';
import { digestOfHome, idsOfHome } from './testing/tenant-digest.ts';

// Generated from the contracts: a new operation is tried by every role and by strangers without another line here.
const tries = 3;
let kit: TestKernel;
let client: pg.Client;
let strangers: Map<Role, Actor>;
let victims: string[];
let ids: Map<string, string[]>;
let markers: string[];

function operationsIn(tree: OperationTree): Operation[] {
  return Object.values(tree).flatMap((entry) =>
    // A leaf carries its contract procedure; everything else is a group.
    'procedure' in entry && 'run' in entry ? [entry as Operation] : operationsIn(entry as OperationTree),
  );
}
const operations = modules.flatMap((module) => operationsIn(module.operations));
const metaOf = (operation: Operation): OperationMeta => operation.procedure['~orpc'].meta;

async function strangerOrganisation(kind: keyof typeof rolesByKind): Promise<[Role, Actor][]> {
  const id = newId();
  const name = `Stranger ${kind}`;
  await registerOrganisation(kit.kernel, {
    id,
    kind,
    code: id,
    name,
    nameEn: name,
    regionCode: null,
    isIllustrative: true,
  });
  const passwordHash = await hashPassword('not used by anybody');
  const actors: [Role, Actor][] = [];
  for (const role of rolesByKind[kind]) {
    const made = await asSystem<never, { personId: string; membershipId: string }>(
      kit.kernel,
      id,
      (context) =>
        // The door is typed with the accounts' own tables; a system context serves any.
        addMember(context as never, {
          signInName: `${role}@stranger.example`,
          name,
          role,
          passwordHash,
          subjectId: newId(),
        }),
    );
    actors.push([role, { ...made, name, role, tenant: id, kind, homes: [], subjectId: newId() }]);
  }
  return actors;
}

before(async () => {
  kit = await testKernel(modules);
  await loadExample(kit.kernel, kit.settle);
  client = new pg.Client({ connectionString: kit.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string; kind: string }>(
    'select tenant_id as id, kind from organisation',
  );
  victims = rows.map((row) => row.id);
  ids = new Map();
  for (const home of victims) {
    for (const [table, found] of await idsOfHome(client, home))
      ids.set(table, [...(ids.get(table) ?? []), ...found]);
  }
  const names = await client.query<{ name: string }>(
    'select name from student order by student_number limit 50',
  );
  markers = names.rows.map((row) => row.name);
  strangers = new Map(
    (
      await Promise.all((['school', 'enterprise', 'authority', 'host'] as const).map(strangerOrganisation))
    ).flat(),
  );
});
after(async () => {
  await client.end();
  await kit.close();
});

/** Calls as somebody and gives the refusal's code, `ok`, or the defect itself. */
async function outcome(
  operation: Operation,
  actor: Actor | null,
  input: unknown,
): Promise<{ code: string; answer?: unknown }> {
  try {
    // Made by the sample generator from the operation's own contract.
    return { code: 'ok', answer: await kit.call(operation, actor, input as never) };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code };
    throw error;
  }
}

describe('every operation × every role', () => {
  for (const operation of operations) {
    const { may } = metaOf(operation);
    test(`${operationName(operation.procedure)} lets in exactly the roles of its contract`, async () => {
      for (const role of roles) {
        const actor = strangers.get(role);
        assert.ok(actor !== undefined);
        const isIn = may === 'anyone' || may === 'signed-in' || may.includes(role);
        const { code } = await outcome(operation, actor, sampleInput(operation.procedure, ids, 0));
        assert.equal(code === 'access.forbidden', !isIn, `${role} got ${code}`);
      }
      const { code } = await outcome(operation, null, sampleInput(operation.procedure, ids, 0));
      if (may !== 'anyone') assert.equal(code, 'session.required');
    });
  }
});

test('another tenant can neither read nor change anything with foreign ids, whatever its role', async () => {
  const before = await Promise.all(victims.map((home) => digestOfHome(client, home)));
  const leaks: string[] = [];
  for (const operation of operations) {
    for (const [role, actor] of strangers) {
      for (let turn = 0; turn < tries; turn += 1) {
        const { code, answer } = await outcome(operation, actor, sampleInput(operation.procedure, ids, turn));
        if (code !== 'ok') continue;
        const text = JSON.stringify(answer) ?? '';
        const seen = markers.find((marker) => text.includes(marker));
        if (seen !== undefined) leaks.push(`${operationName(operation.procedure)} as ${role} shows ${seen}`);
      }
    }
  }
  await kit.settle();
  const after = await Promise.all(victims.map((home) => digestOfHome(client, home)));
  const changed = before.flatMap((tables, index) =>
    [...tables].filter(([table, digest]) => after[index]?.get(table) !== digest).map(([table]) => table),
  );
  // An offer of partnership is put into the other home on purpose; that is its whole content.
  assert.deepEqual(
    changed.filter((table) => table !== 'partnership_offer'),
    [],
  );
  assert.deepEqual(leaks, []);
});

test('authentication finds nobody for a made-up word', async () => {
  assert.equal(await authenticate(kit.kernel, 'x'.repeat(43)), null);
});
