import { DEFAULT_RUNS, MOST_RUNS, parseForecastPlan, runForecast } from '@dualtrack/forecast';
import { loadSolver } from '@dualtrack/solver';
import type { Command } from '../command.ts';
import { exit, InputError } from '../exit.ts';
import { onlyFile, wholeNumber } from '../options.ts';
import { readJson } from '../read-json.ts';
import { progressLine } from '../say.ts';
import { jsonText, writeOutput } from '../write-output.ts';

/** `dualtrack forecast PLAN.json [--runs N] [--seed S] [--out F]` */
export const forecast: Command = async ({ positionals, values }) => {
  const file = onlyFile(positionals);
  const runs = wholeNumber('runs', values.runs, { min: 1, max: MOST_RUNS }) ?? DEFAULT_RUNS;
  const parsed = parseForecastPlan(await readJson(file));
  if (!parsed.ok) throw new InputError(file, parsed.issues);
  const line = progressLine();
  const result = runForecast(parsed.value, {
    runs,
    seed: values.seed ?? '1',
    solver: await loadSolver(),
    onProgress: (done, total) => line.show(`${Math.round((100 * done) / total)} %`),
  });
  line.end();
  await writeOutput([jsonText(result)], values.out);
  return exit.done;
};
