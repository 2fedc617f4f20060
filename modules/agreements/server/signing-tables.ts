import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Side } from '../agreement.ts';
import type { Handwriting, Mandate, SignRole, SlotChannel, SlotSide } from '../sign-slots.ts';

type Bilateral = { tenantId: string; enterpriseId: string };

/** Tables of signing: plan, slots, one-time links, seals. */
export type SigningTables = {
  signingPlan: Bilateral & {
    agreementId: string;
    dueOn: string | null;
    remindEveryDays: number;
    sealFingerprint: string | null;
    sealLevel: string | null;
  };
  signatureSlot: Bilateral & {
    agreementId: string;
    id: string;
    field: string;
    side: SlotSide;
    role: SignRole;
    step: number;
    name: string;
    post: string;
    organisation: string;
    channel: SlotChannel;
    mail: string | null;
    secondMail: string | null;
    phone: string | null;
    mandate: Json<Mandate> | null;
    mandateFileId: string | null;
    mandateRevokedAt: Date | null;
    handwriting: Json<Handwriting> | null;
    openedAt: Date | null;
    remindedAt: Date | null;
    expiryToldAt: Date | null;
    declinedAt: Date | null;
    declineReason: string;
  };
  signingLink: Bilateral & {
    slotId: string;
    linkId: string;
    codeHash: string;
    wrongCodes: number;
    passHash: string | null;
    passUntil: Date | null;
    sentAt: Date;
    expiresAt: Date;
    usedAt: Date | null;
  };
  signingSeal: Bilateral & {
    agreementId: string;
    side: Side;
    fileId: string;
    acrossPages: boolean;
    putBy: string;
    putAt: Date;
  };
  platformSeal: { fingerprint: string; certificate: Buffer; sealed: Buffer; createdAt: Date };
};

export const signingTables = defineTables({
  signingPlan: 'bilateral',
  signatureSlot: 'bilateral',
  signingLink: 'bilateral',
  signingSeal: 'bilateral',
  platformSeal: 'local',
});
