import { openKey } from './sealed-key.ts';
import type { SigningIdentity } from './signing-identity.ts';

/** Somebody ready to sign: certificate (X.509, DER), those above it, and the opened private key (ECDSA or RSA). */
export type Signer = {
  certificate: Uint8Array;
  /** Further certificates towards an authority, in any order. */
  chain: readonly Uint8Array[];
  key: CryptoKey;
};

/** Opens an identity made here. Refuses `secret.wrong`, `identity.damaged`. */
export async function openIdentity(
  identity: Pick<SigningIdentity, 'certificate' | 'sealedKey'>,
  secret: string,
): Promise<Signer> {
  const key = await openKey(identity.sealedKey, identity.certificate, secret);
  return { certificate: identity.certificate, chain: [], key };
}
