import { sameBytes } from '../bytes.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { childrenOf, contentOf, type Der, derTag, expectTag, malformed, readDer, wholeOf } from './der.ts';
import { integerOf, oidOf, smallIntegerOf } from './der-values.ts';
import { oid } from './oids.ts';
import { algorithmOf, type HashName, hashOf, type SignatureAlgorithm } from './signature-algorithm.ts';

/** A CMS SignedData with exactly one signer (RFC 5652), read strictly. */
export type SignedData = {
  contentType: string;
  /** The signed content when it is carried inside (time-stamps); null when detached. */
  content: Uint8Array | null;
  certificates: readonly Certificate[];
  /** The certificate that the signer names by issuer and serial number. */
  signer: Certificate | null;
  /** null: a digest or algorithm that is not supported. */
  hash: HashName | null;
  /** Object identifier of the digest. */
  hashId: string;
  algorithm: SignatureAlgorithm | null;
  /** Object identifier of the signature algorithm. */
  algorithmId: string;
  signature: Uint8Array;
  /** What was signed: the signed attributes as a SET. */
  signedBytes: Uint8Array;
  /** Values by type; every type stands once and has one value. */
  signedAttributes: ReadonlyMap<string, Der>;
  unsignedAttributes: ReadonlyMap<string, Der>;
};

function attributesOf(node: Der): Map<string, Der> {
  const found = new Map<string, Der>();
  for (const attribute of childrenOf(node)) {
    const [type, values, extra] = childrenOf(attribute, derTag.sequence);
    const [value, second] = childrenOf(expectTag(values, derTag.set));
    const id = oidOf(type);
    if (value === undefined || second !== undefined || extra !== undefined || found.has(id))
      malformed(attribute.start, 'one attribute of each type with one value');
    else found.set(id, value);
  }
  return found;
}

function contentInside(node: Der): { contentType: string; content: Uint8Array | null } {
  const [type, wrapped] = childrenOf(node, derTag.sequence);
  const inside = wrapped && childrenOf(expectTag(wrapped, derTag.context(0)))[0];
  return { contentType: oidOf(type), content: inside ? contentOf(expectTag(inside, derTag.octets)) : null };
}

function retaggedAsSet(node: Der): Uint8Array {
  const copy = new Uint8Array(wholeOf(node));
  copy[0] = derTag.set;
  return copy;
}

function signerInfoOf(node: Der) {
  const [version, sid, digest, attributes, algorithm, signature, unsigned] = childrenOf(
    node,
    derTag.sequence,
  );
  if (smallIntegerOf(version) !== 1) malformed(node.start, 'signer named by issuer and serial number');
  const [issuer, serial] = childrenOf(expectTag(sid, derTag.sequence));
  const digestNode = expectTag(digest, derTag.sequence);
  const algorithmNode = expectTag(algorithm, derTag.sequence);
  const signedNode = expectTag(attributes, derTag.context(0));
  return {
    issuer: wholeOf(expectTag(issuer, derTag.sequence)),
    serial: integerOf(serial),
    hashId: oidOf(childrenOf(digestNode)[0]),
    hash: hashOf(digestNode),
    algorithm: algorithmOf(algorithmNode),
    algorithmId: oidOf(childrenOf(algorithmNode)[0]),
    signature: contentOf(expectTag(signature, derTag.octets)),
    signedBytes: retaggedAsSet(signedNode),
    signedAttributes: attributesOf(signedNode),
    unsignedAttributes:
      unsigned === undefined ? new Map<string, Der>() : attributesOf(expectTag(unsigned, derTag.context(1))),
  };
}

/** Reads a ContentInfo with SignedData; refuses `der.malformed`. */
export function readSignedData(der: Uint8Array): SignedData {
  const [type, wrapped, surplus] = childrenOf(readDer(der), derTag.sequence);
  if (oidOf(type) !== oid.signedData || surplus !== undefined) malformed(0, 'signed data');
  const [signedData, extra] = childrenOf(expectTag(wrapped, derTag.context(0)));
  if (signedData === undefined || extra !== undefined) return malformed(0, 'signed data');
  const [version, digests, inside, ...rest] = childrenOf(signedData, derTag.sequence);
  const content = contentInside(inside ?? malformed(signedData.start, 'content'));
  if (smallIntegerOf(version) !== (content.contentType === oid.data ? 1 : 3))
    malformed(signedData.start, 'version');
  const signerNode = expectTag(rest.at(-1), derTag.set);
  const [signerInfo, second] = childrenOf(signerNode);
  if (signerInfo === undefined || second !== undefined) return malformed(signerNode.start, 'one signer');
  const { issuer, serial, ...info } = signerInfoOf(signerInfo);
  const declared = childrenOf(expectTag(digests, derTag.set)).map((each) => {
    hashOf(each);
    return oidOf(childrenOf(each)[0]);
  });
  if (declared.length !== 1 || declared[0] !== info.hashId)
    malformed(signedData.start, 'the digest of the signer');
  const bag = rest.find((node) => node.tag === derTag.context(0));
  const certificates = bag ? childrenOf(bag).map((node) => readCertificate(wholeOf(node))) : [];
  const signer = certificates.find(
    (each) => sameBytes(each.issuerDer, issuer) && sameBytes(each.serial, serial),
  );
  return { ...content, ...info, certificates, signer: signer ?? null };
}
