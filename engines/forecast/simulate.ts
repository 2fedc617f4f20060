import { binomialAt, binomialSampler, binomialTable } from './binomial.ts';
import type { Model, OccupationModel } from './model.ts';
import { fillAddressed } from './random.ts';

/** How late each project is in each run, in quarters; −1 = it does not happen. One array of `runs` per project. */
export type ProjectDraws = Int16Array[];

/**
 * Simulated whole heads of one occupation, quarter by quarter: run `r` of quarter `t` is at `t * runs + r`.
 * `projects` is the demand above the floor, which is the same in every run.
 */
export type Samples = { projects: Float64Array; stock: Float64Array };

/** What makes a simulation repeatable. */
export type Draw = { runs: number; seed: string };

/** Draws every project once per run, so that all occupations of a run live in the same world. */
export function drawProjects(model: Model, { runs, seed }: Draw): ProjectDraws {
  const happens = new Float64Array(runs);
  const late = new Float64Array(runs);
  return model.projects.map(({ id, probability, delays }) => {
    fillAddressed(happens, seed, 'project', id);
    fillAddressed(late, seed, 'delay', id);
    const draws = new Int16Array(runs);
    for (let r = 0; r < runs; r++) {
      let d = 0;
      for (let sum = delays[0]!; sum < late[r]! && d < delays.length - 1; sum += delays[d]!) d++;
      draws[r] = happens[r]! < probability ? d : -1;
    }
    return draws;
  });
}

function simulateProjects(
  model: Model,
  occupation: OccupationModel,
  projects: ProjectDraws,
  out: Float64Array,
): void {
  const runs = out.length / model.quarters;
  out.fill(0);
  for (const { project, byQuarter } of occupation.ramps) {
    const late = projects[project]!;
    for (let t = 0; t < model.quarters; t++) {
      for (let r = 0; r < runs; r++) {
        const d = late[r]!;
        if (d >= 0 && d <= t) out[t * runs + r] = out[t * runs + r]! + byQuarter[t - d]!;
      }
    }
  }
}

type Thin = (people: Float64Array, chance: number, ...address: (string | number)[]) => void;

// Each run keeps Binomial(people, 1 − chance); samplers with their tables are kept as long as the chance recurs.
function thinner(seed: string, luck: Float64Array): Thin {
  const samplers = new Map<number, ReturnType<typeof binomialSampler>>();
  return (people, chance, ...address) => {
    if (chance <= 0) return;
    let sample = samplers.get(chance);
    if (sample === undefined) {
      if (samplers.size > 8) samplers.clear();
      sample = binomialSampler(chance);
      samplers.set(chance, sample);
    }
    fillAddressed(luck, seed, ...address);
    for (let r = 0; r < people.length; r++) people[r] = people[r]! - sample(people[r]!, luck[r]!);
  };
}

function simulateStock(
  model: Model,
  occupation: OccupationModel,
  { runs, seed }: Draw,
  out: Float64Array,
): void {
  const { id, groups, retirements, supplies } = occupation;
  const luck = new Float64Array(runs);
  const thin = thinner(seed, luck);
  const people = groups.map((group) => new Float64Array(runs).fill(group.heads));
  const last = people[people.length - 1]!;
  for (let t = 0; t < model.quarters; t++) {
    const now = out.subarray(t * runs, (t + 1) * runs);
    now.set(people[0]!);
    for (const group of people.slice(1)) for (let r = 0; r < runs; r++) now[r] = now[r]! + group[r]!;
    for (const [g, { attrition, retirement }] of groups.entries()) {
      thin(people[g]!, 1 - (1 - attrition[t]!) * (1 - retirement[t]!), 'leave', id, g, t);
    }
    const known = retirements[t]!;
    if (known > 0) for (let r = 0; r < runs; r++) last[r] = Math.max(0, last[r]! - known);
    for (const { key, graduates, joinRate } of supplies) {
      if (graduates[t] === 0) continue;
      const table = binomialTable(graduates[t]!, joinRate);
      fillAddressed(luck, seed, 'join', id, key, t);
      for (let r = 0; r < runs; r++) last[r] = last[r]! + binomialAt(table, luck[r]!);
    }
  }
}

/** Buffers for one occupation, to be used again for the next. */
export function samplesFor(model: Model, runs: number): Samples {
  const size = model.quarters * runs;
  return { projects: new Float64Array(size), stock: new Float64Array(size) };
}

/** Simulates one occupation into `out`. Its random numbers depend on seed and ids alone, not on the other occupations. */
export function simulate(
  model: Model,
  occupation: OccupationModel,
  projects: ProjectDraws,
  draw: Draw,
  out: Samples,
): void {
  simulateProjects(model, occupation, projects, out.projects);
  simulateStock(model, occupation, draw, out.stock);
}
