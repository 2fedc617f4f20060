import { conditionsOver, factTypes } from '@dualtrack/rules';
import { agreementFacts } from './facts/agreement.ts';
import { hostFacts } from './facts/host.ts';
import { placementFacts } from './facts/placement.ts';
import { policyFacts } from './facts/policy.ts';
import { practiceFacts } from './facts/practice.ts';
import { studentFacts } from './facts/student.ts';

/** Every fact the rules of this pack may look at. Names follow the source's `facts_needed`. */
export const facts = factTypes({
  ...studentFacts,
  ...placementFacts,
  ...hostFacts,
  ...agreementFacts,
  ...practiceFacts,
  ...policyFacts,
});

/** The name of a fact of this pack. */
export type FactName = keyof typeof facts;

/** The condition makers over these facts. */
export const { condition, is, isOneOf, present, atMost, atLeast, includesAll } = conditionsOver(facts);
