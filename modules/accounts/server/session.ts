import { createHash } from 'node:crypto';
import { type Actor, homesOf } from '@dualtrack/platform/access';
import { dayOf } from '@dualtrack/platform/clock';
import type { Config } from '@dualtrack/platform/config';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { kernelRefusal } from '@dualtrack/platform/errors';
import { newSecret } from '@dualtrack/platform/ids';
import type { Kernel, OpenContext } from '@dualtrack/platform/operation';
import type { SessionView } from '../contract.ts';
import { type IdentityDb, identity } from './identity.ts';

const sessionSeconds = 12 * 3_600;

/** Secrets of links and sessions are stored as digests only. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Begins a session of a person in one membership. Returns the word that the browser keeps. */
export async function beginSession(
  db: IdentityDb,
  given: { personId: string; membershipId: string; now: Date },
): Promise<{ word: string; seconds: number }> {
  const word = newSecret();
  await db
    .deleteFrom('session')
    .where('personId', '=', given.personId)
    .where('expiresAt', '<', given.now)
    .execute();
  await db
    .insertInto('session')
    .values({
      tokenHash: digestOf(word),
      personId: given.personId,
      membershipId: given.membershipId,
      createdAt: given.now,
      expiresAt: new Date(given.now.getTime() + sessionSeconds * 1_000),
    })
    .execute();
  return { word, seconds: sessionSeconds };
}

/** Who a session word belongs to; null when it is unknown, over, or its membership has ended. */
export async function authenticate(kernel: Kernel, word: string): Promise<Actor | null> {
  const now = kernel.clock.now();
  const row = await identity(kernel.pool, (db) =>
    db
      .selectFrom('session as s')
      .innerJoin('person as p', 'p.id', 's.personId')
      .innerJoin('personMembership as m', (join) =>
        join.onRef('m.personId', '=', 's.personId').onRef('m.membershipId', '=', 's.membershipId'),
      )
      .select(['s.personId', 'p.name', 's.membershipId', 'm.role', 'm.tenantId', 'm.subjectId'])
      .where('s.tokenHash', '=', digestOf(word))
      .where('s.expiresAt', '>', now)
      .where('m.endedAt', 'is', null)
      .executeTakeFirst(),
  );
  return row === undefined ? null : actorFrom(kernel, row);
}

type ActorRow = {
  personId: string;
  name: string;
  membershipId: string;
  role: Role;
  tenantId: string;
  subjectId: string | null;
};

async function actorFrom(kernel: Kernel, row: ActorRow): Promise<Actor> {
  const now = kernel.clock.now();
  const kind = kindOfRole(row.role);
  const day = dayOf(now, kernel.config.timeZone);
  const homes = kind === 'enterprise' ? await homesOf(kernel.pool, row.tenantId, day) : [];
  return {
    personId: row.personId,
    name: row.name,
    membershipId: row.membershipId,
    role: row.role,
    tenant: row.tenantId,
    kind,
    homes,
    subjectId: row.subjectId,
  };
}

/**
 * The actor that a sign-in name stands for, in its first membership. For work of the platform itself (loading the
 * example); requests are authenticated by their session. Null when nobody has that name.
 */
export async function actorBySignInName(kernel: Kernel, name: string): Promise<Actor | null> {
  const row = await identity(kernel.pool, (db) =>
    db
      .selectFrom('signInName as n')
      .innerJoin('person as p', 'p.id', 'n.personId')
      .innerJoin('personMembership as m', 'm.personId', 'n.personId')
      .select(['m.personId', 'p.name', 'm.membershipId', 'm.role', 'm.tenantId', 'm.subjectId'])
      .where('n.name', '=', name.toLowerCase())
      .where('m.endedAt', 'is', null)
      .orderBy('m.membershipId')
      .executeTakeFirst(),
  );
  return row === undefined ? null : actorFrom(kernel, row);
}

/** What the browser shows of a session. @throws session.required */
export async function viewOfSession(
  db: IdentityDb,
  personId: string,
  membershipId: string,
  { timeZone }: Config,
): Promise<SessionView> {
  const person = await db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst();
  const rows = await db
    .selectFrom('personMembership as m')
    .innerJoin('organisation as o', 'o.tenantId', 'm.tenantId')
    .select(['m.membershipId', 'm.role', 'o.tenantId', 'o.name', 'o.nameEn', 'o.kind', 'o.isIllustrative'])
    .where('m.personId', '=', personId)
    .where('m.endedAt', 'is', null)
    .orderBy('o.name')
    .orderBy('m.role')
    .execute();
  const memberships = rows.map((row) => ({
    id: row.membershipId,
    role: row.role,
    organisation: {
      id: row.tenantId,
      name: row.name,
      nameEn: row.nameEn,
      kind: row.kind,
      illustrative: row.isIllustrative,
    },
  }));
  const membership = memberships.find((one) => one.id === membershipId);
  if (person === undefined || membership === undefined) throw kernelRefusal('session.required');
  const locale = person.locale === 'en' || person.locale === 'ug' ? person.locale : 'zh-CN';
  return { person: { id: person.id, name: person.name, locale }, membership, memberships, timeZone };
}

/** The signed-in person of an open operation. @throws session.required */
export function signedIn(context: OpenContext): Actor {
  if (context.request.actor === null) throw kernelRefusal('session.required');
  return context.request.actor;
}
