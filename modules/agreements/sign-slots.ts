import type { Side } from './agreement.ts';

/** What somebody does with a signature. A delegate signs for another person by a mandate. */
export const signRoles = ['signer', 'approver', 'witness', 'delegate'] as const;
export type SignRole = (typeof signRoles)[number];

/** `third`: neither party, such as a witness from the authority. */
export const slotSides = ['school', 'enterprise', 'third'] as const;
export type SlotSide = (typeof slotSides)[number];

/** Signing in the product, or by a one-time link without an account. */
export const slotChannels = ['account', 'link'] as const;
export type SlotChannel = (typeof slotChannels)[number];

/** For whom a delegate signs, what the mandate covers, and its last day. */
export type Mandate = { for: string; scope: string; until: string };

/** Handwriting: strokes of points from 0 to 1 across a 3:1 pad, or the name typed. */
export type Handwriting =
  | { kind: 'strokes'; strokes: [number, number][][] }
  | { kind: 'typed'; text: string };

export const slotStates = ['waiting', 'signed', 'declined'] as const;
export type SlotState = (typeof slotStates)[number];

/** One signature that a paper is to carry. */
export type Slot = {
  id: string;
  side: SlotSide;
  role: SignRole;
  /** Slots of one step sign in any order; a step begins when every earlier one is done. */
  step: number;
  name: string;
  channel: SlotChannel;
  state: SlotState;
  mandate: Mandate | null;
  hasMandateFile: boolean;
  isMandateRevoked: boolean;
};

export const slotWhyNotCodes = [
  'signing.already-signed',
  'signing.declined',
  'signing.not-your-turn',
  'signing.expired',
  'signing.mandate-missing',
  'signing.mandate-revoked',
  'signing.mandate-ended',
] as const;
export type SlotWhyNot = (typeof slotWhyNotCodes)[number];

/** A slot that nothing more is expected of. A witness who declines does not stop the parties. */
export function isSettled(slot: Pick<Slot, 'state' | 'role'>): boolean {
  return slot.state === 'signed' || (slot.state === 'declined' && slot.role === 'witness');
}

/** Slots whose turn it is: those of the earliest step that is not done. */
export function dueSlots<Any extends Pick<Slot, 'state' | 'role' | 'step'>>(slots: readonly Any[]): Any[] {
  const open = slots.filter((slot) => !isSettled(slot));
  const step = Math.min(...open.map((slot) => slot.step));
  return open.filter((slot) => slot.step === step && slot.state === 'waiting');
}

/** Every signature is there that the paper waits for. */
export function isComplete(slots: readonly Pick<Slot, 'state' | 'role'>[]): boolean {
  return slots.length > 0 && slots.every(isSettled);
}

/** Why a slot cannot be signed on a day; null when it can. */
export function whyNotSlot(
  slots: readonly Slot[],
  slot: Slot,
  plan: { dueOn: string | null },
  today: string,
): SlotWhyNot | null {
  if (slot.state === 'signed') return 'signing.already-signed';
  if (slot.state === 'declined') return 'signing.declined';
  if (plan.dueOn !== null && today > plan.dueOn) return 'signing.expired';
  if (!dueSlots(slots).some((due) => due.id === slot.id)) return 'signing.not-your-turn';
  if (slot.role !== 'delegate') return null;
  if (slot.isMandateRevoked) return 'signing.mandate-revoked';
  if (slot.mandate === null || !slot.hasMandateFile) return 'signing.mandate-missing';
  return today > slot.mandate.until ? 'signing.mandate-ended' : null;
}

/** Sides of which every slot is settled. */
export function finishedSides(slots: readonly Pick<Slot, 'side' | 'state' | 'role'>[]): Side[] {
  return (['school', 'enterprise'] as const).filter((side) => {
    const own = slots.filter((slot) => slot.side === side);
    return own.length > 0 && own.every(isSettled);
  });
}

/** Names written with other spaces or composed otherwise are one name. */
export function isSameName(left: string, right: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
  return plain(left) === plain(right);
}

/** The slots that somebody with an account may sign or is named in: own side, own name. */
export function slotsOfPerson<Any extends Pick<Slot, 'side' | 'name' | 'channel'>>(
  slots: readonly Any[],
  person: { side: Side | null; name: string },
): Any[] {
  return slots.filter(
    (slot) => slot.side === person.side && slot.channel === 'account' && isSameName(slot.name, person.name),
  );
}
