import type { RuleWords } from '@dualtrack/rules';

/** English sentences of `rules/protection.ts`: who may not do what. */
export const protection = {
  'CN-INT-022': {
    title: 'Nobody in the first year',
    remedy: 'Begin in the second year.',
  },
  'CN-INT-023': {
    title: 'Nobody under sixteen',
    remedy: 'Begin after the sixteenth birthday.',
  },
  'CN-INT-024': {
    title: 'Minors are kept from forbidden work',
    remedy: 'Choose a post without that hazard.',
  },
  'CN-INT-025': {
    title: 'Women are kept from forbidden work',
    remedy: 'Choose a post without that hazard.',
  },
  'CN-INT-026': {
    title: 'No entertainment venues',
    remedy: 'Choose another host.',
  },
  'CN-INT-027': {
    title: 'No agents',
    remedy: 'Take the agent out: the host that signs also runs the workplace and pays.',
  },
  'CN-INT-028': {
    title: 'No heavy labour',
    remedy: 'Choose a post of grade I or II.',
  },
  'CN-INT-029': {
    title: 'No high-risk work',
    remedy: 'Choose a post without the risk, or file the special need before the start.',
  },
} satisfies Readonly<Record<string, RuleWords>>;
