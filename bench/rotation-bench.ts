import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  generateIntake,
  generateRotationProblem,
  parseRotationProblem,
  type RotationPlan,
  type RotationProblem,
  scorePlan,
  solveRotation,
} from '@dualtrack/rotation';
import { loadSolver } from '@dualtrack/solver';
import { report } from './measure.ts';
import { integerProgrammeText } from './rotation-reference.ts';

/**
 * `node bench/rotation-bench.ts [--mss FOLDER] [--only NAME,…] [--seconds 60] [--learners 40,80] [--intakes 40:1:a,320:4:b]`
 * One thread. `--intakes`: generated intakes with 24 units, as learners, periods for each unit, seed. Without a folder: own problems beside the same problem as one integer programme, in HiGHS and, where the
 * program is there (or the variable CBC names it), CBC. With one: the instances of its `instances.tgz`, judged by its `evaluate.mjs`.
 */
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const seconds = Number(option('seconds') ?? 60);
const say = (line: string) => void process.stdout.write(`${line}\n`);

type Solved = { plan: RotationPlan; cpu: number };

async function solve(problem: RotationProblem, budget: number): Promise<Solved> {
  const before = process.cpuUsage();
  // Processor time, so that other work on the machine takes nothing from the budget.
  const now = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const plan = await solveRotation(problem, { seconds: budget, seed: 'bench', now });
  const { user, system } = process.cpuUsage(before);
  return { plan, cpu: (user + system) / 1e6 };
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.abs(whole || 1)).toFixed(3)} %`;

async function benchOwn(): Promise<void> {
  const highs = await loadSolver();
  for (const learners of (option('learners') ?? '10,20').split(',').map(Number)) {
    for (const seed of ['a', 'b', 'c']) {
      const { problem } = generateRotationProblem({ seed: `bench ${seed}`, learners, units: 8, periods: 16 });
      const parsed = parseRotationProblem(problem);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
      const { plan, cpu } = await solve(parsed.problem, seconds);
      const broken = scorePlan(parsed.problem, plan).violations.length;
      say(
        `${learners} learners, ${seed}: ${plan.status} ${plan.score} (bound ${plan.bound}), ${cpu.toFixed(2)} s of processor, ${broken} rules broken`,
      );
      const text = integerProgrammeText(parsed.problem);
      const start = process.cpuUsage();
      const found = highs.solve(text, { time_limit: seconds, mip_rel_gap: 0, output_flag: false });
      const { user, system } = process.cpuUsage(start);
      const took = (user + system) / 1e6;
      const value = Number.isFinite(found.ObjectiveValue) ? found.ObjectiveValue.toFixed(2) : 'nothing';
      say(
        `    one integer programme in HiGHS: ${found.Status} ${value}, ${took.toFixed(2)} s, ratio ${(took / cpu).toFixed(1)}`,
      );
      benchCbc(text, cpu);
    }
  }
}

/** Intakes with 24 units, by the engine alone: one integer programme of this size says nothing within minutes. */
async function benchIntakes(names: string): Promise<void> {
  for (const name of names.split(',')) {
    const [learners = 40, length = 1, seed = 'a'] = name.split(':');
    const intake = { seed: `${seed}`, learners: Number(learners), units: 24, length: Number(length) };
    const parsed = parseRotationProblem(generateIntake(intake));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const { plan, cpu } = await solve(parsed.problem, seconds);
    const broken = scorePlan(parsed.problem, plan).violations.length;
    const gap = plan.gap === null ? 'no bound' : `gap ${(plan.gap * 100).toFixed(3)} %`;
    say(
      `${name}: ${plan.status} ${plan.score} (bound ${plan.bound}), ${gap}, ${cpu.toFixed(1)} s of processor, ${broken} rules broken`,
    );
  }
}

function benchCbc(text: string, own: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'rotation-'));
  const file = join(folder, 'problem.lp');
  writeFileSync(file, text);
  const cbc = process.env['CBC'] ?? 'cbc';
  const run = spawnSync(cbc, [file, 'sec', String(seconds), 'threads', '1', 'solve', 'quit'], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  if (run.error !== undefined) {
    say('    CBC: not at hand (the program `cbc`, or its path in the variable CBC)');
    return;
  }
  const value = /Objective value:\s+(\S+)/.exec(run.stdout)?.[1] ?? 'nothing';
  const state = /Result - (.*)/.exec(run.stdout)?.[1] ?? '';
  // Its own count: processor time of a child is not in ours.
  const took = Number(/Total time \(CPU seconds\):\s+(\S+)/.exec(run.stdout)?.[1] ?? Number.NaN);
  say(`    the same in CBC: ${state} ${value}, ${took.toFixed(2)} s, ratio ${(took / own).toFixed(1)}`);
}

type Known = { bestKnown: number; provenOptimal: boolean; published?: number };
type Judge = (problem: RotationProblem, plan: RotationPlan) => { score: number; violations: object };

async function benchInstances(given: string): Promise<void> {
  const folder = resolve(given);
  const load = (name: string) => import(pathToFileURL(join(folder, name)).href);
  const { readInstance, asProblem } = await load('instance.mjs');
  const { evaluate }: { evaluate: Judge } = await load('evaluate.mjs');
  const known: Record<string, Known> = JSON.parse(await readFile(join(folder, 'best-known.json'), 'utf8'));
  const unpacked = mkdtempSync(join(tmpdir(), 'rotation-'));
  try {
    execFileSync('tar', ['-xzf', join(folder, 'instances.tgz'), '-C', unpacked]);
    const files = readdirSync(unpacked, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.dzn'),
    );
    const nameOf = (file: string) => file.replace(/^.*\//, '').replace(/\.dzn$/, '');
    const wanted = option('only')?.split(',');
    const figures: { cpu: number; gap: number; behind: number | null }[] = [];
    for (const file of files.sort()) {
      const name = nameOf(file);
      if (
        wanted !== undefined &&
        !wanted.some((one) => name === one || (one.endsWith('*') && name.startsWith(one.slice(0, -1))))
      )
        continue;
      const parsed = parseRotationProblem(asProblem(readInstance(join(unpacked, file))));
      if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.issues)}`);
      const { plan, cpu } = await solve(parsed.problem, seconds);
      const judged = evaluate(parsed.problem, plan);
      const broken = Object.keys(judged.violations).length > 0 || judged.score !== plan.score;
      const best = known[name];
      const mark = best?.published ?? best?.bestKnown;
      const behind = mark === undefined || plan.score === null ? null : mark - plan.score;
      figures.push({
        cpu,
        gap: plan.gap ?? Number.NaN,
        behind: behind === null ? null : behind / (mark ?? 1),
      });
      const beside =
        behind === null
          ? ''
          : ` published ${mark}: ${behind > 0 ? 'behind' : 'ahead'} ${percent(Math.abs(behind), mark ?? 1)}`;
      say(
        `${name}: ${plan.status} ${plan.score}, bound ${plan.bound?.toFixed(1)}, gap ${((plan.gap ?? Number.NaN) * 100).toFixed(3)} %,${beside}; best known ${best?.bestKnown}; ${cpu.toFixed(1)} s${broken ? ' BROKEN' : ''}`,
      );
    }
    report(
      'processor seconds',
      figures.map((one) => one.cpu),
      's',
    );
    const behind = figures.flatMap((one) => one.behind ?? []);
    const mean = behind.reduce((sum, one) => sum + one, 0) / Math.max(1, behind.length);
    say(`mean gap to the published best: ${(mean * 100).toFixed(3)} % over ${behind.length}`);
  } finally {
    rmSync(unpacked, { recursive: true });
  }
}

const loads = () =>
  loadavg()
    .map((load) => load.toFixed(1))
    .join(' ');
say(`machine load at the start: ${loads()}`);
const folder = option('mss');
const intakes = option('intakes');
if (intakes !== undefined) await benchIntakes(intakes);
else await (folder === undefined ? benchOwn() : benchInstances(folder));
say(`machine load at the end: ${loads()}`);
