import type { Filed } from './lawful.ts';

/** One change that breaks a rule, and the other rules that break with it. */
export interface Breach {
  readonly set: Filed;
  readonly also?: readonly string[];
}

/** The cases of one rule, told as changes to {@link lawfulPlacement}. */
export interface RuleCases {
  readonly rule: string;
  /** What must be added before the rule applies at all; absent where the lawful placement is enough. */
  readonly base?: Filed;
  /** Other ways to meet it, beside the lawful placement itself. */
  readonly met?: readonly Filed[];
  readonly breached: readonly [Breach, ...Breach[]];
  /** Facts without which it cannot be told; each is taken away by itself. */
  readonly unknown: readonly [string, ...string[]];
  readonly excused?: readonly Filed[];
  readonly notApplicable?: readonly Filed[];
}
