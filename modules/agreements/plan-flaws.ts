import { isSameName, type Mandate, type SignRole, type SlotChannel, type SlotSide } from './sign-slots.ts';

/** One wanted slot as an office gives it. */
export type SlotInput = {
  id?: string | undefined;
  side: SlotSide;
  role: SignRole;
  step: number;
  name: string;
  post: string;
  organisation: string;
  channel: SlotChannel;
  mail: string | null;
  secondMail: string | null;
  phone: string | null;
  mandate: Mandate | null;
};

/** Everything that reaches one person: other slots must not have it. */
export type Reach = Pick<SlotInput, 'mail' | 'secondMail' | 'phone'>;

/** A flaw of a plan: where, and the code of its sentence. */
export type PlanFlaw = { pointer: string; code: string };

const plainMail = (mail: string) => mail.trim().toLowerCase();
/** Digits only; a leading country code of China makes no other number. */
const plainPhone = (phone: string) => phone.replaceAll(/\D/g, '').replace(/^(?:0086|86)(?=1\d{10}$)/, '');

function reachFlaws(slots: readonly SlotInput[], others: readonly Reach[]): PlanFlaw[] {
  const seenMails = new Set(
    others.flatMap(({ mail, secondMail }) =>
      [mail, secondMail].flatMap((one) => (one ? [plainMail(one)] : [])),
    ),
  );
  const seenPhones = new Set(others.flatMap(({ phone }) => (phone ? [plainPhone(phone)] : [])));
  const found: PlanFlaw[] = [];
  for (const [i, slot] of slots.entries()) {
    for (const key of ['mail', 'secondMail'] as const) {
      const mail = slot[key];
      if (!mail) continue;
      if (seenMails.has(plainMail(mail)))
        found.push({ pointer: `/slots/${i}/${key}`, code: 'signing.mail-twice' });
      seenMails.add(plainMail(mail));
    }
    if (!slot.phone) continue;
    const phone = plainPhone(slot.phone);
    if (seenPhones.has(phone)) found.push({ pointer: `/slots/${i}/phone`, code: 'signing.phone-twice' });
    seenPhones.add(phone);
  }
  return found;
}

function slotFlaws(slot: SlotInput, i: number, today: string): PlanFlaw[] {
  const at = (key: string, code: string): PlanFlaw => ({ pointer: `/slots/${i}/${key}`, code });
  const found: PlanFlaw[] = [];
  if (slot.channel === 'link' && slot.mail === null) found.push(at('mail', 'signing.mail-needed'));
  if (slot.side === 'third' && slot.channel !== 'link') found.push(at('channel', 'signing.link-needed'));
  if (slot.side === 'third' && slot.organisation === '') found.push(at('organisation', 'input.required'));
  if (slot.side === 'third' && slot.role !== 'witness') found.push(at('role', 'signing.third-is-witness'));
  if (slot.role === 'delegate' && slot.mandate === null) found.push(at('mandate', 'signing.mandate-needed'));
  if (slot.mandate !== null && slot.mandate.until < today)
    found.push(at('mandate/until', 'signing.mandate-ended'));
  return found;
}

/**
 * Everything wrong with the slots one office sets, beside those of the other side, which stay. Each flaw once, with its
 * place: mail or phone of two people, a link without mail, a delegate without mandate, a side that nobody binds.
 */
export function planFlaws(
  slots: readonly SlotInput[],
  others: readonly Reach[],
  own: 'school' | 'enterprise',
  today: string,
): PlanFlaw[] {
  const isBound = slots.some(
    (slot) => slot.side === own && (slot.role === 'signer' || slot.role === 'delegate'),
  );
  const foreign = slots.flatMap((slot, i) =>
    slot.side !== own && slot.side !== 'third'
      ? [{ pointer: `/slots/${i}/side`, code: 'signing.other-side' }]
      : [],
  );
  const doubled = slots.flatMap((slot, i) => {
    const isTwice = slots.some(
      (other, k) => k < i && other.side === slot.side && isSameName(other.name, slot.name),
    );
    return isTwice ? [{ pointer: `/slots/${i}/name`, code: 'signing.name-twice' }] : [];
  });
  return [
    ...(isBound ? [] : [{ pointer: '/slots', code: 'signing.signer-needed' }]),
    ...foreign,
    ...doubled,
    ...slots.flatMap((slot, i) => slotFlaws(slot, i, today)),
    ...reachFlaws(slots, others),
  ];
}
