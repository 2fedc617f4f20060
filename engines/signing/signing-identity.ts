import { readCertificate } from './asn1/certificate.ts';
import { documentDigest } from './document-digest.ts';
import { freshBytes, freshKeyPair } from './fresh.ts';
import { importKey, sealKey } from './sealed-key.ts';
import type { Signer } from './signer.ts';
import { SigningError, type SigningIssue } from './signing-error.ts';
import { writeCertificate } from './write-certificate.ts';

/** A signer's certificate and private key, sealed by the signer's secret. Whoever stores it cannot sign with it. */
export type SigningIdentity = {
  /** X.509, DER. */
  certificate: Uint8Array;
  /** Opaque bytes; opened only by the secret and only beside this certificate. */
  sealedKey: Uint8Array;
  /** SHA-256 of the certificate, lower-case hexadecimal. */
  fingerprint: string;
  notBefore: Date;
  notAfter: Date;
};

export type SigningIdentityOrder = {
  /** The signer's name, any script, at most 64 characters (X.520). */
  commonName: string;
  organisation?: string;
  /** Registration number of the organisation, such as its unified social credit code. */
  organisationId?: string;
  /** ISO 3166-1, two capital letters. */
  country: string;
  /** Start of validity. */
  at: Date;
  /** At least 8 characters; never stored. */
  secret: string;
  /** Years of validity, 5 unless told. */
  years?: number;
  purpose?: 'signing' | 'time-stamping';
};

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

// X.520 length; no controls; RFC 4518 (by RFC 3454, 6): a name runs in one direction from its first letter to its last.
function isName(value: string): boolean {
  const signs = [...value];
  const isPrintable =
    value.trim() === value && !/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(value);
  const isOneWay =
    !rightToLeft.test(value) ||
    (rightToLeft.test(signs[0] ?? '') &&
      rightToLeft.test(signs.at(-1) ?? '') &&
      signs.every((sign) => !/\p{L}/u.test(sign) || rightToLeft.test(sign)));
  return signs.length >= 1 && signs.length <= 64 && isPrintable && isOneWay;
}

const nameRule = '1 to 64 printable characters in one writing direction';

function issuesOf(order: IdentityOrder): SigningIssue[] {
  const years = order.years ?? 5;
  const rules: [boolean, string, string][] = [
    [isName(order.commonName), '/commonName', nameRule],
    [order.organisation === undefined || isName(order.organisation), '/organisation', nameRule],
    [order.organisationId === undefined || isName(order.organisationId), '/organisationId', nameRule],
    [/^[A-Z]{2}$/.test(order.country), '/country', 'two capital letters'],
    [Number.isFinite(order.at.getTime()), '/at', 'valid date'],
    [order.secret === null || [...order.secret].length >= 8, '/secret', 'at least 8 characters'],
    [Number.isInteger(years) && years >= 1 && years <= 30, '/years', 'whole number from 1 to 30'],
  ];
  return rules.filter(([isKept]) => !isKept).map(([, pointer, expected]) => ({ pointer, expected }));
}

type IdentityOrder = Omit<SigningIdentityOrder, 'secret'> & { secret: string | null };

async function freshCertificate(order: IdentityOrder) {
  const issues = issuesOf(order);
  if (issues.length > 0) throw new SigningError('input.invalid', {}, issues);
  const { secret, at, years = 5, purpose = 'signing', ...names } = order;
  const notBefore = new Date(Math.floor(at.getTime() / 1000) * 1000);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + years);
  const keys = await freshKeyPair(secret !== null);
  const serial = freshBytes(16);
  // Positive and of full length, so that no encoder has to pad or trim it.
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const certificate = await writeCertificate({ ...names, notBefore, notAfter, serial, purpose, keys });
  return { certificate, key: keys.privateKey, notBefore, notAfter };
}

/**
 * Makes a key pair (P-256) and a self-issued certificate, and seals the key with PBKDF2 and AES-256-GCM. The key is
 * handed out open as well, for the signature at hand: it cannot be exported. Refuses `input.invalid` with every issue.
 */
export async function createOpenIdentity(
  order: SigningIdentityOrder,
): Promise<{ identity: SigningIdentity; signer: Signer }> {
  const { certificate, key, notBefore, notAfter } = await freshCertificate(order);
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', key);
  const sealedKey = await sealKey(pkcs8, certificate, order.secret);
  const fingerprint = await documentDigest(certificate);
  return {
    identity: { certificate, sealedKey, fingerprint, notBefore, notAfter },
    signer: { certificate, chain: [], key: await importKey(pkcs8) },
  };
}

/** As `createOpenIdentity`, for somebody who signs later. Refuses `input.invalid` with every issue. */
export async function createSigningIdentity(order: SigningIdentityOrder): Promise<SigningIdentity> {
  return (await createOpenIdentity(order)).identity;
}

/**
 * A signer whose key (P-256) nobody can export or keep: it is gone with the returned object. The certificate is
 * self-issued. Refuses `input.invalid` with every issue.
 */
export async function createPassingSigner(order: Omit<SigningIdentityOrder, 'secret'>): Promise<Signer> {
  const { certificate, key } = await freshCertificate({ ...order, secret: null });
  return { certificate, chain: [], key };
}

/** What a certificate says of its holder, for lists and confirmations. Refuses `identity.damaged`. */
export function describeCertificate(certificate: Uint8Array) {
  try {
    const { subject, issuer, notBefore, notAfter } = readCertificate(certificate);
    return { subject, issuer, notBefore, notAfter };
  } catch {
    throw new SigningError('identity.damaged');
  }
}
