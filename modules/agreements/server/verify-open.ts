import { createRateLimit } from '@dualtrack/platform/http';
import { type Kernel, openOperation } from '@dualtrack/platform/operation';
import { SigningError } from '@dualtrack/signing';
import { contract } from '../contract.ts';
import { verified } from './verified-file.ts';

/** What strangers may ask of one installation: files a minute from one address, and files examined at once. */
const filesPerMinute = 12;
const mostAtOnce = 2;

type Door = { limit: ReturnType<typeof createRateLimit>; inside: number };
const doors = new WeakMap<Kernel['config'], Door>();

function doorOf(kernel: Kernel): Door {
  const known = doors.get(kernel.config);
  if (known !== undefined) return known;
  const limit = createRateLimit({ windowMilliseconds: 60_000, requests: filesPerMinute });
  const door = { limit, inside: 0 };
  doors.set(kernel.config, door);
  return door;
}

/** Verifies a file for whoever brings one. No tenant, no record, nothing kept. @throws request.too-many */
export const verifyOpen = openOperation(contract.verifyOpen, async (ctx, input) => {
  const { kernel, request, now, refuse } = ctx;
  const door = doorOf(kernel);
  door.limit(request.remoteAddress, now.getTime());
  if (door.inside >= mostAtOnce) throw refuse('verification.busy');
  door.inside += 1;
  try {
    return await verified(kernel, new Uint8Array(await input.file.arrayBuffer()), now);
  } catch (error) {
    const isUnreadable = error instanceof SigningError && error.code.startsWith('pdf.');
    throw isUnreadable ? refuse('verification.not-a-pdf') : error;
  } finally {
    door.inside -= 1;
  }
});
