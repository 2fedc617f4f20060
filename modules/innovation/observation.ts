/** What staff write down beside the daily work: something that nearly went wrong, or a thought of a mentor or teacher. */
export const observationKinds = ['near-miss', 'note'] as const;
export type ObservationKind = (typeof observationKinds)[number];

/** Which start of a challenge each kind is. */
export const originOfObservation = { 'near-miss': 'near-miss', note: 'mentor-note' } as const;

/** Who saw it, never by name: learners may be minors. */
export const observers = ['staff', 'learner', 'visitor'] as const;
export type Observer = (typeof observers)[number];

/** How long each part may be, in characters. */
export const observationLengths = { title: 60, place: 80, happened: 1_000, done: 500 } as const;

export const observationWhyNotCodes = ['observation.not-yours', 'observation.in-use'] as const;
export type ObservationWhyNot = (typeof observationWhyNotCodes)[number];

/**
 * Why somebody may not put an observation right; null when they may. Its writer and who speaks for the organisation do,
 * until a challenge starts from it: from then on others rely on what it says.
 */
export function whyNotAmend(
  observation: { authorId: string | null; challenges: number },
  asking: { personId: string; isLead: boolean },
): ObservationWhyNot | null {
  const { authorId, challenges } = observation;
  if (authorId !== asking.personId && !asking.isLead) return 'observation.not-yours';
  return challenges > 0 ? 'observation.in-use' : null;
}
