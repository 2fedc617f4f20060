import type { Role } from '@dualtrack/platform/contract';
import { daysBetween } from './due.ts';

/** States of an agreement. `registered` is what `in-force` is for one that was signed elsewhere. */
export const agreementStates = [
  'negotiating',
  'confirmed',
  'signing',
  'in-force',
  'suspended',
  'declined',
  'ended',
  'terminated',
  'renewed',
  'registered',
] as const;
export type AgreementState = (typeof agreementStates)[number];

export const agreementActions = [
  'edit',
  'confirm',
  'fix',
  'reopen',
  'sign',
  'decline',
  'end',
  'amend',
  'renew',
  'suspend',
  'resume',
  'terminate',
] as const;
export type AgreementAction = (typeof agreementActions)[number];

/** What both sides read in the history of an agreement. */
export const agreementEventKinds = [
  'created',
  'party-changed',
  'terms-changed',
  'section-changed',
  'sections-confirmed',
  'confirmed',
  'fixed',
  'reopened',
  'plan-changed',
  'mandate-attached',
  'mandate-revoked',
  'seal-put',
  'seal-removed',
  'link-sent',
  'signing-declined',
  'signed',
  'in-force',
  'declined',
  'ended',
  'registered',
  'scan-kept',
  'amendment-begun',
  'amended',
  'renewal-begun',
  'renewed',
  'notice-given',
  'notice-answered',
  'suspended',
  'resumed',
  'terminated',
  'proposal-made',
  'proposal-accepted',
  'proposal-declined',
  'proposal-withdrawn',
  'comment-made',
  'thread-resolved',
  'thread-reopened',
  'negotiation-opened',
  'duty-wished',
  'duty-changed',
  'duties-confirmed',
  'duties-disputed',
  'paper-named',
  'paper-confirmed',
  'paper-disputed',
] as const;
export type AgreementEventKind = (typeof agreementEventKinds)[number];

export const sides = ['school', 'enterprise'] as const;
export type Side = (typeof sides)[number];

type Transition = { from: readonly AgreementState[]; to: AgreementState | null; roles: readonly Role[] };
const offices = ['school-office', 'enterprise-hr'] as const satisfies readonly Role[];

/** The state table, read by server, screen and tests. `to: null` leaves the state to the guards. */
export const agreementTransitions: Readonly<Record<AgreementAction, Transition>> = {
  edit: { from: ['negotiating', 'confirmed'], to: 'negotiating', roles: offices },
  confirm: { from: ['negotiating'], to: null, roles: offices },
  fix: { from: ['confirmed'], to: 'signing', roles: offices },
  // Only before the first signature: what somebody has signed is never changed under them.
  reopen: { from: ['signing'], to: 'negotiating', roles: offices },
  sign: { from: ['signing'], to: null, roles: offices },
  decline: { from: ['negotiating', 'confirmed', 'signing'], to: 'declined', roles: offices },
  end: { from: ['in-force', 'registered'], to: 'ended', roles: offices },
  // These begin something that takes effect later: a paper to be signed, or a notice whose day comes.
  amend: { from: ['in-force', 'suspended', 'registered'], to: null, roles: offices },
  renew: { from: ['in-force', 'suspended', 'ended', 'registered'], to: null, roles: offices },
  suspend: { from: ['in-force', 'registered'], to: 'suspended', roles: offices },
  resume: { from: ['suspended'], to: 'in-force', roles: offices },
  terminate: { from: ['in-force', 'suspended', 'registered'], to: 'terminated', roles: offices },
};

/** States in which an agreement has been in force, so that its duties are counted. */
export const dutyStates: readonly AgreementState[] = [
  ...(['in-force', 'suspended', 'ended', 'terminated', 'renewed', 'registered'] as const),
];

/** Where an agreement goes by itself after its last day; null while it goes nowhere. */
export function stateAfterTerm(
  agreement: { state: AgreementState; validTo: string | null },
  today: string,
  hasRenewalInForce: boolean,
): 'ended' | 'renewed' | null {
  const { state, validTo } = agreement;
  const stands = state === 'in-force' || state === 'suspended' || state === 'registered';
  if (!stands || validTo === null || today <= validTo) return null;
  return hasRenewalInForce ? 'renewed' : 'ended';
}

/** Days before the last one at which the warning of an agreement that stands begins and grows. */
export const endWarnings = { plain: 90, soon: 60, danger: 30 } as const;

/** How near the last day of an agreement is; null while nobody need be warned, or where nothing stands any more. */
export function endWarning(
  state: AgreementState,
  validTo: string,
  today: string,
): { days: number; tone: keyof typeof endWarnings } | null {
  if (state !== 'in-force' && state !== 'suspended' && state !== 'registered') return null;
  const days = daysBetween(today, validTo);
  if (days < 0 || days > endWarnings.plain) return null;
  if (days <= endWarnings.danger) return { days, tone: 'danger' };
  return { days, tone: days <= endWarnings.soon ? 'soon' : 'plain' };
}

/** What the guards look at beside the state. */
export type AgreementFacts = {
  state: AgreementState;
  signedSides: readonly Side[];
  /** Somebody has signed, also a third witness or one of several of a side. */
  hasSignature?: boolean;
  /** Names of the persons who are to sign, as the parties stand in the agreement; empty while unknown. */
  signers: Readonly<Record<Side, string>>;
  validTo: string | null;
  /** The calendar day on which this is asked. */
  today: string;
};

export const whyNotCodes = [
  'agreement.not-your-role',
  'agreement.not-in-state',
  'agreement.already-signed',
  'agreement.party-incomplete',
  'agreement.not-the-signer',
  'agreement.not-over',
] as const;
export type WhyNotCode = (typeof whyNotCodes)[number];

/** Why somebody may not do something with an agreement; null when they may. */
export function whyNot(
  agreement: AgreementFacts,
  actor: { role: Role; name: string },
  action: AgreementAction,
): WhyNotCode | null {
  const transition = agreementTransitions[action];
  const side = sideOfRole(actor.role);
  if (side === null || !transition.roles.includes(actor.role)) return 'agreement.not-your-role';
  if (!transition.from.includes(agreement.state)) return 'agreement.not-in-state';
  const { signedSides, signers, validTo, today } = agreement;
  if (action === 'fix' && sides.some((each) => signers[each] === '')) return 'agreement.party-incomplete';
  if (action === 'sign' && signedSides.includes(side)) return 'agreement.already-signed';
  // The paper names who signs; a signature by somebody else would contradict it.
  if (action === 'sign' && !isSameName(signers[side], actor.name)) return 'agreement.not-the-signer';
  if (action === 'reopen' && (signedSides.length > 0 || agreement.hasSignature))
    return 'agreement.already-signed';
  if (action === 'end' && (validTo === null || today <= validTo)) return 'agreement.not-over';
  return null;
}

/** Names written with other spaces or composed otherwise are one name. */
function isSameName(left: string, right: string): boolean {
  const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
  return plain(left) === plain(right);
}

/** Names of who is to sign, by side, as the parties stand in an agreement. */
export function signersOf(parties: readonly { side: Side; signer: string }[]): Record<Side, string> {
  const of = (side: Side) => parties.find((party) => party.side === side)?.signer ?? '';
  return { school: of('school'), enterprise: of('enterprise') };
}

/** The side for which a role speaks. */
export function sideOfRole(role: Role): Side | null {
  if (role === 'school-office' || role === 'programme-head' || role === 'teacher') return 'school';
  if (role === 'enterprise-hr' || role === 'project-lead' || role === 'mentor') return 'enterprise';
  return null;
}

/** Who has to act next: sides that have yet to confirm or sign; both when either may go on. */
export function waitingFor(
  state: AgreementState,
  confirmed: Readonly<Record<Side, number>>,
  sections: number,
  signedSides: readonly Side[],
): Side[] {
  if (state === 'negotiating') return sides.filter((side) => confirmed[side] < sections);
  if (state === 'confirmed') return [...sides];
  return state === 'signing' ? sides.filter((side) => !signedSides.includes(side)) : [];
}
