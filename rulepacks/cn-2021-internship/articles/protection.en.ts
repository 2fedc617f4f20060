import type { RuleText } from '@dualtrack/rules';

/** English sentences of `rules/protection.ts`: who may not do what. */
export const protection = {
  'CN-INT-022': {
    title: 'Nobody in the first year',
    says: 'No first-year student goes to a post internship.',
    remedy: 'Begin in the second year.',
  },
  'CN-INT-023': {
    title: 'Nobody under sixteen',
    says: 'No student under 16 goes to a post internship.',
    remedy: 'Begin after the sixteenth birthday.',
  },
  'CN-INT-024': {
    title: 'Minors are kept from forbidden work',
    says: 'Students of 16 and 17 do nothing that is forbidden to minor workers.',
    remedy: 'Choose a post without that hazard.',
  },
  'CN-INT-025': {
    title: 'Women are kept from forbidden work',
    says: 'Female students do nothing that is forbidden to female workers, with the further lists for menstruation, pregnancy and nursing.',
    remedy: 'Choose a post without that hazard.',
  },
  'CN-INT-026': {
    title: 'No entertainment venues',
    says: 'Nobody is placed in bars, night clubs, karaoke, bath centres, game rooms, internet cafés or other commercial entertainment.',
    remedy: 'Choose another host.',
  },
  'CN-INT-027': {
    title: 'No agents',
    says: 'No intermediary and no paid agent organises, arranges or manages internships.',
    remedy: 'Take the agent out: the host that signs also runs the workplace and pays.',
  },
  'CN-INT-028': {
    title: 'No heavy labour',
    says: 'No physical labour of grade III or above and nothing else that harms body or mind.',
    remedy: 'Choose a post of grade I or II.',
  },
  'CN-INT-029': {
    title: 'No high-risk work',
    says: 'No work at heights, underground, with radiation, toxic, flammable or explosive substances or of other high risk, unless the major needs it and it was filed beforehand.',
    remedy: 'Choose a post without the risk, or file the special need before the start.',
  },
} satisfies Readonly<Record<string, RuleText>>;
