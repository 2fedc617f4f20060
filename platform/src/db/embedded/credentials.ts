import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';

/** Who connects: `owner` migrates, `app` serves requests under row-level security, `admin` is the superuser. */
export type DatabaseRole = 'owner' | 'app' | 'admin';

/** One generated password per role. */
export type Credentials = Record<DatabaseRole, string>;

/** PostgreSQL's names of the three roles. */
export const ROLE_NAMES: Record<DatabaseRole, string> = {
  owner: 'dualtrack_owner',
  app: 'dualtrack_app',
  admin: 'dualtrack_admin',
};

/** Reads the passwords of a data folder, making and saving them (mode 0600) when there are none yet. */
export function loadCredentials(home: string): { credentials: Credentials; isNew: boolean } {
  const file = join(home, 'credentials.json');
  if (existsSync(file)) return { credentials: parse(readFileSync(file, 'utf8'), file), isNew: false };
  const make = () => randomBytes(24).toString('base64url');
  const credentials = { owner: make(), app: make(), admin: make() };
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(credentials, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
  return { credentials, isNew: true };
}

function parse(text: string, file: string): Credentials {
  const found = (role: DatabaseRole) => new RegExp(`"${role}":\\s*"([\\w-]{32})"`).exec(text)?.[1];
  const [owner, app, admin] = [found('owner'), found('app'), found('admin')];
  if (owner && app && admin) return { owner, app, admin };
  const message = `The password file ${file} is damaged. Remove it: the next start makes new passwords.`;
  throw new EmbeddedError('data.damaged', message, { file });
}
