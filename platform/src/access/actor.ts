import type { Locale } from '@dualtrack/locales';
import type { OrganisationKind, Role } from '../contract/index.ts';

/** Who acts: a person through one of their memberships. */
export type Actor = {
  personId: string;
  name: string;
  membershipId: string;
  role: Role;
  /** The organisation of the membership: the home whose rows are the actor's own. */
  tenant: string;
  kind: OrganisationKind;
  /** For an enterprise: the schools whose bilateral rows it may read. */
  homes: readonly string[];
  /** The record the membership stands for: a student's, teacher's or staff member's row. */
  subjectId: string | null;
};

/** What a request brings along, however it arrived (HTTP, command line, job). */
export type RequestContext = {
  actor: Actor | null;
  /** Language of sentences in the answer. */
  locale: Locale;
  idempotencyKey: string | null;
  /** Raw session word, for the operations that end or change it. */
  sessionToken: string | null;
  remoteAddress: string;
  /** Gives the caller a session word to keep (null takes it away); does nothing outside of HTTP. */
  setSession(word: string | null, seconds: number): void;
};
