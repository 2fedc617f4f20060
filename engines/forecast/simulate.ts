import { binomialAt, binomialSampler, binomialSearcher, binomialTable } from './binomial.ts';
import type { Model, OccupationModel } from './model.ts';
import { stayChances } from './moments.ts';
import { fillAddressed } from './random.ts';
import { RATE_NODES } from './uncertain-rate.ts';

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

/** Which of `count` equally likely values holds in each run; undefined when there is only one. */
function drawNodes(count: number, runs: number, seed: string, ...address: string[]): Uint8Array | undefined {
  if (count === 1) return undefined;
  const luck = new Float64Array(runs);
  fillAddressed(luck, seed, ...address);
  return Uint8Array.from(luck, (u) => Math.floor(u * count));
}

type Thin = (
  people: Float64Array,
  chances: Float64Array,
  nodes: Uint8Array | undefined,
  ...address: (string | number)[]
) => void;

// Each run keeps Binomial(people, 1 − chance); samplers with their tables are kept as long as the chance recurs.
function thinner(seed: string, luck: Float64Array): Thin {
  const samplers = new Map<number, ReturnType<typeof binomialSampler>>();
  const samplerOf = (chance: number, isOneOfMany: boolean) => {
    let sample = samplers.get(chance);
    if (sample === undefined) {
      if (samplers.size > 8 + RATE_NODES) samplers.clear();
      sample = isOneOfMany ? binomialSearcher(chance) : binomialSampler(chance);
      samplers.set(chance, sample);
    }
    return sample;
  };
  return (people, chances, nodes, ...address) => {
    if (chances.every((chance) => chance <= 0)) return;
    const samples = Array.from(chances, (chance) => samplerOf(chance, nodes !== undefined));
    fillAddressed(luck, seed, ...address);
    for (let r = 0; r < people.length; r++) {
      const sample = samples[nodes === undefined ? 0 : nodes[r]!]!;
      people[r] = people[r]! - sample(people[r]!, luck[r]!);
    }
  };
}

function simulateStock(
  model: Model,
  occupation: OccupationModel,
  { runs, seed }: Draw,
  out: Float64Array,
): void {
  const { id, groups, attritionFactors, retirements, supplies } = occupation;
  const luck = new Float64Array(runs);
  const thin = thinner(seed, luck);
  const factors = drawNodes(attritionFactors.length, runs, seed, 'attrition', id);
  const joining = supplies.map(({ key, joinRates }) =>
    drawNodes(joinRates.length, runs, seed, 'join-rate', id, key),
  );
  const people = groups.map((group) => new Float64Array(runs).fill(group.heads));
  const last = people[people.length - 1]!;
  for (let t = 0; t < model.quarters; t++) {
    const now = out.subarray(t * runs, (t + 1) * runs);
    now.set(people[0]!);
    for (const group of people.slice(1)) for (let r = 0; r < runs; r++) now[r] = now[r]! + group[r]!;
    for (const [g, { attrition, retirement }] of groups.entries()) {
      const going = attritionFactors.map(
        (factor) => 1 - stayChances(attrition[t]!, retirement[t]!, factor).stay,
      );
      thin(people[g]!, going, factors, 'leave', id, g, t);
    }
    const known = retirements[t]!;
    if (known > 0) for (let r = 0; r < runs; r++) last[r] = Math.max(0, last[r]! - known);
    for (const [s, { key, graduates, joinRates }] of supplies.entries()) {
      if (graduates[t] === 0) continue;
      const nodes = joining[s];
      const tables = Array.from(joinRates, (rate) => binomialTable(graduates[t]!, rate));
      fillAddressed(luck, seed, 'join', id, key, t);
      for (let r = 0; r < runs; r++) {
        const table = tables[nodes === undefined ? 0 : nodes[r]!]!;
        last[r] = last[r]! + binomialAt(table, luck[r]!);
      }
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
