import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import { defineTables } from './register.ts';
import { ownScope } from './scope.ts';
import { tenantPlugin } from './tenant-plugin.ts';

defineTables({ wallTree: 'tenant', wallLeaf: 'bilateral', wallWord: 'reference' });

type Row = { id: string; tenantId: string; enterpriseId: string; treeId: string };
type Tables = { wallTree: Row; wallLeaf: Row; wallWord: { id: string } };

const tenant = '00000000-0000-7000-8000-000000000001';
const home = '00000000-0000-7000-8000-000000000002';
const bare = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const db = bare.withPlugin(tenantPlugin(ownScope(tenant)));

const inner = () => db.selectFrom('wallLeaf').select('treeId');
// Every place where a query can hide another one, and how many scoped tables stand in it.
const queries: readonly [name: string, query: () => Compilable, scoped: number][] = [
  ['plain', () => db.selectFrom('wallTree').selectAll(), 1],
  ['with an alias', () => db.selectFrom('wallTree as t').select('t.id'), 1],
  ['two tables', () => db.selectFrom(['wallTree', 'wallLeaf']).select('wallTree.id'), 2],
  ['only what is the same for all', () => db.selectFrom('wallWord').selectAll(), 0],
  ['where in', () => db.selectFrom('wallTree').selectAll().where('id', 'in', inner()), 2],
  [
    'exists',
    () =>
      db
        .selectFrom('wallTree')
        .selectAll()
        .where(({ exists }) => exists(inner())),
    2,
  ],
  ['selected', () => db.selectFrom('wallTree').select(inner().limit(1).as('one')), 2],
  ['from a query', () => db.selectFrom(inner().as('x')).selectAll(), 1],
  ['ordered by', () => db.selectFrom('wallTree').selectAll().orderBy(inner().limit(1)), 2],
  [
    'left join',
    () => db.selectFrom('wallTree as t').leftJoin('wallLeaf as l', 'l.treeId', 't.id').select('l.id'),
    2,
  ],
  [
    'join of a query',
    () =>
      db
        .selectFrom('wallWord as w')
        .innerJoin(inner().as('l'), (join) => join.onTrue())
        .select('w.id'),
    1,
  ],
  [
    'with',
    () =>
      db
        .with('x', () => inner())
        .selectFrom('x')
        .selectAll(),
    1,
  ],
  ['union', () => db.selectFrom('wallTree').select('treeId').unionAll(inner()), 2],
  ['inside of hand-written SQL', () => db.selectFrom('wallTree').select(sql`(${inner()})`.as('x')), 2],
  ['update', () => db.updateTable('wallTree').set({ treeId: 'x' }), 1],
  ['update by a query', () => db.updateTable('wallTree').set({ treeId: inner().limit(1) }), 2],
  [
    'update from',
    () =>
      db
        .updateTable('wallTree')
        .from('wallLeaf')
        .set({ treeId: 'x' })
        .whereRef('wallLeaf.id', '=', 'wallTree.id'),
    2,
  ],
  ['delete', () => db.deleteFrom('wallTree'), 1],
  [
    'delete using',
    () => db.deleteFrom('wallTree').using('wallLeaf').whereRef('wallLeaf.id', '=', 'wallTree.id'),
    2,
  ],
  ['insert of a query', () => db.insertInto('wallTree').columns(['treeId']).expression(inner()), 1],
];

for (const [name, query, scoped] of queries) {
  test(`the wall stands in every part of a query: ${name}`, () => {
    const { sql: text, parameters } = query().compile();
    // A query inside of another is walled when it is built and again with the whole: said twice, it holds once.
    const walled = new Set([...text.matchAll(/"(\w+)"\."tenantId" = \$/g)].map(([, table]) => table));
    assert.equal(walled.size, scoped, text);
    assert.ok(parameters.filter((value) => value === tenant).length >= scoped, text);
  });
}

test('an enterprise at home reads only rows that name it, in the homes it works with', () => {
  const scope = db.withoutPlugins().withPlugin(tenantPlugin(ownScope(tenant, [home])));
  const { sql: text, parameters } = scope.selectFrom('wallLeaf').selectAll().compile();
  assert.match(text, /"tenantId" = any\(\$1::uuid\[\]\) and "wallLeaf"\."enterpriseId" = \$2/);
  assert.deepEqual(parameters, [`{${home}}`, tenant]);
});

test('a tree that is used twice is walled once each time', () => {
  const query = db.selectFrom('wallTree').selectAll().where('id', 'in', inner());
  assert.equal(query.compile().sql, query.compile().sql);
});
