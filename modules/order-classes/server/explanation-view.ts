import type { SettledExplanation } from '@dualtrack/matching';
import type { ExplanationView } from '../shapes.ts';

/** The engine's explanation in the shape of the contract. */
export function explanationView({ lottery, got, choices }: SettledExplanation): ExplanationView {
  return {
    lottery,
    got,
    choices: choices.map((one) => {
      const facts = { choice: one.choice, seat: one.seat, score: one.score, state: one.state };
      if (one.state === 'set-aside') return { ...facts, why: one.why };
      if (one.state !== 'refused') return facts;
      const { id, kind, by, capacity, score, lottery: number } = one.refusal;
      const refusal = { id, kind, by, capacity, score, lottery: number };
      // Absent where nobody can say what would have been enough.
      return { ...facts, refusal, ...(one.enough === undefined ? {} : { enough: one.enough }) };
    }),
  };
}
