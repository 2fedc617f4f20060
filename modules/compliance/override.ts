import { bothOffices, type Role, schoolLeads } from '@dualtrack/platform/contract';

/** Where the request to set a finding on words aside stands. */
export const overrideStates = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export type OverrideState = (typeof overrideStates)[number];

export const overrideActions = ['ask', 'grant', 'refuse', 'withdraw'] as const;
export type OverrideAction = (typeof overrideActions)[number];

export const overrideWhyNotCodes = [
  'override.typed',
  'override.not-your-role',
  'override.not-in-state',
  'override.own-request',
] as const;
export type OverrideWhyNot = (typeof overrideWhyNotCodes)[number];

type Transition = {
  /** Null: nobody has asked since the words are as they are. */
  from: readonly (OverrideState | null)[];
  to: OverrideState;
  roles: readonly Role[];
  /** Whether whoever asked may do it too. */
  byAsker: boolean;
};

/**
 * The state table. Either side may say that the reader of words is mistaken; only the school, which answers for its
 * students, agrees to that, and another person there than the one who asked. Anybody may bring the finding back.
 */
export const overrideTransitions: Readonly<Record<OverrideAction, Transition>> = {
  ask: { from: [null, 'refused', 'withdrawn'], to: 'asked', roles: bothOffices, byAsker: true },
  grant: { from: ['asked'], to: 'granted', roles: schoolLeads, byAsker: false },
  refuse: { from: ['asked'], to: 'refused', roles: schoolLeads, byAsker: false },
  withdraw: { from: ['asked', 'granted'], to: 'withdrawn', roles: bothOffices, byAsker: true },
};

/** What is looked at: whether the finding rests on words alone, and the latest request on the words as they are. */
export type OverrideFacts = {
  restsOnWords: boolean;
  latest: { state: OverrideState; askedBy: string } | null;
};

/** Why somebody may not do something with a finding; null when they may. What typed terms say is never set aside. */
export function whyNotOverride(
  { restsOnWords, latest }: OverrideFacts,
  actor: { role: Role; personId: string },
  action: OverrideAction,
): OverrideWhyNot | null {
  const { from, roles, byAsker } = overrideTransitions[action];
  if (!restsOnWords) return 'override.typed';
  if (!roles.includes(actor.role)) return 'override.not-your-role';
  if (!from.includes(latest?.state ?? null)) return 'override.not-in-state';
  return !byAsker && latest?.askedBy === actor.personId ? 'override.own-request' : null;
}
