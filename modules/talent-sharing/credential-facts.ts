import type { Form } from './forms.ts';
import type { Side } from './side.ts';

/**
 * What a verifiable credential of attested hours has to say (W3C VC data model: issuer, subject, claim, evidence), kept
 * as it was when the certificate was made.
 */
export type CredentialFacts = {
  version: 1;
  number: string;
  /** The two organisations that attest, by their codes and names. */
  issuers: { side: Side; code: string; name: string; nameEn: string; attestedBy: string }[];
  subject: { expertId: string; name: string; nameEn: string };
  claim: {
    form: Form;
    title: string;
    onDay: string;
    minutes: number;
    giver: Side;
    agreementNumber: string;
  };
  issuedAt: string;
};
