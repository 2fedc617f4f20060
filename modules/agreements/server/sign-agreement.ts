import { Refusal } from '@dualtrack/platform/errors';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import {
  describeCertificate,
  documentDigest,
  readCertificateFile,
  type Signer,
  SigningError,
} from '@dualtrack/signing';
import { sideOfRole } from '../agreement.ts';
import { contract } from '../contract.ts';
import { dueSlots, isSameName, slotsOfPerson } from '../sign-slots.ts';
import { handOf } from './act.ts';
import { agreementView } from './agreement-view.ts';
import { demandSlot, signSlot } from './sign-slot.ts';
import { openOwnKey } from './signing-secret.ts';
import { type KeptSlot, keepPlan, lockAgreement, type SigningPlan, signingPlan } from './signing-slots.ts';
import { signingView } from './signing-view.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();
type Context = OperationContext<AgreementsTables>;

/** The slot that the caller is to sign: own side, own name; of several the one whose turn it is. */
function ownSlot(ctx: Context, plan: SigningPlan): KeptSlot {
  const own = slotsOfPerson(plan.slots, { side: sideOfRole(ctx.actor.role), name: ctx.actor.name });
  const open = own.filter((slot) => slot.state === 'waiting');
  const slot = open.find((one) => dueSlots(plan.slots).includes(one)) ?? open[0] ?? own[0];
  if (slot === undefined) throw new Refusal('agreement.not-the-signer', 403, { action: 'sign' });
  return slot;
}

type Key = { signer: Signer; fingerprint: string; keyKind: 'account' | 'file' };

async function signAs(
  ctx: Context,
  agreementId: string,
  digest: string,
  openKey: (slot: KeptSlot) => Promise<Key>,
): Promise<void> {
  const home = await homeOf(ctx, 'agreement', agreementId);
  // Looked at before the key is made, so that somebody who may not sign leaves no key behind.
  const key = await ctx.inHome(home, async (inner) => {
    const agreement = await inner.db
      .selectFrom('agreement')
      .selectAll()
      .where('id', '=', agreementId)
      .executeTakeFirstOrThrow();
    const plan = await signingPlan(inner, agreement);
    const slot = ownSlot(ctx, plan);
    demandSlot(inner, agreement, plan, slot);
    return slot;
  });
  const opened = await openKey(key);
  await ctx.inHome(home, async (inner) => {
    const agreement = await lockAgreement(inner, agreementId);
    const plan = await keepPlan(inner, agreement);
    const slot = ownSlot(ctx, plan);
    await signSlot(inner, { agreement, plan, slot, digest, ...opened, hand: handOf(ctx) });
  });
  ctx.audit(agreementId, { action: 'sign', keyKind: opened.keyKind });
}

export const signAgreement = operation(contract.sign, async (ctx, input) => {
  await signAs(ctx, input.agreementId, input.digest, async () => ({
    ...(await openOwnKey(ctx, input.secret)),
    keyKind: 'account' as const,
  }));
  // Read from the caller's own place, where their own signing identity is seen too.
  return agreementView(ctx, input.agreementId);
});

export const signWithFile = operation(contract.signing.signWithFile, async (ctx, input) => {
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  await signAs(ctx, input.agreementId, input.digest, (slot) => keyOfFile(bytes, input.password, slot.name));
  return signingView(ctx, input.agreementId);
});

/**
 * Opens a signer's certificate file, which has to bear the name that the paper names.
 * @throws signing.secret-wrong, signing.certificate-unusable, signing.certificate-other-name
 */
export async function keyOfFile(bytes: Uint8Array, password: string, name: string): Promise<Key> {
  try {
    const signer = await readCertificateFile(bytes, password);
    const { commonName = '' } = describeCertificate(signer.certificate).subject;
    // Authorities add numbers to names; the name itself has to be there.
    if (!isSameName(commonName, name) && !commonName.includes(name))
      throw new Refusal('signing.certificate-other-name', 409, { name: commonName });
    return { signer, fingerprint: await documentDigest(signer.certificate), keyKind: 'file' };
  } catch (error) {
    if (!(error instanceof SigningError)) throw error;
    if (error.code === 'secret.wrong') throw new Refusal('signing.secret-wrong', 403);
    throw new Refusal('signing.certificate-unusable', 422);
  }
}
