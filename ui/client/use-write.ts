import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { useToast } from '../parts/toast.tsx';
import { ProblemError, problemOf } from './problem.ts';
import { problemSentence } from './problem-sentence.ts';
import type { Procedure } from './use-operation.ts';

/** How a write behaves; all optional. */
export type WriteOptions<Output> = {
  /** The modules whose reads are old after this write: `['agreements', 'order-classes']`. */
  readonly invalidates?: readonly string[];
  /** What to say when it is done. Without it, nothing is said. */
  readonly done?: string | ((output: Output) => string);
  readonly onDone?: (output: Output) => void;
  /** The caller shows failures itself (a form does); otherwise a toast says what happened. */
  readonly showsProblems?: boolean;
};

function mayHaveHappened(error: unknown): boolean {
  const { status } = problemOf(error);
  return !(error instanceof ProblemError) || status === 0 || status >= 500;
}

/**
 * Writes once: a second try after a lost connection or a defect carries the same idempotency key, a try after a refusal
 * a new one. Then makes the reads of the named modules old and says so.
 */
export function useWrite<Input, Output>(
  procedure: Procedure<Input, Output>,
  options: WriteOptions<Output> = {},
): UseMutationResult<Output, Error, Input> {
  const queries = useQueryClient();
  const toast = useToast();
  const { catalogue } = useLanguage();
  const pending = useRef<{ input: string; key: string } | undefined>(undefined);
  return useMutation<Output, Error, Input>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input) ?? '';
      if (pending.current?.input !== text) pending.current = { input: text, key: crypto.randomUUID() };
      try {
        const output = await procedure(input, { context: { idempotencyKey: pending.current.key } });
        pending.current = undefined;
        return output;
      } catch (error) {
        if (!mayHaveHappened(error)) pending.current = undefined;
        throw error;
      }
    },
    onSuccess: async (output) => {
      const { done } = options;
      if (done !== undefined) toast(typeof done === 'string' ? done : done(output));
      await Promise.all(
        [...(options.invalidates ?? []), 'counts'].map((module) =>
          queries.invalidateQueries({ queryKey: [module] }),
        ),
      );
      options.onDone?.(output);
    },
    onError: (error) => {
      if (!options.showsProblems) toast(problemSentence(catalogue, problemOf(error)), 'problem');
    },
  });
}
