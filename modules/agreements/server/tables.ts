import { defineTables, type Json } from '@dualtrack/platform/db';
import type { AgreementState, Side } from '../agreement.ts';

type Bilateral = { tenantId: string; enterpriseId: string };

/** A party as it stands in the agreement. */
export type Party = {
  side: Side;
  name: string;
  nameEn: string;
  code: string;
  legalRepresentative: string;
  address: string;
  signer: string;
  signerPost: string;
};

export type AgreementsTables = {
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
    variables: Json<Record<string, unknown>>;
    documentId: string | null;
    documentDigest: string | null;
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
    side: Side;
    personId: string;
    signerName: string;
    signerPost: string;
    certificateFingerprint: string;
    digestShown: string;
    documentId: string;
    signedAt: Date;
  };
  registeredRecord: Bilateral & {
    agreementId: string;
    facts: Json<Record<string, unknown>>;
    source: string;
    scanId: string | null;
  };
  signingIdentity: {
    tenantId: string;
    personId: string;
    commonName: string;
    fingerprint: string;
    sealed: Buffer;
    createdAt: Date;
  };
};

export const agreementsTables = defineTables({
  agreement: 'bilateral',
  agreementSection: 'bilateral',
  agreementSectionRevision: 'bilateral',
  agreementConfirmation: 'bilateral',
  agreementSignature: 'bilateral',
  registeredRecord: 'bilateral',
  signingIdentity: 'tenant',
});
