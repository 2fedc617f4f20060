import { isUuid } from '../ids.ts';

/** Whose rows a transaction may touch. */
export type Scope = {
  /** Home organisation whose rows are read and written. */
  tenant: string;
  /** Set when an enterprise works inside a school's home: only bilateral rows with this id exist then. */
  enterprise: string | null;
  /** Set for an enterprise in its own home: the schools whose bilateral rows it may read. */
  homes: readonly string[];
};

/** The scope of a person working in the own organisation's home. */
export function ownScope(tenant: string, homes: readonly string[] = []): Scope {
  return { tenant, enterprise: null, homes };
}

/**
 * The statement that begins a scoped transaction. Literal SET LOCAL lines, because `set_config()` does not reach
 * the workers of a distributed PostgreSQL; therefore each value is proven to be a UUID before it is put in.
 */
export function beginStatement(scope: Scope): string {
  const lines = ['begin', `set local app.tenant = '${proven(scope.tenant)}'`];
  if (scope.enterprise !== null) lines.push(`set local app.enterprise = '${proven(scope.enterprise)}'`);
  if (scope.homes.length > 0) lines.push(`set local app.homes = '{${scope.homes.map(proven).join(',')}}'`);
  return lines.join('; ');
}

/** The statement that moves a running transaction into another scope. */
export function moveStatement(scope: Scope): string {
  const enterprise = scope.enterprise === null ? '' : proven(scope.enterprise);
  const homes = scope.homes.length === 0 ? '' : `{${scope.homes.map(proven).join(',')}}`;
  return [
    `set local app.tenant = '${proven(scope.tenant)}'`,
    `set local app.enterprise = '${enterprise}'`,
    `set local app.homes = '${homes}'`,
  ].join('; ');
}

function proven(id: string): string {
  if (!isUuid(id)) throw new Error('a scope was given something that is not a UUID');
  return id;
}
