import type { HallView } from '../contract.ts';
import type { Side } from '../side.ts';

/** A place under the paper: signed, or still to be signed. */
export type SigningPlace = { name: string; post: string; role: string; signedAt: string | null };

type Live = Pick<HallView, 'signatures' | 'signers'>;
const isSame = (left: string, right: string) => left.replaceAll(/\s/g, '') === right.replaceAll(/\s/g, '');

/** Who has signed and who is to sign for a side: signatures as the agreement keeps them, beside the signers of the plan. */
export function signingPlaces(
  live: Live,
  side: Side,
  posts: (one: HallView['signers'][number]) => string,
): SigningPlace[] {
  const own = live.signers.filter((one) => one.side === side);
  const isOf = (done: SigningPlace, one: (typeof own)[number]) =>
    isSame(done.name, one.name) || isSame(done.name, one.nameEn);
  const signed = signedFor(live, side).map((done) => {
    // The paper has the post in its own language; the plan of the ceremony has it in both.
    const guest = own.find((one) => isOf(done, one));
    return { ...done, post: (guest && posts(guest)) || done.post };
  });
  const open = own
    .filter((one) => !signed.some((done) => isOf(done, one)))
    .map((one) => ({ name: one.name || one.nameEn, post: posts(one), role: 'signer', signedAt: null }));
  return [...signed, ...open];
}

/** Signatures made for a side, or by people who belong to neither. */
export function signedFor(live: Pick<Live, 'signatures'>, side: Side | 'third'): SigningPlace[] {
  return live.signatures
    .filter((one) => one.side === side)
    .map(({ name, post, role, signedAt }) => ({ name, post, role, signedAt }));
}
