import { timingSafeEqual } from 'node:crypto';
import { organisationNames } from '@dualtrack/organisations/server';
import { Refusal } from '@dualtrack/platform/errors';
import { storedFile } from '@dualtrack/platform/files';
import { newSecret } from '@dualtrack/platform/ids';
import { openLink, revokeLink } from '@dualtrack/platform/links';
import { asSystem, type Kernel, openOperation, type TransactionContext } from '@dualtrack/platform/operation';
import { createPassingSigner, documentDigest } from '@dualtrack/signing';
import { contract } from '../contract.ts';
import { isSameName, whyNotSlot } from '../sign-slots.ts';
import { codeDigest, digestOf, wrongCodesAllowed } from './link-code.ts';
import { ownDb } from './own-db.ts';
import { recompose } from './recompose.ts';
import type { Hand } from './section-writer.ts';
import { keyOfFile } from './sign-agreement.ts';
import { demandSlot, signSlot } from './sign-slot.ts';
import { declineSlot } from './signing-decline.ts';
import { signingLinkKind } from './signing-link.ts';
import { demandUnsigned } from './signing-plan.ts';
import {
  changeSlot,
  type KeptSlot,
  type LockedRow,
  lockAgreement,
  type SigningPlan,
  signingPlan,
  slotIn,
} from './signing-slots.ts';
import { whyNotChange } from './signing-view.ts';
import type { AgreementsTables } from './tables.ts';

const passMinutes = 30;
type Inside = {
  context: TransactionContext<AgreementsTables>;
  agreement: LockedRow;
  plan: SigningPlan;
  slot: KeptSlot;
  linkId: string;
};

/** Opens a link and works on what is behind it, in the school's home, with the agreement locked. */
async function behind<T>(kernel: Kernel, token: string, work: (inside: Inside) => Promise<T>): Promise<T> {
  const link = await openLink(kernel, signingLinkKind, token);
  const { agreementId } = link.details;
  if (typeof agreementId !== 'string') throw new Refusal('link.unknown', 404);
  return asSystem<AgreementsTables, T>(kernel, link.tenant, async (context) => {
    const agreement = await lockAgreement(context, agreementId);
    const plan = await signingPlan(context, agreement);
    return work({ context, agreement, plan, slot: slotIn(plan, link.subjectId), linkId: link.id });
  });
}

async function keptLink({ context, slot, linkId }: Inside) {
  const row = await ownDb(context)
    .selectFrom('signingLink')
    .selectAll()
    .where('slotId', '=', slot.id)
    .where('linkId', '=', linkId)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal('link.unknown', 404);
  return row;
}

const isSame = (kept: string, given: string) =>
  kept.length === given.length && timingSafeEqual(Buffer.from(kept), Buffer.from(given));

/** Works behind a link for somebody who has entered the code. @throws signing.pass-over */
function withPass<T>(
  kernel: Kernel,
  input: { token: string; pass: string },
  work: (inside: Inside) => Promise<T>,
): Promise<T> {
  return behind(kernel, input.token, async (inside) => {
    const { passHash, passUntil } = await keptLink(inside);
    const isGood =
      passHash !== null &&
      passUntil !== null &&
      passUntil > inside.context.now &&
      isSame(passHash, digestOf(input.pass));
    if (!isGood) throw new Refusal('signing.pass-over', 403);
    return work(inside);
  });
}

const handOfSlot = (slot: KeptSlot): Hand => ({
  personId: null,
  name: slot.name,
  side: slot.side === 'third' ? null : slot.side,
});

export const showLink = openOperation(contract.signing.link.show, ({ kernel }, input) =>
  behind(kernel, input.token, async (inside) => {
    const { agreement, slot } = inside;
    const { expiresAt } = await keptLink(inside);
    const { name, role, organisation } = slot;
    const codeBy = slot.secondMail === null ? ('office' as const) : ('second-mail' as const);
    const illustrative = agreement.isIllustrative;
    return { name, role, organisation, codeBy, expiresAt: expiresAt.toISOString(), illustrative };
  }),
);

type Try = { left: number; pass: string | null; until: Date };

async function tryCode(inside: Inside, code: string): Promise<Try> {
  const { context, slot, linkId } = inside;
  const until = new Date(context.now.getTime() + passMinutes * 60_000);
  // Counted in the row itself before it is looked at: many tries at once are many tries.
  const counted = await ownDb(context)
    .updateTable('signingLink')
    .set((eb) => ({ wrongCodes: eb('wrongCodes', '+', 1) }))
    .where('slotId', '=', slot.id)
    .where('linkId', '=', linkId)
    .where('wrongCodes', '<', wrongCodesAllowed)
    .returning(['codeHash', 'wrongCodes'])
    .executeTakeFirst();
  if (counted === undefined) return { left: 0, pass: null, until };
  const isRight = isSame(counted.codeHash, codeDigest(slot.id, code));
  if (!isRight) {
    const left = wrongCodesAllowed - counted.wrongCodes;
    if (left === 0) await revokeLink(context, linkId);
    return { left, pass: null, until };
  }
  const pass = newSecret();
  await ownDb(context)
    .updateTable('signingLink')
    .set({ wrongCodes: 0, passHash: digestOf(pass), passUntil: until })
    .where('slotId', '=', slot.id)
    .execute();
  await changeSlot(context, slot.id, { openedAt: slot.openedAt ?? context.now });
  return { left: wrongCodesAllowed, pass, until };
}

export const enterCode = openOperation(contract.signing.link.enterCode, async ({ kernel, refuse }, input) => {
  const tried = await behind(kernel, input.token, (inside) => tryCode(inside, input.code));
  if (tried.pass === null) throw refuse('signing.code-wrong', { left: tried.left });
  return { pass: tried.pass, until: tried.until.toISOString() };
});

export const openSigning = openOperation(contract.signing.link.open, ({ kernel }, input) =>
  withPass(kernel, input, async ({ context, agreement, plan, slot }) => {
    const names = await organisationNames(context, [agreement.tenantId, agreement.enterpriseId]);
    const { number, title, titleEn, documentDigest } = agreement;
    if (documentDigest === null || agreement.state !== 'signing') throw new Refusal('link.unknown', 404);
    return {
      ...{ number, title, titleEn, digest: documentDigest },
      school: names.get(agreement.tenantId)?.name ?? '',
      schoolEn: names.get(agreement.tenantId)?.nameEn ?? '',
      enterprise: names.get(agreement.enterpriseId)?.name ?? '',
      enterpriseEn: names.get(agreement.enterpriseId)?.nameEn ?? '',
      ...{ name: slot.name, post: slot.post, role: slot.role },
      canDraw: whyNotChange(agreement.state, plan) === null,
      signers: plan.slots.map(({ name, role, state }) => ({ name, role, state })),
      whyNot: whyNotSlot(plan.slots, slot, plan, context.today),
    };
  }),
);

export const linkDocument = openOperation(contract.signing.link.document, ({ kernel }, input) =>
  withPass(kernel, input, async ({ context, agreement }) => {
    if (agreement.documentId === null) throw new Refusal('link.unknown', 404);
    return storedFile(context, agreement.documentId);
  }),
);

export const linkHandwriting = openOperation(contract.signing.link.putHandwriting, ({ kernel }, input) =>
  withPass(kernel, input, async ({ context, agreement, plan, slot }) => {
    demandUnsigned(agreement, plan);
    const handwriting = input.handwriting === null ? null : JSON.stringify(input.handwriting);
    await changeSlot(context, slot.id, { handwriting });
    const digest = await recompose(context, agreement, handOfSlot(slot));
    if (digest === null) throw new Refusal('agreement.not-in-state', 409);
    return { digest };
  }),
);

/** A key for one signature: made, used and forgotten; only its certificate stays, in the file. */
async function keyForOnce({ context, slot }: Inside) {
  const signer = await createPassingSigner({
    commonName: slot.name,
    ...(slot.organisation ? { organisation: slot.organisation.slice(0, 64) } : {}),
    ...{ country: 'CN', at: context.now, years: 1 },
  });
  return { signer, fingerprint: await documentDigest(signer.certificate), keyKind: 'link' as const };
}

export const signByLink = openOperation(contract.signing.link.sign, async ({ kernel }, input) => {
  const file = input.file && new Uint8Array(await input.file.arrayBuffer());
  return withPass(kernel, input, async (inside) => {
    const { context, agreement, plan, slot, linkId } = inside;
    if (!isSameName(input.name, slot.name)) throw new Refusal('agreement.not-the-signer', 403);
    demandSlot(context, agreement, plan, slot);
    const key = file ? await keyOfFile(file, input.password ?? '', slot.name) : await keyForOnce(inside);
    const { digest } = input;
    await signSlot(context, { agreement, plan, slot, digest, ...key, hand: handOfSlot(slot) });
    await revokeLink(context, linkId);
    const used = { usedAt: context.now, passHash: null, passUntil: null };
    await ownDb(context).updateTable('signingLink').set(used).where('slotId', '=', slot.id).execute();
    return { signedAt: context.now.toISOString(), fingerprint: key.fingerprint };
  });
});

export const declineByLink = openOperation(contract.signing.link.decline, ({ kernel }, input) =>
  withPass(kernel, input, async ({ context, agreement, slot, linkId }) => {
    await declineSlot(context, agreement, slot, handOfSlot(slot), input.reason);
    await revokeLink(context, linkId);
    return { ok: true as const };
  }),
);
