import type { Form } from './forms.ts';
import type { Side } from './side.ts';

/**
 * What a verifiable credential of attested hours has to say (W3C VC data model: issuer, subject, claim, evidence), kept
 * as it was when the certificate was made.
 */
export type CredentialFacts = {
  /** Certificates of version 1 were made before skills and evidence were kept; they read as empty. */
  version: 1 | 2;
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
    /** What was asked for, else what the expert's card says: ISCO-08 unit groups, and words of their own. */
    skills: {
      from: 'need' | 'card';
      occupations: { code: string; name: string; nameEn: string }[];
      tags: string[];
    };
  };
  /** The record that the hours rest on, and who of each side said so, with the instant where it is known. */
  evidence: {
    kind: 'session' | 'stay';
    id: string;
    from: string;
    to: string;
    place: string;
    attested: { side: Side; by: string; at: string | null }[];
  }[];
  issuedAt: string;
};
