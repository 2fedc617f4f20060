import { fromBER, Integer, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  createCMSECDSASignature,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { oid } from './asn1/oids.ts';

export type SignedDataOrder = {
  certificate: Uint8Array;
  /** Carried along for whoever looks for the way to an authority. */
  chain?: readonly Uint8Array[];
  /** ECDSA, or RSA with PKCS #1 v1.5. */
  key: CryptoKey;
  /** SHA-256 of the content. */
  digest: Uint8Array;
  contentType: string;
  /** The content itself, when it is to be carried inside. */
  content?: Uint8Array;
  /** Asked for a time-stamp token over the signature value. */
  timestamp?: (signature: Uint8Array) => Promise<Uint8Array>;
};

const buffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;
const octets = (bytes: Uint8Array) => new OctetString({ valueHex: buffer(bytes) });
const sha256 = () => new AlgorithmIdentifier({ algorithmId: oid.sha256 });

const isRsa = (key: CryptoKey) => key.algorithm.name !== 'ECDSA';

// RFC 5754, 3.2 and 3.3: RSA carries an explicit NULL, ECDSA nothing.
const signatureAlgorithmOf = (key: CryptoKey) =>
  isRsa(key)
    ? new AlgorithmIdentifier({ algorithmId: oid.rsaSha256, algorithmParams: new Null() })
    : new AlgorithmIdentifier({ algorithmId: oid.ecdsaSha256 });

// RFC 6211: names the algorithms inside what is signed, so that they cannot be exchanged.
function algorithmProtection(key: CryptoKey): Sequence {
  const digest = new AlgorithmIdentifier({ algorithmId: oid.sha256 }).toSchema();
  const signature = signatureAlgorithmOf(key).toSchema();
  signature.idBlock.tagClass = 3;
  signature.idBlock.tagNumber = 1;
  return new Sequence({ value: [digest, signature] });
}

// RFC 5035: names the certificate inside what is signed, so that it cannot be exchanged.
async function signingCertificate(certificate: Uint8Array): Promise<Sequence> {
  const hash = await crypto.subtle.digest('SHA-256', buffer(certificate));
  const id = new Sequence({ value: [new OctetString({ valueHex: hash })] });
  return new Sequence({ value: [new Sequence({ value: [id] })] });
}

const byEncoding = (left: Attribute, right: Attribute): number => {
  const [a, b] = [new Uint8Array(left.toSchema().toBER()), new Uint8Array(right.toSchema().toBER())];
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
};

async function signedAttributes(order: SignedDataOrder): Promise<SignedAndUnsignedAttributes> {
  // No signing-time: a PAdES baseline signature states its time in the PDF (ETSI EN 319 142-1, 6.3).
  const attributes = [
    new Attribute({ type: oid.contentType, values: [new ObjectIdentifier({ value: order.contentType })] }),
    new Attribute({ type: oid.messageDigest, values: [octets(order.digest)] }),
    new Attribute({ type: oid.algorithmProtection, values: [algorithmProtection(order.key)] }),
    new Attribute({ type: oid.signingCertificateV2, values: [await signingCertificate(order.certificate)] }),
  ];
  return new SignedAndUnsignedAttributes({ type: 0, attributes: attributes.sort(byEncoding) });
}

async function signatureOver(attributes: SignedAndUnsignedAttributes, key: CryptoKey): Promise<Uint8Array> {
  const encoded = new Uint8Array(attributes.toSchema().toBER());
  // What is signed carries the tag of a SET (RFC 5652, 5.4).
  encoded[0] = 0x31;
  if (isRsa(key)) return new Uint8Array(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, encoded));
  const plain = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, encoded);
  return new Uint8Array(createCMSECDSASignature(plain));
}

/** Writes a CMS SignedData (RFC 5652) with one signer, as CAdES and PAdES baseline and RFC 3161 ask. DER. */
export async function writeSignedData(order: SignedDataOrder): Promise<Uint8Array> {
  const certificate = Certificate.fromBER(buffer(order.certificate));
  const attributes = await signedAttributes(order);
  const signature = await signatureOver(attributes, order.key);
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: new Integer({ valueHex: certificate.serialNumber.valueBlock.valueHexView }),
    }),
    digestAlgorithm: sha256(),
    signedAttrs: attributes,
    signatureAlgorithm: signatureAlgorithmOf(order.key),
    signature: octets(signature),
  });
  if (order.timestamp) {
    const token = fromBER(buffer(await order.timestamp(signature))).result;
    const attribute = new Attribute({ type: oid.signatureTimestamp, values: [token] });
    signer.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes: [attribute] });
  }
  const inside = new EncapsulatedContentInfo({ eContentType: order.contentType });
  // Set afterwards: the constructor would cut it into pieces, which is not DER.
  if (order.content) inside.eContent = octets(order.content);
  const data = new SignedData({
    version: order.contentType === oid.data ? 1 : 3,
    digestAlgorithms: [sha256()],
    encapContentInfo: inside,
    certificates: [certificate, ...(order.chain ?? []).map((each) => Certificate.fromBER(buffer(each)))],
    signerInfos: [signer],
  });
  const wrapped = new ContentInfo({ contentType: oid.signedData, content: data.toSchema(true) });
  return new Uint8Array(wrapped.toSchema().toBER());
}
