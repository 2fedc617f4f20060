import type { Actor } from '../access/index.ts';

const keptMilliseconds = 2_000;
const keptAtMost = 10_000;

/**
 * Remembers for two seconds whom a session word belongs to, since a page asks several things at once. Every write that
 * this process has served makes it forget everything, so that a sign-out or an ended membership counts at once here,
 * and within two seconds in another process on the same database.
 */
export function createActorCache(authenticate: (word: string) => Promise<Actor | null>) {
  let kept = new Map<string, { actor: Actor; until: number }>();
  return {
    async actorOf(word: string, now: number): Promise<Actor | null> {
      const known = kept.get(word);
      if (known !== undefined && known.until > now) return known.actor;
      // What was read before a write ended must not be kept after it: the map of then is gone by then.
      const current = kept;
      const actor = await authenticate(word);
      if (current.size >= keptAtMost) current.clear();
      if (actor === null) current.delete(word);
      else current.set(word, { actor, until: now + keptMilliseconds });
      return actor;
    },
    forgetAll(): void {
      kept = new Map();
    },
  };
}
