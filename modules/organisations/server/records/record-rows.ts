import { createHash } from 'node:crypto';
import { snakeCase } from '@dualtrack/platform/db';
import { invalidField, kernelRefusal, notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import type { OperationContext } from '@dualtrack/platform/operation';
import { type RawBuilder, sql } from 'kysely';
import { type RecordFault, type RecordValues, recordFaults } from '../../records/record-faults.ts';
import { publishDirectory } from '../publish-directory.ts';
import type { OrganisationsTables } from '../tables.ts';
import { projectNeeds, writeProjectNeeds } from './project-needs.ts';
import type { RecordStore } from './record-store.ts';

type Row = Readonly<Record<string, unknown>>;
/** An operation's context with the refusals that records know. */
export type RecordContext = OperationContext<OrganisationsTables, 'record.changed' | 'record.in-use'>;
type Kind = keyof RecordValues;

/** The state of a record as a short text: the same values have the same one, whoever wrote them, an import included. */
export function versionOf(values: Row): string {
  const sorted = Object.keys(values)
    .sort()
    .map((name) => [name, values[name]]);
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 22);
}

/** The values of one record of the own home. With `lock` nobody changes it before this transaction is over. */
async function rowOf(context: RecordContext, store: RecordStore, id: string, lock: boolean): Promise<Row> {
  const names = Object.keys(store.shape).map((name) => sql.ref(snakeCase(name)));
  const { rows } = await sql<Row>`select ${sql.join(names)} from ${sql.table(store.table)}
    where tenant_id = ${context.tenant} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(context.db);
  const row = rows[0];
  if (row === undefined) throw notFound(store.kind);
  if (store.kind !== 'project') return row;
  return { ...row, needs: await projectNeeds(context, id) };
}

/** A record for its form. @throws thing.not-found, also for a record of another home. */
export async function openRecord(context: RecordContext, store: RecordStore, id: string) {
  const values = await rowOf(context, store, id, false);
  return { version: versionOf(values), values };
}

/** Adds a record. @throws input.invalid with a pointer for each field that is not right. */
export async function createRecord<K extends Kind>(
  context: RecordContext,
  store: RecordStore & { kind: K },
  values: RecordValues[K],
): Promise<{ id: string }> {
  await judge(context, store, values);
  const id = newId();
  const columns = cellsOf(store, values);
  await guarded(store, () =>
    sql`insert into ${sql.table(store.table)} (tenant_id, id, ${sql.join(columns.map((one) => one.name))})
      values (${context.tenant}, ${id}, ${sql.join(columns.map((one) => one.value))})`.execute(
      context.transaction.plain,
    ),
  );
  await settle(context, store, id, values);
  return { id };
}

/** Changes a record that still is as the person saw it. @throws record.changed when somebody was faster. */
export async function changeRecord<K extends Kind>(
  context: RecordContext,
  store: RecordStore & { kind: K },
  given: { id: string; version: string; values: RecordValues[K] },
): Promise<void> {
  const { id, version, values } = given;
  const before = await rowOf(context, store, id, true);
  if (versionOf(before) !== version) throw context.refuse('record.changed');
  await judge(context, store, values);
  const sets = cellsOf(store, values).map((one) => sql`${one.name} = ${one.value}`);
  await guarded(store, () =>
    sql`update ${sql.table(store.table)} set ${sql.join(sets)}
      where tenant_id = ${context.tenant} and id = ${id}`.execute(context.transaction.plain),
  );
  await settle(context, store, id, values);
}

/** Removes a record that nothing uses. @throws record.in-use with what uses it, record.changed. */
export async function removeRecord(
  context: RecordContext,
  store: RecordStore,
  given: { id: string; version: string },
): Promise<void> {
  const before = await rowOf(context, store, given.id, true);
  if (versionOf(before) !== given.version) throw context.refuse('record.changed');
  const { plain } = context.transaction;
  for (const use of store.uses) {
    const isOpen = use.where === 'open' ? sql`and ended_at is null` : sql``;
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(use.table)}
      where tenant_id = ${context.tenant} and ${sql.ref(use.column)} = ${given.id} ${isOpen}`.execute(plain);
    const count = rows[0]?.count ?? 0;
    if (count > 0) throw context.refuse('record.in-use', { by: use.name, count });
  }
  if (store.kind === 'project') await writeProjectNeeds(context, given.id, []);
  await guarded(store, () =>
    sql`delete from ${sql.table(store.table)} where tenant_id = ${context.tenant} and id = ${given.id}`.execute(
      plain,
    ),
  );
  await publish(context, store);
  context.audit(given.id, { removed: String(before[store.code]) });
}

type Cell = { name: RawBuilder<unknown>; value: RawBuilder<unknown> };

function cellsOf(store: RecordStore, values: Row): Cell[] {
  return Object.entries(store.shape).map(([name, type]) => {
    const value = values[name] === '' && (type === 'uuid' || isOptional(name)) ? null : values[name];
    return { name: sql.ref(snakeCase(name)), value: sql`${value}::${sql.raw(type)}` };
  });
}

/** Columns in which nothing said is null, as an import writes it. */
const isOptional = (name: string) => ['phone', 'mail', 'regionCode'].includes(name);

async function settle(context: RecordContext, store: RecordStore, id: string, values: Row): Promise<void> {
  if (store.kind === 'project' && 'needs' in values)
    await writeProjectNeeds(context, id, values['needs'] as RecordValues['project']['needs']); // its own contract
  await publish(context, store);
  context.audit(id);
}

/** What a school offers, and how many graduate, is shown to its partners. */
async function publish(context: RecordContext, store: RecordStore): Promise<void> {
  if (store.kind === 'programme' || store.kind === 'cohort') await publishDirectory(context);
}

async function judge<K extends Kind>(
  context: RecordContext,
  store: RecordStore & { kind: K },
  values: RecordValues[K],
): Promise<void> {
  const given: Row = values;
  const faults: RecordFault[] = [...recordFaults(store.kind, values)];
  for (const { field, table } of store.references) {
    const id = given[field];
    if (id === null || id === undefined) continue;
    const { rows } = await sql`select 1 from ${sql.table(table)}
      where tenant_id = ${context.tenant} and id = ${id} for key share`.execute(context.transaction.plain);
    if (rows.length === 0) faults.push({ field, code: 'record.no-such-record', params: {} });
  }
  if (faults.length === 0) return;
  const issues = faults.map(({ field, code, params }) => ({ pointer: `/values/${field}`, code, params }));
  throw kernelRefusal('input.invalid', {}, issues);
}

/** Turns what the database's own constraints refuse into answers; they hold also when two people act at once. */
async function guarded(store: RecordStore, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === '23505') throw invalidField(`/values/${store.code}`, 'record.code-taken');
    throw error;
  }
}
