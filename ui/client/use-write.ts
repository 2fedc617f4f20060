import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { useToast } from '../parts/toast.tsx';
import { ProblemError, problemOf } from './problem.ts';
import { problemSentence } from './problem-sentence.ts';
import { type OperationName, operationKey, type Procedure } from './use-operation.ts';

/** How a write behaves; all optional. */
export type WriteOptions<Output> = {
  /** The modules whose reads are old after this write, the page's own first: `['agreements', 'order-classes']`. */
  readonly invalidates?: readonly string[];
  /** The read whose new answer the output is, by name and input: the page shows it at once. */
  readonly answers?: (output: Output) => readonly [name: OperationName, input: unknown];
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
 * a new one. Then makes the reads of the named modules old and says so. The write is over when the server has answered
 * and the page no longer shows what was before: at once where the output `answers` a read, otherwise when what is on
 * screen of the first module named has been read again. Everything else is read again behind it.
 */
export function useWrite<Input, Output>(
  procedure: Procedure<Input, Output>,
  options: WriteOptions<Output> = {},
): UseMutationResult<Output, Error, Input> {
  const queries = useQueryClient();
  const toast = useToast();
  const { catalogue, locale } = useLanguage();
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
      const { done, answers, invalidates = [] } = options;
      if (done !== undefined) toast(typeof done === 'string' ? done : done(output));
      if (answers !== undefined) queries.setQueryData(operationKey(...answers(output), locale), output);
      const [own, ...others] = invalidates;
      const readAgain = (module: string) => queries.invalidateQueries({ queryKey: [module] });
      for (const module of [...others, 'counts']) void readAgain(module);
      const isRead = own === undefined ? undefined : readAgain(own);
      if (answers === undefined) await isRead;
      options.onDone?.(output);
    },
    onError: (error) => {
      if (!options.showsProblems) toast(problemSentence(catalogue, problemOf(error)), 'problem');
    },
  });
}
