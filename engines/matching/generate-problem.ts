import type { MatchingHead, MatchingProblem } from './format/problem-format.ts';

/**
 * Size of a random problem. `caps`: a tenth of them are regions, the rest enterprises inside regions; 0 =
 * none.
 */
export type ProblemSize = {
  readonly applicants: number;
  readonly seats: number;
  /** Choices per applicant, at most `seats`. */
  readonly choices: number;
  readonly caps: number;
  readonly seed: number;
};

/** A small fast generator (xorshift32 over a spread seed): integers 0 … below − 1. Not for the lottery. */
function createDice(seed: number): (below: number) => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * below);
  };
}

/** Room for about as many heads as there are applicants; caps hold nine tenths of what lies inside them. */
function headOf(size: ProblemSize): MatchingHead {
  const { seats, caps } = size;
  const capacity = Math.max(1, Math.round(size.applicants / Math.max(1, seats)));
  const regions = Math.ceil(caps / 10);
  const enterprises = caps - regions;
  const inner = enterprises > 0 ? enterprises : regions;
  const innerCapacity = Math.max(1, Math.floor(((seats * capacity) / Math.max(1, inner)) * 0.9));
  const innerName = enterprises > 0 ? 'e' : 'r';
  return {
    format: 'dualtrack/matching-problem@1',
    caps: [
      ...Array.from({ length: regions }, (_, r) => ({
        id: `r${r}`,
        capacity: Math.max(1, Math.floor((seats * capacity * 0.85) / regions)),
      })),
      ...Array.from({ length: enterprises }, (_, e) => ({
        id: `e${e}`,
        capacity: innerCapacity,
        within: `r${Math.floor((e * regions) / enterprises)}`,
      })),
    ],
    seats: Array.from({ length: seats }, (_, p) => ({
      id: `p${p}`,
      capacity,
      ...(caps > 0 ? { within: `${innerName}${Math.floor((p * inner) / seats)}` } : {}),
    })),
    lottery: `generated-${size.seed}`,
  };
}

/**
 * Calls `take` for every applicant with distinct seats and scores 0.0 … 100.0 in steps of 0.1, so that ties
 * are common.
 */
function drawApplicants(
  size: ProblemSize,
  take: (seats: readonly number[], scores: readonly number[]) => void,
) {
  const dice = createDice(size.seed);
  const wanted = Math.min(size.choices, size.seats);
  for (let applicant = 0; applicant < size.applicants; applicant++) {
    const seats: number[] = [];
    while (seats.length < wanted) {
      const seat = dice(size.seats);
      if (!seats.includes(seat)) seats.push(seat);
    }
    take(
      seats,
      seats.map(() => dice(1001) / 10),
    );
  }
}

/** A random problem, the same for the same size and seed; for tests and benchmarks. */
export function generateProblem(size: ProblemSize): MatchingProblem {
  const applicants: MatchingProblem['applicants'] = [];
  drawApplicants(size, (seats, scores) => {
    const choices = seats.map((seat, i) => ({ seat: `p${seat}`, score: scores[i]! }));
    applicants.push({ id: `a${applicants.length}`, choices });
  });
  return { ...headOf(size), applicants };
}

/** Hands the same problem as `.ndjson` text to `write`, in pieces of about a million characters. */
export function generateNdjson(size: ProblemSize, write: (text: string) => void): void {
  let piece = `${JSON.stringify(headOf(size))}\n`;
  let applicant = 0;
  drawApplicants(size, (seats, scores) => {
    const choices = seats.map((seat, i) => `{"seat":"p${seat}","score":${scores[i]}}`).join(',');
    piece += `{"id":"a${applicant++}","choices":[${choices}]}\n`;
    if (piece.length < 1 << 20) return;
    write(piece);
    piece = '';
  });
  write(piece);
}
