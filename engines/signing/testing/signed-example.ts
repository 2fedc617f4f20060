import { readFileSync } from 'node:fs';
import { type SignOrder, signPdf } from '../sign-pdf.ts';
import { createSigningIdentity } from '../signing-identity.ts';

/** Test support: an agreement composed by the platform, two invented signers, and the file they signed in turn. */
export const signedAt = new Date('2026-03-12T04:00:00Z');
export const judgedAt = new Date('2026-06-01T00:00:00Z');
export const secrets = { school: 'secret of the school', enterprise: 'secret of the enterprise' };

export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

export const school = await createSigningIdentity({
  commonName: 'ئايگۈل مىسال',
  organisation: '伊州职业技术学院',
  organisationId: '12650500MA000001XD',
  country: 'CN',
  at: signedAt,
  secret: secrets.school,
});

export const enterprise = await createSigningIdentity({
  commonName: '李范例',
  organisation: '定远新材料集团有限公司',
  country: 'CN',
  at: signedAt,
  secret: secrets.enterprise,
});

/** Signs as one of the two sides; the field carries the side's name. */
export function signAs(side: 'school' | 'enterprise', pdf: Uint8Array, more: Partial<SignOrder> = {}) {
  const identity = side === 'school' ? school : enterprise;
  return signPdf({ pdf, identity, secret: secrets[side], at: signedAt, fieldName: side, ...more });
}

export const original = fixture('agreement.pdf');
export const once = await signAs('school', original, { reason: '甲方签署 (第一份\\)', location: '哈密' });
export const twice = await signAs('enterprise', once, { reason: '乙方签署' });
export const anchors = [school.certificate, enterprise.certificate];
