import { addDays, type Day } from '@dualtrack/rules';

/** Time spent or planned on a task; a bare text is one share like every other. */
export type TaskTime =
  | string
  | { readonly tag: string; readonly hours: number; readonly on?: Day | undefined };

const ROLLING_DAYS = 28;

/** The tasks named, each once. */
export function tagsOf(tasks: readonly TaskTime[]): ReadonlySet<string> {
  return new Set(tasks.map((task) => (typeof task === 'string' ? task : task.tag)));
}

/** Share (0–1) of the typical tasks that are among those given; with no typical tasks, all are covered. */
export function coverage(typical: readonly string[], tasks: readonly TaskTime[]): number {
  const done = tagsOf(tasks);
  const wanted = new Set(typical);
  if (wanted.size === 0) return 1;
  return [...wanted].filter((task) => done.has(task)).length / wanted.size;
}

/** The tasks of the four weeks up to a day; those without a day always count. */
export function ofLastFourWeeks(tasks: readonly TaskTime[], on: Day): readonly TaskTime[] {
  const first = addDays(on, -ROLLING_DAYS);
  return tasks.filter((task) => typeof task === 'string' || !task.on || (task.on > first && task.on <= on));
}

/** Share (0–1) of time in tasks flagged simple and repetitive, or the tasks of which the flag is not known. */
export function simpleShare(
  tasks: readonly TaskTime[],
  isSimple: Readonly<Record<string, boolean>>,
): number | { readonly unflagged: readonly string[] } {
  const unflagged = [...tagsOf(tasks)].filter((tag) => !Object.hasOwn(isSimple, tag));
  if (unflagged.length > 0) return { unflagged };
  let simple = 0;
  let all = 0;
  for (const task of tasks) {
    const { tag, hours } = typeof task === 'string' ? { tag: task, hours: 1 } : task;
    all += hours;
    if (isSimple[tag]) simple += hours;
  }
  return all === 0 ? 0 : simple / all;
}
