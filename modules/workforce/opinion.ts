import type { Role } from '@dualtrack/platform/contract';

/** Who is heard before a school accepts an order, in this order. */
export const opinionSteps = ['faculty', 'office', 'president'] as const;
export type OpinionStep = (typeof opinionSteps)[number];
export const verdicts = ['for', 'against'] as const;
export type Verdict = (typeof verdicts)[number];

const rolesOf: Readonly<Record<OpinionStep, Role>> = {
  faculty: 'programme-head',
  office: 'school-office',
  president: 'school-office',
};

/** An opinion as far as the order of the steps is concerned. */
export type GivenOpinion = { step: OpinionStep; verdict: Verdict; personId: string };

/** The step that is to speak next; null when all have, or one was against. */
export function nextStep(given: readonly GivenOpinion[]): OpinionStep | null {
  if (given.some((one) => one.verdict === 'against')) return null;
  return opinionSteps.find((step) => !given.some((one) => one.step === step)) ?? null;
}

/** Why a person may not give the opinion of a step now; null when they may. Office and president are two people. */
export function whyNotOpinion(
  given: readonly GivenOpinion[],
  actor: { role: Role; personId: string },
  step: OpinionStep,
): 'opinion.not-your-role' | 'opinion.not-your-turn' | 'opinion.same-person' | null {
  if (rolesOf[step] !== actor.role) return 'opinion.not-your-role';
  if (nextStep(given) !== step) return 'opinion.not-your-turn';
  return given.some((one) => one.personId === actor.personId) ? 'opinion.same-person' : null;
}

/** Why an order may not be accepted yet, as far as opinions go. */
export function whyNotAccept(
  given: readonly GivenOpinion[],
  isAsked: boolean,
): 'order.opinions-missing' | 'order.opinion-against' | null {
  if (!isAsked) return null;
  if (given.some((one) => one.verdict === 'against')) return 'order.opinion-against';
  return nextStep(given) === null ? null : 'order.opinions-missing';
}
