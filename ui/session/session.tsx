import type { OrganisationKind, Role } from '@dualtrack/platform/contract';
import { createContext, type ReactNode, useContext } from 'react';
import type { Side } from '../parts/side.ts';

/** An organisation as the frame needs it. */
export type SessionOrganisation = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: OrganisationKind;
  /** Invented for the example; the frame says so. */
  readonly illustrative: boolean;
};

/** A person's place in an organisation. */
export type SessionMembership = {
  readonly id: string;
  readonly role: Role;
  readonly organisation: SessionOrganisation;
};

/** Who is here, and for whom they act just now (`GET /api/session`). */
export type Session = {
  readonly person: { readonly id: string; readonly name: string; readonly locale: string | null };
  readonly membership: SessionMembership;
  readonly memberships: readonly SessionMembership[];
  /** IANA name of the zone in which the deployment counts its days. */
  readonly timeZone: string;
};

const Context = createContext<Session | undefined>(undefined);

/** Gives the session to everything inside the frame. */
export function SessionProvider(props: { readonly session: Session; readonly children: ReactNode }) {
  return <Context value={props.session}>{props.children}</Context>;
}

/** Who is here. Throws outside of the frame; pages are always inside. */
export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('useSession outside of SessionProvider');
  return session;
}

/** The side a role stands on; `undefined` for the authority and the operator. */
export function sideOfRole(role: Role): Side | undefined {
  if (role === 'student' || role === 'guardian') return 'student';
  if (role === 'enterprise-hr' || role === 'mentor' || role === 'project-lead') return 'enterprise';
  if (role === 'authority' || role === 'operator') return undefined;
  return 'school';
}
