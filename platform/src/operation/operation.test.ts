import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as z from 'zod';
import type { Actor } from '../access/index.ts';
import { grantPartnership } from '../access/index.ts';
import { field, route } from '../contract/index.ts';
import { kernelMigrations, ownScope, transact } from '../db/index.ts';
import { saveFile } from '../files/index.ts';
import { newId } from '../ids.ts';
import { refusal, type TestKernel, testKernel } from '../testing/index.ts';
import { homeOf, keepingWork, operationsOn, type ServerModule, transactionContext } from './index.ts';

const note = z.object({ id: field.id, name: z.string() });
const contract = {
  add: route('POST', '/notes', { may: ['school-office', 'enterprise-hr'], summary: 'Add', tag: 'Test' })
    .errors({ 'note.empty': { status: 409 } })
    .input(z.object({ name: z.string().max(10), home: field.id.optional(), fail: z.boolean().optional() }))
    .output(note),
  list: route('GET', '/notes', {
    may: ['school-office', 'enterprise-hr'],
    summary: 'List',
    tag: 'Test',
  }).output(z.array(note)),
  rename: route('PUT', '/notes/{id}', {
    may: ['school-office', 'enterprise-hr'],
    summary: 'Rename',
    tag: 'Test',
  })
    .input(z.object({ id: field.id, name: z.string() }))
    .output(z.object({ count: z.number() })),
};
// Kept files are the kernel's own bilateral table: enough to try the walls without a module.
const operation = operationsOn<Record<never, never>>();
const heard: string[] = [];
const addNote = operation(contract.add, async (ctx, input) => {
  const home = input.home ?? ctx.tenant;
  return ctx.inHome(home, async (inner) => {
    const enterpriseId = ctx.actor.kind === 'enterprise' ? ctx.actor.tenant : null;
    const kept = await saveFile(inner, {
      name: input.name,
      mediaType: 'text/plain',
      bytes: new Uint8Array(3),
      enterpriseId,
    });
    await inner.emit('note.added', { id: kept.id });
    if (input.fail === true) {
      const reason = ctx.refuse('note.empty');
      throw input.name === 'kept' ? keepingWork(reason) : reason;
    }
    return { id: kept.id, name: kept.name };
  });
});
const listNotes = operation(contract.list, async ({ db }) =>
  db.selectFrom('storedFile').select(['id', 'name']).execute(),
);
const renameNote = operation(contract.rename, async (ctx, input) => {
  const home = await homeOf(ctx, 'stored_file', input.id);
  return ctx.inHome(home, async ({ db }) => {
    const result = await db
      .updateTable('storedFile')
      .set({ name: input.name })
      .where('id', '=', input.id)
      .executeTakeFirst();
    return { count: Number(result.numUpdatedRows) };
  });
});
const notes: ServerModule = {
  name: 'notes',
  contract,
  operations: { add: addNote, list: listNotes, rename: renameNote },
  migrations: kernelMigrations,
  reactions: { 'note.added': async (_context, payload) => void heard.push(JSON.stringify(payload)) },
};

let kit: TestKernel;
const [schoolA, schoolB, firm, otherFirm] = [newId(), newId(), newId(), newId()];

function actor(kind: 'school' | 'enterprise', tenant: string, homes: string[] = []): Actor {
  const role = kind === 'school' ? 'school-office' : 'enterprise-hr';
  return { personId: newId(), name: 'X', membershipId: newId(), role, tenant, kind, homes, subjectId: null };
}

before(async () => {
  kit = await testKernel([notes]);
  await transact(kit.kernel.pool, ownScope(schoolA), (transaction) =>
    grantPartnership(transaction, { school: schoolA, enterprise: firm, validFrom: '2026-01-01' }),
  );
});
after(() => kit.close());

describe('walls between homes', () => {
  test('an enterprise sees its own bilateral rows of its partner only', async () => {
    const a = actor('school', schoolA);
    const partner = actor('enterprise', firm, [schoolA]);
    const own = await kit.call(addNote, a, { name: 'private' });
    const shared = await kit.call(addNote, partner, { name: 'shared', home: schoolA });
    assert.deepEqual(
      (await kit.call(listNotes, partner, {})).map((row) => row.id),
      [shared.id],
    );
    assert.equal((await kit.call(listNotes, a, {})).length, 2);
    assert.equal((await kit.call(listNotes, actor('school', schoolB), {})).length, 0);
    assert.equal((await kit.call(listNotes, actor('enterprise', otherFirm, [schoolA]), {})).length, 0);
    await assert.rejects(
      () => kit.call(renameNote, partner, { id: own.id, name: 'x' }),
      refusal('thing.not-found'),
    );
    assert.deepEqual(await kit.call(renameNote, partner, { id: shared.id, name: 'ours' }), { count: 1 });
  });

  test('a home that nobody granted is not found', async () => {
    const stranger = actor('enterprise', otherFirm, []);
    await assert.rejects(
      () => kit.call(addNote, stranger, { name: 'x', home: schoolA }),
      refusal('thing.not-found'),
    );
    await assert.rejects(
      () => kit.call(addNote, actor('school', schoolB), { name: 'x', home: schoolA }),
      refusal('thing.not-found'),
    );
  });

  test('row-level security holds even for hand-written SQL without a predicate', async () => {
    await transact(kit.kernel.pool, ownScope(schoolB), async ({ db }) => {
      const context = transactionContext<Record<never, never>>(
        kit.kernel,
        { db, plain: db, scope: ownScope(schoolB), within: () => Promise.reject(new Error('unused')) },
        new Date(),
      );
      const { rows } = await kit.kernel.pool.raw.query('select count(*)::int as n from stored_file');
      assert.equal(rows[0].n, 0, 'without a scope nothing exists');
      assert.deepEqual(await context.db.selectFrom('storedFile').select('id').execute(), []);
    });
  });
});

describe('an operation is whole or nothing', () => {
  test('a refusal after the work leaves neither rows nor events', async () => {
    const a = actor('school', schoolA);
    const before = (await kit.call(listNotes, a, {})).length;
    await kit.settle();
    heard.length = 0;
    await assert.rejects(() => kit.call(addNote, a, { name: 'gone', fail: true }), refusal('note.empty'));
    await kit.settle();
    assert.equal((await kit.call(listNotes, a, {})).length, before);
    assert.deepEqual(heard, []);
  });

  test('a refusal that keeps its work commits it, is on record, and may be tried again with the same key', async () => {
    const school = actor('school', schoolA);
    const before = (await kit.call(listNotes, school, {})).length;
    const again = { idempotencyKey: newId() };
    for (const count of [1, 2]) {
      await assert.rejects(
        () => kit.call(addNote, school, { name: 'kept', fail: true }, again),
        refusal('note.empty'),
      );
      assert.equal((await kit.call(listNotes, school, {})).length, before + count);
    }
  });

  test('twenty identical requests at once act once and get one answer', async () => {
    const a = actor('school', schoolA);
    const before = (await kit.call(listNotes, a, {})).length;
    const idempotencyKey = newId();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => kit.call(addNote, a, { name: 'once' }, { idempotencyKey })),
    );
    assert.equal(new Set(answers.map((answer) => answer.id)).size, 1);
    assert.equal((await kit.call(listNotes, a, {})).length, before + 1);
    await assert.rejects(
      () => kit.call(addNote, a, { name: 'other' }, { idempotencyKey }),
      refusal('idempotency.key-reused'),
    );
  });

  test('role, key and input are checked in this order, and every write is audited', async () => {
    const a = actor('school', schoolA);
    await assert.rejects(() => kit.call(addNote, null, {}), refusal('session.required'));
    await assert.rejects(() => kit.call(addNote, { ...a, role: 'student' }, {}), refusal('access.forbidden'));
    await assert.rejects(() => kit.call(addNote, a, { name: '12345678901' }), refusal('input.invalid'));
    await assert.rejects(
      () => kit.call(addNote, a, { name: 'x' }, { idempotencyKey: null }),
      refusal('idempotency.key-required'),
    );
    await kit.call(addNote, a, { name: 'audited' });
    const rows = await transact(kit.kernel.pool, ownScope(schoolA), ({ db }) =>
      transactionContext<Record<never, never>>(
        kit.kernel,
        { db, plain: db, scope: ownScope(schoolA), within: () => Promise.reject(new Error('unused')) },
        new Date(),
      )
        .db.selectFrom('auditEntry')
        .selectAll()
        .where('personId', '=', a.personId)
        .execute(),
    );
    assert.deepEqual(
      rows.map((row) => row.operation),
      ['POST /notes'],
    );
  });

  test('audit rows can be neither changed nor deleted', async () => {
    await assert.rejects(
      () => transact(kit.kernel.pool, ownScope(schoolA), ({ db }) => db.deleteFrom('auditEntry').execute()),
      /permission denied/,
    );
  });

  test('a committed event reaches its listener once', async () => {
    await kit.settle();
    heard.length = 0;
    const kept = await kit.call(addNote, actor('school', schoolA), { name: 'heard' });
    await kit.settle();
    assert.deepEqual(heard, [JSON.stringify({ id: kept.id })]);
  });
});
