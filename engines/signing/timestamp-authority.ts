import { GeneralizedTime, Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { AlgorithmIdentifier } from 'pkijs';
import { oid } from './asn1/oids.ts';
import { freshBytes } from './fresh.ts';
import { openKey } from './sealed-key.ts';
import type { Signer } from './signer.ts';
import type { SigningIdentity } from './signing-identity.ts';
import type { TimestampAuthority } from './timestamp.ts';
import { writeSignedData } from './write-signed-data.ts';

/** Policy of stamps that prove nothing to outsiders: an arc under 2.25 (ISO/IEC 9834-8) made for this use. */
const developmentPolicy = '2.25.273485900341';

/**
 * A time-stamp authority (RFC 3161) inside the process, for development and tests: its word is worth as much as the
 * trust in its certificate. The identity must have been made for `time-stamping`; `now` is the time it stamps.
 * Refuses `secret.wrong`.
 */
export async function localTimestampAuthority(
  identity: Pick<SigningIdentity, 'certificate' | 'sealedKey'>,
  secret: string,
  now: () => Date,
): Promise<TimestampAuthority> {
  const key = await openKey(identity.sealedKey, identity.certificate, secret);
  return keyedTimestampAuthority({ certificate: identity.certificate, chain: [], key }, now);
}

/** The same with a key that has been opened. */
export function keyedTimestampAuthority(
  { certificate, chain, key }: Signer,
  now: () => Date,
): TimestampAuthority {
  return {
    async timestamp(digest) {
      const imprint = new Sequence({
        value: [
          new AlgorithmIdentifier({ algorithmId: oid.sha256 }).toSchema(),
          new OctetString({ valueHex: new Uint8Array(digest).buffer }),
        ],
      });
      const serial = freshBytes(12);
      serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
      const info = new Sequence({
        value: [
          new Integer({ value: 1 }),
          new ObjectIdentifier({ value: developmentPolicy }),
          imprint,
          new Integer({ valueHex: serial }),
          new GeneralizedTime({ valueDate: new Date(Math.floor(now().getTime() / 1000) * 1000) }),
        ],
      });
      const content = new Uint8Array(info.toBER());
      return await writeSignedData({
        ...{ certificate, chain, key },
        digest: new Uint8Array(await crypto.subtle.digest('SHA-256', content)),
        contentType: oid.timestampInfo,
        content,
      });
    },
  };
}
