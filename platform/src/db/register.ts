/**
 * How a table is kept apart (DATA.md):
 * - `tenant`: rows of one home, private to it;
 * - `bilateral`: rows at the school's home that carry `enterprise_id`; that enterprise sees and works on them too;
 * - `directory`: public facts, read by everybody, written by their owner only;
 * - `reference`: the same for all, written by migrations only;
 * - `local`: queues of this installation;
 * - `identity`: persons, passwords, sessions; only the sign-in code opens them.
 */
export type TableKind = 'tenant' | 'bilateral' | 'directory' | 'reference' | 'local' | 'identity';

export type TableRegister = Readonly<Record<string, TableKind>>;

const kinds = new Map<string, TableKind>();

/** Enters a module's tables (camelCase names) into the register that the tenancy wall and the lint read. */
export function defineTables<const Register extends TableRegister>(register: Register): Register {
  for (const [name, kind] of Object.entries(register)) {
    const known = kinds.get(name);
    if (known !== undefined && known !== kind) throw new Error(`table ${name} is registered twice`);
    kinds.set(name, kind);
  }
  return register;
}

/** Kind of a table by its camelCase name; undefined when nobody registered it. */
export function tableKind(name: string): TableKind | undefined {
  return kinds.get(name);
}

/** All registered tables, snake_case name → kind. */
export function registeredTables(): Map<string, TableKind> {
  return new Map([...kinds].map(([name, kind]) => [snakeCase(name), kind]));
}

export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
