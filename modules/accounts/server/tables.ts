import type { OrganisationKind, Role } from '@dualtrack/platform/contract';
import { defineTables } from '@dualtrack/platform/db';
import type { Generated } from 'kysely';
import type { MailKind } from '../mail-kinds.ts';

type Organisation = {
  tenantId: string;
  kind: OrganisationKind;
  code: string;
  name: string;
  nameEn: string;
  regionCode: string | null;
  isIllustrative: boolean;
  createdAt: Date;
};

export type AccountsTables = {
  organisation: Organisation;
  membership: {
    tenantId: string;
    id: string;
    personId: string;
    role: Role;
    name: string;
    title: string;
    subjectId: string | null;
    createdAt: Date;
    endedAt: Date | null;
  };
  invitation: {
    tenantId: string;
    id: string;
    role: Role;
    name: string;
    address: string;
    subjectId: string | null;
    invitedBy: string;
    createdAt: Date;
    expiresAt: Date;
    acceptedAt: Date | null;
  };
  partnershipOffer: {
    tenantId: string;
    id: string;
    fromId: string;
    fromName: string;
    fromNameEn: string;
    state: 'open' | 'accepted' | 'declined';
    createdAt: Date;
    decidedAt: Date | null;
  };
};

/** Visible only while the identity rows are open. */
export type IdentityTables = {
  organisation: Organisation;
  person: { id: string; name: string; locale: string; createdAt: Date; mailKey: Generated<string> };
  mailStop: { personId: string; kind: MailKind; stoppedAt: Date };
  signInName: { name: string; personId: string };
  personPassword: { personId: string; hash: string; changedAt: Date };
  signInFailure: { nameDigest: string; failures: number; lastAt: Date; lockedUntil: Date | null };
  personMembership: {
    personId: string;
    membershipId: string;
    tenantId: string;
    role: Role;
    subjectId: string | null;
    endedAt: Date | null;
  };
  session: { tokenHash: string; personId: string; membershipId: string; createdAt: Date; expiresAt: Date };
  passwordReset: { tokenHash: string; personId: string; expiresAt: Date; usedAt: Date | null };
  invitationToken: { tokenHash: string; tenantId: string; invitationId: string };
};

export const accountsTables = defineTables({
  organisation: 'directory',
  membership: 'tenant',
  invitation: 'tenant',
  partnershipOffer: 'tenant',
  person: 'identity',
  mailStop: 'identity',
  signInName: 'identity',
  personPassword: 'identity',
  signInFailure: 'identity',
  personMembership: 'identity',
  session: 'identity',
  passwordReset: 'identity',
  invitationToken: 'identity',
});
