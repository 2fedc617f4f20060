import { useState } from 'react';

/** Steps that can be taken back. */
const mostSteps = 100;

/** What a form held before each of its last changes. */
export type Steps<State> = {
  /** Keeps what the form holds, before a change. */
  remember(state: State): void;
  /** Takes the last change back; undefined when there is none. */
  readonly undo: (() => void) | undefined;
  /** After saving there is nothing to take back. */
  forget(): void;
};

/** Changes of a form that can be taken back one by one; `restore` puts an earlier state into the form. */
export function useSteps<State>(restore: (state: State) => void): Steps<State> {
  const [past, setPast] = useState<readonly State[]>([]);
  const last = past.at(-1);
  return {
    remember: (state) => setPast((steps) => [...steps.slice(1 - mostSteps), state]),
    undo:
      last === undefined
        ? undefined
        : () => {
            restore(last);
            setPast(past.slice(0, -1));
          },
    forget: () => setPast([]),
  };
}
