import type { Learner, RotationProblem } from '@dualtrack/rotation';

type Term = readonly [coefficient: number, name: string];
type Arc = {
  name: string;
  from: string;
  to: string;
  gain: number;
  block?: { unit: string; site: string; start: number };
};

/**
 * The whole problem as one integer programme in CPLEX's LP text: each learner is a flow through moments and last sites,
 * its arcs are blocks, waiting and changes of site; units, groups, orders, pins and places are rows. No part of the
 * engine is used. Changes of site must not earn anything. The optimum is the best score there is.
 */
export function integerProgrammeText(problem: RotationProblem): string {
  if (problem.learners.some(({ weights }) => weights.siteChange > 0))
    throw new Error('a change of site earns');
  const objective: Term[] = problem.fairness > 0 ? [[problem.fairness, 'z']] : [];
  const rows: string[] = [];
  const names: string[] = [];
  const heads = new Map<string, Term[]>();
  problem.learners.forEach((learner, index) => {
    const arcs = arcsOf(problem, learner, `l${index}`);
    for (const { name } of arcs) names.push(name);
    const gains = arcs.filter((arc) => arc.gain !== 0).map((arc): Term => [arc.gain, arc.name]);
    objective.push(...gains);
    if (problem.fairness > 0) rows.push(row([[1, 'z'], ...gains.map(negated)], '<=', 0));
    rows.push(...flowRows(arcs), ...programmeRows(problem, learner, arcs));
    for (const { name, block } of arcs) {
      if (block === undefined) continue;
      const length = problem.units.find((unit) => unit.id === block.unit)?.length ?? 1;
      for (let t = block.start; t < block.start + length; t++) {
        const key = cellKey(block.site, block.unit, t);
        const known = heads.get(key);
        if (known === undefined) heads.set(key, [[learner.size, name]]);
        else known.push([learner.size, name]);
      }
    }
  });
  for (const { site, unit, min, max } of problem.places) {
    for (let t = 0; t < problem.periods; t++) {
      const terms = heads.get(cellKey(site, unit, t)) ?? [];
      if ((min[t] ?? 0) > 0) rows.push(row(terms, '>=', min[t] ?? 0));
      if (terms.length > 0) rows.push(row(terms, '<=', max[t] ?? 0));
    }
  }
  for (const { places, max } of problem.pools) {
    for (let t = 0; t < problem.periods; t++) {
      const terms = places.flatMap(([site, unit]) => heads.get(cellKey(site, unit, t)) ?? []);
      if (terms.length > 0) rows.push(row(terms, '<=', max[t] ?? 0));
    }
  }
  return [
    ...['Maximize', ` obj: ${sum(objective)}`, 'Subject To', ...rows.map((text, at) => ` r${at}: ${text}`)],
    ...(problem.fairness > 0 ? ['Bounds', ' z free'] : []),
    ...['Binaries', ...names.map((name) => ` ${name}`), 'End', ''],
  ].join('\n');
}

function arcsOf(problem: RotationProblem, learner: Learner, prefix: string): Arc[] {
  const arcs: Arc[] = [];
  const add = (arc: Omit<Arc, 'name'>) => arcs.push({ name: `${prefix}_${arcs.length}`, ...arc });
  const sites = problem.sites.map(({ id }) => id);
  for (let t = 0; t <= problem.periods; t++) {
    for (const last of ['', ...sites]) {
      add({ from: `${t}/${last}`, to: 'end', gain: 0 });
      if (t === problem.periods) continue;
      add({ from: `${t}/${last}`, to: `${t + 1}/${last}`, gain: learner.weights.wait });
      if (last !== '') add({ from: `${t}/${last}`, to: `${t}/change`, gain: learner.weights.siteChange });
    }
    for (const { site, unit, length, gain } of blocksAt(problem, learner, t)) {
      const to = `${t + length}/${site}`;
      const block = { unit, site, start: t };
      for (const from of [`${t}/`, `${t}/${site}`, `${t}/change`]) add({ from, to, gain, block });
    }
  }
  return arcs;
}

/** Blocks that a learner may begin in a period, by own calendar and what the places take. */
function blocksAt(problem: RotationProblem, learner: Learner, start: number) {
  return problem.places.flatMap(({ site, unit, max }) => {
    const { length = 1, hostScore = 0 } = problem.units.find(({ id }) => id === unit) ?? {};
    const periods = Array.from({ length }, (_, at) => start + at);
    const mayStand =
      start + length <= problem.periods &&
      Object.hasOwn(learner.units, unit) &&
      !learner.cannot.some(([s, u]) => s === site && u === unit) &&
      periods.every((t) => !learner.away.includes(t) && (max[t] ?? 0) >= learner.size);
    if (!mayStand) return [];
    const kept = (learner.keep ?? [])
      .filter((one) => one.unit === unit && one.site === site && one.start === start)
      .reduce((total, one) => total + one.score, 0);
    const wished = learner.weights.unit * (learner.units[unit] ?? 0);
    const gain = wished + learner.weights.site * (learner.sites[site] ?? 0) + hostScore + kept;
    return [{ site, unit, length, gain }];
  });
}

function flowRows(arcs: readonly Arc[]): string[] {
  const balance = new Map<string, Term[]>();
  const at = (node: string): Term[] => {
    const terms = balance.get(node) ?? [];
    balance.set(node, terms);
    return terms;
  };
  for (const { name, from, to } of arcs) {
    at(from).push([1, name]);
    at(to).push([-1, name]);
  }
  balance.delete('end');
  return [...balance].map(([node, terms]) => row(terms, '=', node === '0/' ? 1 : 0));
}

function programmeRows(problem: RotationProblem, learner: Learner, arcs: readonly Arc[]): string[] {
  const using = (test: (block: NonNullable<Arc['block']>) => boolean): Term[] =>
    arcs.filter(({ block }) => block !== undefined && test(block)).map(({ name }): Term => [1, name]);
  const groupOf = new Map(problem.units.map((unit) => [unit.id, unit.group]));
  const rows: string[] = [];
  for (const { id } of problem.units)
    rows.push(
      row(
        using(({ unit }) => unit === id),
        '<=',
        1,
      ),
    );
  for (const group of new Set([...groupOf.values(), ...Object.keys(learner.take)])) {
    rows.push(
      row(
        using(({ unit }) => groupOf.get(unit) === group),
        '=',
        learner.take[group] ?? 0,
      ),
    );
  }
  for (const { id, maxUnitsPerLearner } of problem.sites) {
    if (maxUnitsPerLearner !== undefined)
      rows.push(
        row(
          using(({ site }) => site === id),
          '<=',
          maxUnitsPerLearner,
        ),
      );
  }
  for (const [first, later] of problem.before) {
    for (let t = 0; t < problem.periods; t++) {
      const begun = using(({ unit, start }) => unit === first && start <= t);
      const begunLater = using(({ unit, start }) => unit === later && start <= t);
      if (begunLater.length > 0) rows.push(row([...begunLater, ...begun.map(negated)], '<=', 0));
    }
  }
  for (const pin of problem.pins.filter((one) => one.learner === learner.id)) {
    const pinned = using(
      ({ unit, site, start }) => unit === pin.unit && site === pin.site && start === pin.start,
    );
    rows.push(row(pinned, '=', 1));
  }
  return rows.filter((text) => text !== '');
}

const cellKey = (site: string, unit: string, period: number) => JSON.stringify([site, unit, period]);
const negated = ([coefficient, name]: Term): Term => [-coefficient, name];

/** One term a line: some readers take no long lines. */
function sum(terms: readonly Term[]): string {
  return terms.map(([n, name]) => `${n < 0 ? '-' : '+'} ${Math.abs(n)} ${name}`).join('\n  ');
}

/** A row; the empty sum is left out where it holds, and a row that cannot hold where it does not. */
function row(terms: readonly Term[], sense: '<=' | '>=' | '=', right: number): string {
  if (terms.length > 0) return `${sum(terms)} ${sense} ${right}`;
  const holds = sense === '<=' ? right >= 0 : sense === '>=' ? right <= 0 : right === 0;
  return holds ? '' : '+ 1 impossible >= 2';
}
