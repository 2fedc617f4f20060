import type { Actor } from '@dualtrack/platform/access';
import type { Mail } from '@dualtrack/platform/mail';
import type { SigningView } from '../contract/signing.ts';
import type { SlotInput } from '../plan-flaws.ts';
import { sendSigningLink } from '../server/signing-link.ts';
import { enterCode, openSigning } from '../server/signing-open.ts';
import { getSigning, setSigningPlan } from '../server/signing-plan.ts';
import type { TestPair } from './test-pair.ts';

/** A pair whose mails are caught, with the steps that signing tests repeat. */
export function signingStage(pair: TestPair) {
  const { kit, office, hr } = pair;
  const mails: Mail[] = [];
  kit.kernel.mailer = {
    folder: null,
    send: async (mail) => {
      mails.push(mail);
    },
  };
  const plain = (actor: Actor, side: SlotInput['side']): SlotInput => ({
    ...{ side, role: 'signer', step: 1, name: actor.name, post: '', organisation: '', channel: 'account' },
    ...{ mail: null, secondMail: null, phone: null, mandate: null },
  });
  const witness = (name: string, mail: string, more: Partial<SlotInput> = {}): SlotInput => ({
    ...plain(office, 'third'),
    ...{ role: 'witness', name, organisation: '哈密市教育局', channel: 'link', mail, ...more },
  });
  const view = (agreementId: string, actor: Actor = office) => kit.call(getSigning, actor, { agreementId });
  return {
    mails,
    plain,
    witness,
    view,
    setPlan: (agreementId: string, actor: Actor, slots: SlotInput[], more = {}) =>
      kit.call(setSigningPlan, actor, { agreementId, slots, ...more }),
    slotId: (signing: SigningView, name: string) =>
      signing.slots.find((slot) => slot.name === name)?.id ?? '',
    /** Sends a link to a slot and gives the token of the mail and the code that the office hands over. */
    async link(agreementId: string, slotId: string, actor: Actor = office) {
      const { code } = await kit.call(sendSigningLink, actor, { agreementId, slotId });
      const token = tokenIn(mails.filter((mail) => mail.text.includes('/sign/')).at(-1));
      return { token, code: code ?? /\d{4} \d{4}/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '' };
    },
    /** Enters the code and opens the agreement behind the link. */
    async enter(token: string, code: string) {
      const { pass } = await kit.call(enterCode, null, { token, code });
      return { token, pass, ...(await kit.call(openSigning, null, { token, pass })) };
    },
    hr,
  };
}

/** The token of the one-time link in a mail. */
export function tokenIn(mail: Mail | undefined): string {
  return /\/sign\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
}
