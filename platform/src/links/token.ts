import { isUuid } from '../ids.ts';

/**
 * The token of a link: home, id and secret in one word of the web, so that the home is known before the first query
 * and no table has to be readable across homes. The secret is the only part that proves anything.
 */
export function tokenOf(tenant: string, id: string, secret: string): string {
  return Buffer.concat([bytesOf(tenant), bytesOf(id), Buffer.from(secret, 'base64url')]).toString(
    'base64url',
  );
}

/** Takes a token apart; null when it has not the form of one. */
export function tokenParts(token: string): { tenant: string; id: string; secret: string } | null {
  if (!/^[\w-]{86}$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const tenant = uuidOf(bytes.subarray(0, 16));
  const id = uuidOf(bytes.subarray(16, 32));
  return isUuid(tenant) && isUuid(id)
    ? { tenant, id, secret: bytes.subarray(32).toString('base64url') }
    : null;
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
