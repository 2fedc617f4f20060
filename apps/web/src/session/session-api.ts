import type { Role } from '@dualtrack/platform/contract';
import { type Session, type SessionOrganisation, sendJson } from '@dualtrack/ui/plain';

/** One example sign-in; the server names them only when it serves the example. */
export type ExampleSignIn = {
  readonly name: string;
  readonly password: string;
  readonly personName: string;
  readonly role: Role;
  readonly organisationName: string;
  readonly organisationNameEn: string | null;
};

/** What an invitation is about, shown before it is accepted. */
export type Invitation = {
  readonly name: string;
  readonly address: string;
  readonly role: Role;
  readonly organisation: SessionOrganisation;
};

/** One step of the guided tour: phrase addresses, the page it opens, and as whom. */
export type TourStep = {
  readonly step: number;
  readonly titleKey: string;
  readonly noteKey?: string;
  readonly path: string;
  readonly signInName?: string;
  readonly role?: Role;
};

/** The calls made around signing in, before any module's client is loaded. All reject with `ProblemError`. */
export const sessionApi = {
  session: () => sendJson<Session>('GET', '/session'),
  signIn: (input: { name: string; password: string }) => sendJson<unknown>('POST', '/session', input),
  signOut: () => sendJson<unknown>('DELETE', '/session'),
  signOutEverywhere: () => sendJson<unknown>('DELETE', '/sessions'),
  switchTo: (membershipId: string) => sendJson<unknown>('PUT', '/session/membership', { membershipId }),
  keepLocale: (locale: string) => sendJson<unknown>('PUT', '/session/locale', { locale }),
  askReset: (name: string) => sendJson<unknown>('POST', '/password-resets', { name }),
  reset: (token: string, password: string) =>
    sendJson<unknown>('POST', `/password-resets/${encodeURIComponent(token)}`, { password }),
  invitation: (token: string) => sendJson<Invitation>('GET', `/invitations/${encodeURIComponent(token)}`),
  accept: (token: string, input: { name: string; password: string }) =>
    sendJson<unknown>('POST', `/invitations/${encodeURIComponent(token)}`, input),
  examples: () => sendJson<{ signIns: ExampleSignIn[] }>('GET', '/demo'),
  tour: () => sendJson<{ steps: TourStep[] }>('GET', '/demo/tour'),
};
