import { kernelRefusal } from '../errors.ts';

/** Counts requests of each address in fixed windows. @throws request.too-many */
export function createRateLimit(options: { windowMilliseconds: number; requests: number }) {
  const counts = new Map<string, number>();
  let windowStart = 0;
  return (address: string, now: number): void => {
    if (now - windowStart > options.windowMilliseconds) {
      counts.clear();
      windowStart = now;
    }
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    if (count > options.requests) {
      throw kernelRefusal('request.too-many', { seconds: Math.ceil(options.windowMilliseconds / 1_000) });
    }
  };
}
