import { fieldSentence, problemOf, problemSentence, useLanguage } from '@dualtrack/ui/plain';
import { useState } from 'react';

/** One thing that can be tried: whether it is under way, and what went wrong in all and in a field. */
export type Attempt = {
  readonly isBusy: boolean;
  readonly sentence: string | undefined;
  /** The error of the field at a pointer, or at one of several. */
  readonly errorAt: (...pointers: string[]) => string | undefined;
  readonly run: (work: () => Promise<void>) => Promise<void>;
};

/** Runs one thing at a time and keeps what went wrong in words. */
export function useAttempt(): Attempt {
  const { catalogue } = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(undefined);
  const problem = failure === undefined ? undefined : problemOf(failure);
  return {
    isBusy,
    sentence: problem === undefined ? undefined : problemSentence(catalogue, problem),
    errorAt: (...pointers) => {
      const found = problem?.errors.find((error) => pointers.includes(error.pointer));
      return found === undefined ? undefined : fieldSentence(catalogue, found);
    },
    run: async (work) => {
      if (isBusy) return;
      setBusy(true);
      setFailure(undefined);
      try {
        await work();
      } catch (error) {
        setFailure(error);
      } finally {
        setBusy(false);
      }
    },
  };
}
