import { parseRotationProblem, rotationPlanFormat, solveRotation } from '@dualtrack/rotation';
import type { Command } from '../command.ts';
import { exit, InputError } from '../exit.ts';
import { onlyFile, wholeNumber } from '../options.ts';
import { readJson } from '../read-json.ts';
import { progressLine } from '../say.ts';
import { jsonText, writeOutput } from '../write-output.ts';

const defaultSeconds = 60;

/** `dualtrack rotate PROBLEM.json [--seconds S] [--seed S] [--pin PLAN.json] [--out F]` */
export const rotate: Command = async ({ positionals, values }) => {
  const file = onlyFile(positionals);
  const seconds = wholeNumber('seconds', values.seconds, { min: 1, max: 86_400 }) ?? defaultSeconds;
  const input = await readJson(file);
  const pins = values.pin === undefined ? [] : await pinsOf(values.pin);
  const problem =
    typeof input === 'object' && input !== null && !Array.isArray(input) && pins.length > 0
      ? { ...input, pins: [...('pins' in input && Array.isArray(input.pins) ? input.pins : []), ...pins] }
      : input;
  const parsed = parseRotationProblem(problem);
  if (!parsed.ok) throw new InputError(file, parsed.issues);
  const line = progressLine();
  const stop = { aborted: false };
  process.once('SIGINT', () => {
    stop.aborted = true;
  });
  const plan = await solveRotation(parsed.problem, {
    seconds,
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    now: () => performance.now() / 1_000,
    signal: stop,
    onProgress: ({ score, bound, gap, elapsed }) =>
      line.show(
        `${elapsed.toFixed(1)} s  score ${score ?? '–'}  bound ${bound === null ? '–' : bound.toFixed(2)}  gap ${gap === null ? '–' : `${(100 * gap).toFixed(2)} %`}`,
      ),
  });
  line.end();
  await writeOutput([jsonText(plan)], values.out);
  return plan.status === 'infeasible' ? exit.no : exit.done;
};

/** The blocks of an earlier plan as pins. */
async function pinsOf(file: string) {
  const plan = rotationPlanFormat.safeParse(await readJson(file));
  if (!plan.success) {
    throw new InputError(
      file,
      plan.error.issues.map((issue) => ({
        pointer: issue.path.map((part) => `/${String(part)}`).join(''),
        code: 'plan.malformed',
        params: {},
      })),
    );
  }
  return plan.data.learners.flatMap(({ id, blocks }) => blocks.map((block) => ({ learner: id, ...block })));
}
