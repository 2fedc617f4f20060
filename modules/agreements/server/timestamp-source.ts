import { Refusal } from '@dualtrack/platform/errors';
import type { Kernel } from '@dualtrack/platform/operation';
import {
  createSigningIdentity,
  localTimestampAuthority,
  SigningError,
  type TimestampAuthority,
  timestampRequest,
  timestampToken,
} from '@dualtrack/signing';

const patienceMilliseconds = 10_000;
type Local = { authority: Promise<TimestampAuthority>; clock: Kernel['clock'] };
const local = new WeakMap<Kernel['config'], Local>();

/** A time-stamp authority asked over HTTP (RFC 3161, 3.4). */
export function httpTimestampAuthority(url: string): TimestampAuthority {
  return {
    async timestamp(digest) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body: Buffer.from(timestampRequest(digest)),
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      if (!response.ok) throw new SigningError('timestamp.refused', { status: response.status });
      return timestampToken(new Uint8Array(await response.arrayBuffer()));
    },
  };
}

async function localAuthority(kernel: Kernel, now: () => Date): Promise<TimestampAuthority> {
  const secret = crypto.randomUUID();
  const identity = await createSigningIdentity({
    ...{ commonName: 'Development time-stamp authority', country: 'CN', secret, purpose: 'time-stamping' },
    at: new Date(kernel.clock.now().getTime() - 5 * 365 * 86_400_000),
    years: 15,
  });
  return localTimestampAuthority(identity, secret, now);
}

/**
 * The time-stamp authority of this installation, by `DUALTRACK_TSA`: an address, or `local` for the development one
 * whose word is worth nothing to outsiders. Undefined: signatures carry claimed times only.
 */
export async function timestampSource(kernel: Kernel): Promise<TimestampAuthority | undefined> {
  const { tsaUrl } = kernel.config;
  if (tsaUrl === undefined) return undefined;
  if (tsaUrl !== 'local') return httpTimestampAuthority(tsaUrl);
  const known = local.get(kernel.config);
  if (known !== undefined) {
    // The clock of whoever asks: history that is played again has another one than the server.
    known.clock = kernel.clock;
    return known.authority;
  }
  const made: Local = {
    clock: kernel.clock,
    authority: localAuthority(kernel, () => made.clock.now()),
  };
  local.set(kernel.config, made);
  return made.authority;
}

/** Turns what an authority did not give into the refusal that the signer reads; other errors stay. */
export function timestampRefusal(error: unknown): unknown {
  const isRefused = error instanceof SigningError && error.code === 'timestamp.refused';
  return isRefused ? new Refusal('signing.timestamp-refused', 503) : error;
}
