import { randomBytes, randomFillSync } from 'node:crypto';

const buffer = Buffer.alloc(16);
let lastMillisecond = 0;
let sequence = 0;

/**
 * A UUID of version 7 (RFC 9562): time-ordered, made in the application.
 * Ids made within one millisecond of one process keep their order by a 12-bit counter.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = 0;
  } else {
    sequence += 1;
    // Counter exhausted or clock set back: borrow from the future rather than repeat an order.
    if (sequence > 0xfff) {
      lastMillisecond += 1;
      sequence = 0;
    }
  }
  randomFillSync(buffer, 8);
  buffer.writeUIntBE(lastMillisecond, 0, 6);
  buffer.writeUInt16BE(0x7000 | sequence, 6);
  buffer[8] = ((buffer[8] ?? 0) & 0x3f) | 0x80;
  const hex = buffer.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case UUID; everything that is put literally into a statement passes here first. */
export function isUuid(value: string): boolean {
  return uuidPattern.test(value);
}

/** An unguessable word for links and sessions: 32 random bytes in base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** An id that nothing has: keeps a list of ids in a query from being empty, where SQL wants at least one. */
export const noId = '00000000-0000-0000-0000-000000000000';
