import { oid } from './asn1/oids.ts';
import { joined, toHex } from './bytes.ts';
import { reserveSignature } from './pdf/reserve-signature.ts';
import { openIdentity, type Signer } from './signer.ts';
import { SigningError, type SigningIssue } from './signing-error.ts';
import { describeCertificate, type SigningIdentity } from './signing-identity.ts';
import { checkedToken, type TimestampAuthority } from './timestamp.ts';
import { writeSignedData } from './write-signed-data.ts';

export type SignOrder = {
  pdf: Uint8Array;
  /** An identity made here with its secret, or a signer that has been opened. */
  identity?: Pick<SigningIdentity, 'certificate' | 'sealedKey'>;
  secret?: string;
  signer?: Signer;
  /** The time the signer claims; whole seconds are kept. */
  at: Date;
  reason?: string;
  location?: string;
  /** Name of the new signature field, such as the side that signs. Letters, digits, `-` and `_`. */
  fieldName: string;
  /** PAdES baseline level (ETSI EN 319 142-1). B-T needs an authority; B-B unless told. */
  level?: 'B-B' | 'B-T';
  timestampAuthority?: TimestampAuthority;
};

const isLine = (value: string | undefined) => value === undefined || /^[^\p{Cc}\p{Cs}]{1,500}$/u.test(value);

function issuesOf(order: SignOrder): SigningIssue[] {
  const needsAuthority = order.level === 'B-T' && order.timestampAuthority === undefined;
  const isSomebody =
    order.signer !== undefined || (order.identity !== undefined && order.secret !== undefined);
  const rules: [boolean, string, string][] = [
    [isSomebody, '/signer', 'a signer, or an identity with its secret'],
    [/^[A-Za-z0-9_-]{1,100}$/.test(order.fieldName), '/fieldName', '1 to 100 letters, digits, - or _'],
    [isLine(order.reason), '/reason', 'one line of at most 500 characters'],
    [isLine(order.location), '/location', 'one line of at most 500 characters'],
    [Number.isFinite(order.at.getTime()), '/at', 'valid date'],
    [!needsAuthority, '/timestampAuthority', 'an authority for level B-T'],
  ];
  return rules.filter(([isKept]) => !isKept).map(([, pointer, expected]) => ({ pointer, expected }));
}

async function signerOf({ signer, identity, secret }: SignOrder): Promise<Signer> {
  if (signer !== undefined) return signer;
  if (identity === undefined) throw new SigningError('input.invalid');
  return openIdentity(identity, secret ?? '');
}

const startsLikePdf = (bytes: Uint8Array) =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';

/**
 * Adds one more PAdES baseline signature as an incremental update: the given bytes stay as they are, as a prefix.
 * Detached CMS, ECDSA or RSA with SHA-256, invisible field. Nothing is checked of earlier signatures; `verifyPdf` does that.
 * Refuses `input.invalid`, `secret.wrong`, `identity.damaged`, `identity.out-of-validity`, `field.taken`,
 * `pdf.not-a-pdf`, `pdf.unreadable`, `pdf.encrypted`, `timestamp.refused`, `signature.too-large`.
 */
export async function signPdf(order: SignOrder): Promise<Uint8Array> {
  const issues = issuesOf(order);
  if (issues.length > 0) throw new SigningError('input.invalid', {}, issues);
  if (!startsLikePdf(order.pdf)) throw new SigningError('pdf.not-a-pdf');
  const { certificate = new Uint8Array() } = order.signer ?? order.identity ?? {};
  const { subject, notBefore, notAfter } = describeCertificate(certificate);
  const at = new Date(Math.floor(order.at.getTime() / 1000) * 1000);
  if (at < notBefore || at > notAfter) throw new SigningError('identity.out-of-validity');
  const signer = await signerOf(order);
  const { pdf, reason, location, fieldName, timestampAuthority: authority } = order;
  const isStamped = order.level === 'B-T' && authority !== undefined;
  const own = [certificate, ...signer.chain].reduce((sum, each) => sum + each.length, 0);
  const room = Math.ceil((own + (isStamped ? 11_000 : 3_000)) / 2_048) * 2_048;
  const name = subject.commonName ?? '';
  const reserved = await reserveSignature({ pdf, fieldName, at, reason, location, name, room });
  const signedBytes = joined(reserved.pdf.subarray(0, reserved.open), reserved.pdf.subarray(reserved.close));
  const cms = await writeSignedData({
    ...signer,
    digest: new Uint8Array(await crypto.subtle.digest('SHA-256', signedBytes)),
    contentType: oid.data,
    ...(isStamped ? { timestamp: (signature) => checkedToken(authority, signature) } : {}),
  });
  if (cms.length > room) throw new SigningError('signature.too-large', { room, size: cms.length });
  reserved.pdf.set(new TextEncoder().encode(toHex(cms)), reserved.open + 1);
  return reserved.pdf;
}
