import type { explainApplicant } from '@dualtrack/matching';
import type { ExplanationView } from '../shapes.ts';

type Found = NonNullable<ReturnType<typeof explainApplicant>>;

/** The engine's explanation in the shape of the contract. */
export function explanationView({ lottery, got, choices }: Found): ExplanationView {
  return {
    lottery,
    got,
    choices: choices.map((one) => {
      const facts = { choice: one.choice, seat: one.seat, score: one.score, state: one.state };
      if (one.state !== 'refused') return facts;
      const { id, kind, by, capacity, score, lottery: number } = one.refusal;
      const refusal = { id, kind, by, capacity, score, lottery: number };
      return { ...facts, refusal, enough: one.enough ?? null };
    }),
  };
}
