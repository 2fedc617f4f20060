import type { PackCases } from '@dualtrack/rules';
import { agreementCases } from './agreement.ts';
import type { RuleCases } from './case.ts';
import { LAWFUL_ON, lawfulPlacement } from './lawful.ts';
import { organisationCases } from './organisation.ts';
import { payCases } from './pay.ts';
import { practiceCases } from './practice.ts';
import { protectionCases } from './protection.ts';
import { safetyCases } from './safety.ts';
import { workingTimeCases } from './working-time.ts';

export { LAWFUL_ON, lawfulPlacement } from './lawful.ts';

/** The cases of every rule of the pack. */
export const allCases: readonly RuleCases[] = [
  ...organisationCases,
  ...agreementCases,
  ...protectionCases,
  ...workingTimeCases,
  ...payCases,
  ...practiceCases,
  ...safetyCases,
];

/** What the pack's own test tries. */
export const packCases: PackCases = { on: LAWFUL_ON, lawful: lawfulPlacement, cases: allCases };
