import { defineTables, type Json } from '@dualtrack/platform/db';
import type { AgreementEventKind, AgreementState, Side } from '../agreement.ts';
import type { AgreementVariables, Party, RecordFacts } from '../shapes.ts';
import type { SignRole, SlotSide } from '../sign-slots.ts';
import type { AmendmentTables } from './amendment-tables.ts';
import type { ObligationTables } from './obligation-tables.ts';
import type { RecordedTables } from './recorded-tables.ts';
import type { SigningTables } from './signing-tables.ts';
import type { StudentTables } from './student-tables.ts';
import type { TemplateTables } from './template-tables.ts';

export type { Party } from '../shapes.ts';

type Bilateral = { tenantId: string; enterpriseId: string };

type PaperTables = {
  agreement: Bilateral & {
    id: string;
    number: string;
    kind: string;
    title: string;
    titleEn: string;
    state: AgreementState;
    orderId: string | null;
    validFrom: string | null;
    validTo: string | null;
    parties: Json<Party[]>;
    variables: Json<AgreementVariables>;
    documentId: string | null;
    /** SHA-256 of the file as it stands now. */
    fileDigest: string | null;
    /** SHA-256 of the fixed file that the signers were shown; every signed file continues it. */
    documentDigest: string | null;
    /** Bytes of the fixed file. */
    documentSize: number | null;
    declineReason: string;
    isIllustrative: boolean;
    createdBy: string | null;
    createdAt: Date;
    changedAt: Date;
  };
  agreementSection: Bilateral & {
    agreementId: string;
    clause: string;
    position: number;
    revision: number;
    title: string;
    titleEn: string;
    body: string;
    bodyEn: string;
    /** The side that words it; null: both do. */
    owner: Side | null;
    changedBy: string | null;
    changedSide: Side | null;
    changedAt: Date;
  };
  agreementSectionRevision: Bilateral & {
    agreementId: string;
    clause: string;
    revision: number;
    body: string;
    bodyEn: string;
    changedBy: string | null;
    changedName: string;
    changedSide: Side | null;
    changedAt: Date;
  };
  agreementConfirmation: Bilateral & {
    agreementId: string;
    clause: string;
    side: Side;
    revision: number;
    confirmedBy: string | null;
    confirmedName: string;
    confirmedAt: Date;
  };
  agreementSignature: Bilateral & {
    agreementId: string;
    slotId: string;
    side: SlotSide;
    role: SignRole;
    /** Name of the signature field in the file. */
    field: string;
    /** How the key is held: the account's own, a certificate file, or made for one signature by link. */
    keyKind: string;
    personId: string | null;
    signerName: string;
    signerPost: string;
    certificateFingerprint: string;
    digestShown: string;
    documentId: string;
    signedAt: Date;
  };
  registeredRecord: Bilateral & {
    agreementId: string;
    facts: Json<RecordFacts>;
    source: string;
    scanId: string | null;
  };
  agreementEvent: Bilateral & {
    agreementId: string;
    id: string;
    kind: AgreementEventKind;
    side: Side | null;
    personId: string | null;
    personName: string;
    details: Json<Record<string, unknown>>;
    at: Date;
  };
  signingIdentity: {
    tenantId: string;
    personId: string;
    commonName: string;
    fingerprint: string;
    certificate: Buffer;
    sealed: Buffer;
    createdAt: Date;
    /** Tries since the last right secret; after several the key rests until `lockedUntil`. */
    wrongSecrets: number;
    lockedUntil: Date | null;
  };
};

/** All tables of this room. */
export type AgreementsTables = SigningTables &
  PaperTables &
  ObligationTables &
  AmendmentTables &
  TemplateTables &
  RecordedTables &
  StudentTables;

export const agreementsTables = defineTables({
  agreement: 'bilateral',
  agreementSection: 'bilateral',
  agreementSectionRevision: 'bilateral',
  agreementConfirmation: 'bilateral',
  agreementSignature: 'bilateral',
  registeredRecord: 'bilateral',
  agreementEvent: 'bilateral',
  signingIdentity: 'tenant',
});
