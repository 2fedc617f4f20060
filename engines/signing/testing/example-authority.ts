import {
  BitString,
  Constructed,
  Enumerated,
  GeneralizedTime,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Primitive,
  Sequence,
  Utf8String,
} from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  BasicOCSPResponse,
  Certificate,
  CertificateRevocationList,
  Extension,
  Extensions,
  OCSPResponse,
  ResponseBytes,
  RevokedCertificate,
  SingleResponse,
  Time,
} from 'pkijs';
import { oid } from '../asn1/oids.ts';
import { freshKeyPair } from '../fresh.ts';
import type { Signer } from '../signer.ts';
import { cryptoEngine } from '../write-certificate.ts';

/** Test support: an authority that issues certificates, lists of revoked ones and OCSP answers. */
export type ExampleAuthority = Awaited<ReturnType<typeof exampleAuthority>>;

type Purpose = 'signing' | 'authority' | 'answers' | 'time-stamping';
type Revoked = { serial: number; at: Date; cause?: number };
export type CertificateWish = {
  name: string;
  serial: number;
  purpose?: Purpose;
  from?: Date;
  to?: Date;
  /** Names a place where lists can be had; yes unless told. */
  namesSource?: boolean;
};
export type Issued = Signer & { serial: number; parsed: Certificate; keys: CryptoKeyPair };

const der = (thing: { toSchema(encode: true): { toBER(): ArrayBuffer } }) =>
  new Uint8Array(thing.toSchema(true).toBER());
const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }) =>
  new Extension({ extnID, critical, extnValue: value.toBER() });
const usageBits: Record<Purpose, [number, number]> = {
  ...{ signing: [0xc0, 6], authority: [0x06, 1] },
  ...{ answers: [0x80, 7], 'time-stamping': [0x80, 7] },
};

function extensionsFor(purpose: Purpose, namesSource: boolean): Extension[] {
  const [bits, unusedBits] = usageBits[purpose];
  const usage = new BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits });
  const found = [
    extension(oid.basicConstraints, true, new BasicConstraints({ cA: purpose === 'authority' }).toSchema()),
    extension(oid.keyUsage, true, usage),
  ];
  const extended = {
    answers: oid.ocspSigning,
    'time-stamping': oid.timeStamping,
    signing: '',
    authority: '',
  };
  if (extended[purpose] !== '')
    found.push(
      extension(
        oid.extendedKeyUsage,
        true,
        new Sequence({ value: [new ObjectIdentifier({ value: extended[purpose] })] }),
      ),
    );
  if (purpose === 'answers') found.push(extension(oid.ocspNoCheck, false, new Null()));
  else if (namesSource) found.push(extension(oid.crlDistributionPoints, false, new Sequence({ value: [] })));
  return found;
}

async function issued(wish: CertificateWish, above: Issued | null): Promise<Issued> {
  const keys = await freshKeyPair(false);
  const parsed = new Certificate();
  parsed.version = 2;
  parsed.serialNumber = new Integer({ value: wish.serial });
  parsed.subject.typesAndValues = [
    new AttributeTypeAndValue({ type: oid.commonName, value: new Utf8String({ value: wish.name }) }),
  ];
  parsed.issuer = above === null ? parsed.subject : above.parsed.subject;
  parsed.notBefore = new Time({ type: 0, value: wish.from ?? new Date('2025-01-01T00:00:00Z') });
  parsed.notAfter = new Time({ type: 0, value: wish.to ?? new Date('2035-01-01T00:00:00Z') });
  await parsed.subjectPublicKeyInfo.importKey(keys.publicKey, cryptoEngine);
  parsed.extensions = extensionsFor(wish.purpose ?? 'signing', wish.namesSource ?? above !== null);
  await parsed.sign((above?.keys ?? keys).privateKey, 'SHA-256', cryptoEngine);
  const chain = above === null ? [] : [above.certificate, ...above.chain];
  return { certificate: der(parsed), chain, key: keys.privateKey, keys, parsed, serial: wish.serial };
}

/** Makes an authority: the topmost one, or one issued by another. */
export async function exampleAuthority(name: string, above: Issued | null = null, serial = 1) {
  const self = await issued({ name, serial, purpose: 'authority' }, above);
  return {
    ...{ self, certificate: self.certificate },
    issue: (wish: CertificateWish) => issued(wish, self),

    /** A list signed by `by`; its own key unless told. `extra` goes among its extensions. */
    async list(asOf: Date, until: Date, revoked: readonly Revoked[], extra: Extension[] = [], by = self) {
      const list = new CertificateRevocationList();
      list.version = 1;
      list.issuer = self.parsed.subject;
      list.thisUpdate = new Time({ type: 0, value: asOf });
      list.nextUpdate = new Time({ type: 0, value: until });
      if (revoked.length > 0) list.revokedCertificates = revoked.map(listed);
      if (extra.length > 0) list.crlExtensions = new Extensions({ extensions: extra });
      await list.sign(by.keys.privateKey, 'SHA-256', cryptoEngine);
      return der(list);
    },

    /** An answer about one certificate, signed by `by`; `revoked` null means good. */
    async answer(
      about: Issued,
      asOf: Date,
      until: Date | null,
      revoked: Omit<Revoked, 'serial'> | null,
      by = self,
    ) {
      const single = new SingleResponse();
      const parameters = { hashAlgorithm: 'SHA-1', issuerCertificate: self.parsed };
      await single.certID.createForCertificate(about.parsed, parameters, cryptoEngine);
      single.certStatus = revoked === null ? contextOf(0) : statusOf(revoked);
      single.thisUpdate = asOf;
      if (until !== null) single.nextUpdate = until;
      const basic = new BasicOCSPResponse();
      basic.tbsResponseData.responderID = by.parsed.subject;
      basic.tbsResponseData.producedAt = asOf;
      basic.tbsResponseData.responses = [single];
      if (by !== self) basic.certs = [by.parsed];
      await basic.sign(by.keys.privateKey, 'SHA-256', cryptoEngine);
      const response = new OCSPResponse();
      response.responseStatus = new Enumerated({ value: 0 });
      response.responseBytes = new ResponseBytes({
        responseType: oid.ocspBasic,
        response: new OctetString({ valueHex: basic.toSchema().toBER() }),
      });
      return new Uint8Array(response.toSchema().toBER());
    },
  };
}

const contextOf = (tagNumber: number) => new Primitive({ idBlock: { tagClass: 3, tagNumber } });

function statusOf({ at, cause }: Omit<Revoked, 'serial'>) {
  const reason = new Constructed({
    idBlock: { tagClass: 3, tagNumber: 0 },
    value: [new Enumerated({ value: cause ?? 0 })],
  });
  const value = [new GeneralizedTime({ valueDate: at }), ...(cause === undefined ? [] : [reason])];
  return new Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value });
}

function listed({ serial, at, cause }: Revoked): RevokedCertificate {
  const found = new RevokedCertificate();
  found.userCertificate = new Integer({ value: serial });
  found.revocationDate = new Time({ type: 0, value: at });
  if (cause !== undefined) {
    const why = extension(oid.revocationCause, false, new Enumerated({ value: cause }));
    found.crlEntryExtensions = new Extensions({ extensions: [why] });
  }
  return found;
}
