import type { Role } from '@dualtrack/platform/contract';

/** Who is heard before a school accepts an order, in this order. */
export const opinionSteps = ['faculty', 'office', 'president'] as const;
export type OpinionStep = (typeof opinionSteps)[number];

/** `back`: the order is heard again from the first step. */
export const verdicts = ['for', 'against', 'back'] as const;
export type Verdict = (typeof verdicts)[number];

const rolesOf: Readonly<Record<OpinionStep, Role>> = {
  faculty: 'programme-head',
  office: 'school-office',
  president: 'school-office',
};

/** An opinion of the present round as far as the order of the steps is concerned. */
export type GivenOpinion = { step: OpinionStep; verdict: Verdict; personId: string };

/** The step that is to speak next; null when all have, or one ended the round. */
export function nextStep(given: readonly GivenOpinion[]): OpinionStep | null {
  if (given.some((one) => one.verdict !== 'for')) return null;
  return opinionSteps.find((step) => !given.some((one) => one.step === step)) ?? null;
}

export type OpinionRefusal =
  | 'opinion.not-your-role'
  | 'opinion.not-your-turn'
  | 'opinion.same-person'
  | 'opinion.no-president'
  | 'opinion.not-president'
  | 'opinion.first-step';

/**
 * Why a person may not give the opinion of a step now; null when they may. Three people are heard; the president's
 * opinion is that of the one person whom the office has named, who does not speak for the office as well.
 */
export function whyNotOpinion(
  given: readonly GivenOpinion[],
  actor: { role: Role; personId: string },
  step: OpinionStep,
  president: string | null,
  verdict?: Verdict,
): OpinionRefusal | null {
  if (rolesOf[step] !== actor.role) return 'opinion.not-your-role';
  if (nextStep(given) !== step) return 'opinion.not-your-turn';
  if (step === 'president' && president === null) return 'opinion.no-president';
  if (step === 'president' && president !== actor.personId) return 'opinion.not-president';
  if (step === 'office' && president === actor.personId) return 'opinion.not-your-role';
  if (given.some((one) => one.personId === actor.personId)) return 'opinion.same-person';
  // There is nobody before the faculty to whom it could go back.
  return verdict === 'back' && step === opinionSteps[0] ? 'opinion.first-step' : null;
}

/** Why an order may not be accepted yet, as far as the opinions of the present round go. */
export function whyNotAccept(
  given: readonly Pick<GivenOpinion, 'step' | 'verdict'>[],
  isAsked: boolean,
): 'order.opinions-missing' | 'order.opinion-against' | null {
  if (!isAsked) return null;
  if (given.some((one) => one.verdict === 'against')) return 'order.opinion-against';
  return opinionSteps.every((step) => given.some((one) => one.step === step && one.verdict === 'for'))
    ? null
    : 'order.opinions-missing';
}
