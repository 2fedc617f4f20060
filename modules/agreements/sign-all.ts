/** What became of one paper of many that one person signs one after the other. */
export type SignedOne<Problem> =
  | { readonly outcome: 'signed' }
  /** The signature was there before: made in another tab, or by an earlier press. */
  | { readonly outcome: 'already' }
  | { readonly outcome: 'failed'; readonly problem: Problem }
  /** Not tried: stopped by the person, or by a problem that every further paper would have met. */
  | { readonly outcome: 'left' };

/** What a problem has to tell: the code and the status of the answer, 0 where the server was not reached. */
type AnyProblem = { readonly code: string; readonly status: number };

/** Nobody signed in, too many tries, no time-stamp to be had, no server. */
const statusesOfTheSigner: ReadonlySet<number> = new Set([0, 401, 429, 503]);
const codesOfTheSigner: ReadonlySet<string> = new Set([
  'signing.secret-wrong',
  'signing.certificate-expired',
]);

/** Whether a problem concerns who signs: the next paper would meet it again, and a wrong password counts each time. */
function isOfTheSigner({ code, status }: AnyProblem): boolean {
  return statusesOfTheSigner.has(status) || codesOfTheSigner.has(code);
}

/**
 * Signs papers one after the other. A paper that cannot be signed is noted with its problem and the next is tried; a problem of the
 * signer ends the work, and so does `isStopped`. Gives one entry for each paper, in order; never rejects.
 */
export async function signAll<Paper, Problem extends AnyProblem>(
  papers: readonly Paper[],
  work: {
    readonly sign: (paper: Paper) => Promise<unknown>;
    readonly problemOf: (error: unknown) => Problem;
    readonly isStopped: () => boolean;
    readonly onEach: (done: number) => void;
  },
): Promise<SignedOne<Problem>[]> {
  const results: SignedOne<Problem>[] = [];
  let isOver = false;
  for (const paper of papers) {
    if (isOver || work.isStopped()) {
      results.push({ outcome: 'left' });
      continue;
    }
    try {
      await work.sign(paper);
      results.push({ outcome: 'signed' });
    } catch (error) {
      const problem = work.problemOf(error);
      isOver = isOfTheSigner(problem);
      results.push(
        problem.code === 'signing.already-signed' ? { outcome: 'already' } : { outcome: 'failed', problem },
      );
    }
    work.onEach(results.length);
  }
  return results;
}
