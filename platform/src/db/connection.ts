import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { beginStatement, moveStatement, type Scope } from './scope.ts';
import { tenantPlugin } from './tenant-plugin.ts';

// int8 counts fit a double as long as they count things; numeric stays text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A calendar day is not an instant: it stays the text the database sends.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

// Kysely needs some shape; modules narrow it to their own tables with `Database<Tables>`.
export type AnyTables = Record<string, Record<string, unknown>>;

/** A connection pool as the application role. No query runs on it outside of a scope. */
export type Pool = { kysely: Kysely<AnyTables>; raw: pg.Pool; close(): Promise<void> };

/** Opens a pool; `role` is put on by every connection before its first query. */
export function openPool(url: string, size: number, role?: 'dualtrack_app'): Pool {
  const raw = new pg.Pool({
    connectionString: url,
    max: size,
    idleTimeoutMillis: 30_000,
    // The pool waits for it before it hands the connection out; one that cannot put the role on is thrown away.
    ...(role === undefined ? {} : { onConnect: (client) => client.query(`set role ${role}`) }),
  });
  // An idle connection that the server closes (restart) is replaced; the next query reports what matters.
  raw.on('error', () => undefined);
  // A connection that is lost in the middle of its work tells so twice: to the query, which fails, and to whoever
  // listens; where nobody listens the whole process would end.
  raw.on('connect', (client) => void client.on('error', () => undefined));
  const kysely = new Kysely<AnyTables>({
    dialect: new PostgresDialect({ pool: raw }),
    plugins: [],
  });
  return { kysely, raw, close: () => kysely.destroy() };
}

/** Handle on a running transaction: typed queries that carry their tenant, and a way to move between homes. */
export type ScopedTransaction = {
  db: Kysely<AnyTables>;
  /** The same connection without tenant predicates and name mapping, for hand-written SQL; the policies stand. */
  plain: Kysely<AnyTables>;
  scope: Scope;
  /** The same transaction in another scope; the previous one is restored when `work` ends. */
  within<T>(scope: Scope, work: (inner: ScopedTransaction) => Promise<T>): Promise<T>;
};

const names = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** Runs `work` in one transaction in which only the rows of `scope` exist. All of it is kept, or nothing. */
export async function transact<T>(
  pool: Pool,
  scope: Scope,
  work: (transaction: ScopedTransaction) => Promise<T>,
): Promise<T> {
  return pool.kysely.connection().execute(async (connection) => {
    await sql.raw(beginStatement(scope)).execute(connection);
    try {
      const result = await work(scoped(connection, scope));
      await sql.raw('commit').execute(connection);
      return result;
    } catch (error) {
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => undefined);
      throw error;
    }
  });
}

function scoped(connection: Kysely<AnyTables>, scope: Scope): ScopedTransaction {
  const transaction: ScopedTransaction = {
    db: connection.withPlugin(tenantPlugin(scope)).withPlugin(names),
    plain: connection,
    scope,
    async within(inner, work) {
      await sql.raw(moveStatement(inner)).execute(connection);
      try {
        return await work(scoped(connection, inner));
      } finally {
        // After a failed statement this fails too; the rollback that follows makes it moot.
        await sql
          .raw(moveStatement(scope))
          .execute(connection)
          .catch(() => undefined);
      }
    },
  };
  return transaction;
}

/** Runs identity work (persons, passwords, sessions): the only place where those rows are visible. */
export async function transactIdentity<T>(
  pool: Pool,
  work: (db: Kysely<AnyTables>) => Promise<T>,
): Promise<T> {
  return pool.kysely.connection().execute(async (connection) => {
    await sql.raw("begin; set local app.identity = 'on'").execute(connection);
    try {
      const result = await work(connection.withPlugin(names));
      await sql.raw('commit').execute(connection);
      return result;
    } catch (error) {
      await sql
        .raw('rollback')
        .execute(connection)
        .catch(() => undefined);
      throw error;
    }
  });
}

/**
 * Opens the identity rows for a while within a running transaction: only for work that must write a person and
 * a membership together (invitations, first-start loading).
 */
export async function withIdentity<T>(
  transaction: ScopedTransaction,
  work: (db: Kysely<AnyTables>) => Promise<T>,
): Promise<T> {
  await sql.raw("set local app.identity = 'on'").execute(transaction.db);
  try {
    return await work(transaction.db);
  } finally {
    // After a failed statement this fails too; the rollback that follows makes it moot.
    await sql
      .raw("set local app.identity = ''")
      .execute(transaction.db)
      .catch(() => undefined);
  }
}
