import type { Role } from '@dualtrack/platform/contract';

/** States of a ceremony. */
export const ceremonyStates = ['planned', 'live', 'held', 'cancelled'] as const;
export type CeremonyState = (typeof ceremonyStates)[number];

/** What can be done with a ceremony. `control` is the presider's remote; `publish` all that concerns the news page. */
export const ceremonyActions = [
  'edit',
  'seat',
  'start',
  'control',
  'finish',
  'cancel',
  'minute',
  'collect',
  'publish',
] as const;
export type CeremonyAction = (typeof ceremonyActions)[number];

type Transition = {
  from: readonly CeremonyState[];
  /** Null: the action leaves the state as it is. */
  to: CeremonyState | null;
  roles: readonly Role[];
};
const offices = ['school-office', 'enterprise-hr'] as const satisfies readonly Role[];
const leads = [
  'school-office',
  'programme-head',
  'enterprise-hr',
  'project-lead',
] as const satisfies readonly Role[];

/** The state table, read by server, screen and tests. */
export const ceremonyTransitions: Readonly<Record<CeremonyAction, Transition>> = {
  // Guests are late and speeches are long: the plan may still change while it is carried out.
  edit: { from: ['planned', 'live'], to: null, roles: leads },
  // Who really came is known afterwards.
  seat: { from: ['planned', 'live', 'held'], to: null, roles: leads },
  start: { from: ['planned'], to: 'live', roles: offices },
  control: { from: ['live'], to: null, roles: leads },
  // A ceremony that was held without the screen is finished from its plan.
  finish: { from: ['planned', 'live'], to: 'held', roles: offices },
  cancel: { from: ['planned', 'live'], to: 'cancelled', roles: offices },
  minute: { from: ['live', 'held'], to: null, roles: leads },
  collect: { from: ['live', 'held'], to: null, roles: leads },
  publish: { from: ['held'], to: null, roles: offices },
};

export const ceremonyWhyNotCodes = [
  'ceremony.not-your-role',
  'ceremony.not-in-state',
  'ceremony.public-record',
] as const;
export type CeremonyWhyNot = (typeof ceremonyWhyNotCodes)[number];

/** Why somebody may not do something with a ceremony; null when they may. */
export function whyNotCeremony(
  ceremony: { state: CeremonyState; origin: 'platform' | 'public-record' },
  role: Role,
  action: CeremonyAction,
): CeremonyWhyNot | null {
  const transition = ceremonyTransitions[action];
  if (!transition.roles.includes(role)) return 'ceremony.not-your-role';
  if (!transition.from.includes(ceremony.state)) return 'ceremony.not-in-state';
  // What a public report says is not edited by the organisations it speaks of, nor by anybody else.
  if (ceremony.origin === 'public-record' && action !== 'publish') return 'ceremony.public-record';
  return null;
}

/** Kinds of agenda items, in the order in which the founding ceremony had them; `photo` and `other` beside them. */
export const agendaKinds = [
  'opening',
  'introduction-of-guests',
  'enterprise-presentation',
  'school-presentation',
  'signing',
  'unveiling',
  'discussion',
  'photo',
  'other',
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** The usual agenda: kinds with the minutes they take. */
export const agendaTemplate: readonly { kind: AgendaKind; minutes: number }[] = [
  { kind: 'opening', minutes: 5 },
  { kind: 'introduction-of-guests', minutes: 5 },
  { kind: 'enterprise-presentation', minutes: 10 },
  { kind: 'school-presentation', minutes: 10 },
  { kind: 'signing', minutes: 10 },
  { kind: 'unveiling', minutes: 5 },
  { kind: 'photo', minutes: 5 },
  { kind: 'discussion', minutes: 30 },
];

/** What a guest does at the ceremony. */
export const guestDuties = ['guest', 'presider', 'signer', 'witness'] as const;
export type GuestDuty = (typeof guestDuties)[number];

/** Parts that are saved as a whole. */
export const ceremonyParts = ['plan', 'agenda', 'guests-school', 'guests-enterprise', 'minutes'] as const;
export type CeremonyPart = (typeof ceremonyParts)[number];

/** Things to do before the day: code of the sentence, who usually does it, days before the ceremony. */
export const checklistTemplate = [
  { code: 'confirm-guests', side: 'host', daysBefore: 7 },
  { code: 'invitations', side: 'host', daysBefore: 10 },
  { code: 'speech-school', side: 'school', daysBefore: 5 },
  { code: 'speech-enterprise', side: 'enterprise', daysBefore: 5 },
  { code: 'agreement-ready', side: 'school', daysBefore: 3 },
  { code: 'plaque', side: 'enterprise', daysBefore: 3 },
  { code: 'name-cards', side: 'host', daysBefore: 1 },
  { code: 'hall', side: 'host', daysBefore: 1 },
  { code: 'photographer', side: 'host', daysBefore: 2 },
] as const;
