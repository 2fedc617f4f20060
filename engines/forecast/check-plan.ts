import type { Issue } from './issue.ts';
import { pointerTo } from './issue.ts';

type Loose = Record<string, unknown>;
type Path = readonly (string | number)[];

/** Where the rules report to. */
type Report = (path: Path, code: Issue['code'], params: Issue['params']) => void;

// The rules below read unchecked input on purpose: a plan with one wrong type must still hear of all its other faults.
function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rows(owner: Loose, key: string): { row: Loose; index: number }[] {
  const list = owner[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((row: unknown, index) => (isLoose(row) ? [{ row, index }] : []));
}

function finite(owner: Loose, key: string): number | undefined {
  const value = owner[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function part(owner: Loose, key: string): Loose {
  const value = owner[key];
  return isLoose(value) ? value : {};
}

function total(values: unknown): number | undefined {
  if (!Array.isArray(values)) return undefined;
  let sum = 0;
  for (const value of values) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return undefined;
    sum += value;
  }
  return sum;
}

function checkUnique(
  list: { row: Loose; index: number }[],
  base: Path,
  keys: string[],
  report: Report,
): void {
  const first = new Map<string, number>();
  for (const { row, index } of list) {
    const id = keys.map((key) => row[key]).filter((value) => value !== undefined);
    if (id.length === 0 || id.some((value) => typeof value !== 'string')) continue;
    const label = JSON.stringify(keys.map((key) => row[key] ?? null));
    const earlier = first.get(label);
    if (earlier === undefined) first.set(label, index);
    else
      report([...base, index], 'id.duplicate', { id: id.join(' / '), first: pointerTo([...base, earlier]) });
  }
}

function checkLength(
  owner: Loose,
  key: string,
  quarters: number | undefined,
  at: Path,
  report: Report,
): void {
  const list = owner[key];
  if (quarters === undefined || !Array.isArray(list) || list.length === quarters) return;
  report([...at, key], 'array.length', { expected: quarters, received: list.length });
}

function checkReference(row: Loose, known: Set<unknown>, at: Path, report: Report): void {
  const id = row.occupation;
  if (typeof id !== 'string' || known.has(id)) return;
  report([...at, 'occupation'], 'reference.unknown', { kind: 'occupation', id });
}

function checkAgeBands(occupation: Loose, at: Path, report: Report): void {
  if (!Array.isArray(occupation.ageBands)) return;
  const bands = rows(occupation, 'ageBands');
  const retirementAge = finite(occupation, 'retirementAge');
  let last = Number.NEGATIVE_INFINITY;
  for (const { row, index } of bands) {
    const path = [...at, 'ageBands', index];
    const from = finite(row, 'from');
    const to = finite(row, 'to');
    if (from === undefined || to === undefined) continue;
    if (from > to) report(path, 'age-band.inverted', { from, to });
    if (from <= last) report(path, 'age-band.overlap', { from, previousTo: last });
    if (retirementAge !== undefined && from >= retirementAge) {
      report(path, 'age-band.beyond-retirement', { from, retirementAge });
    }
    last = Math.max(last, to);
  }
  const sum = total(bands.map(({ row }) => row.headcount));
  const headcount = finite(occupation, 'headcount');
  if (sum !== undefined && headcount !== undefined && sum !== headcount) {
    report([...at, 'ageBands'], 'age-bands.sum', { expected: headcount, received: sum });
  }
}

function checkRetirements(occupation: Loose, at: Path, report: Report): void {
  if (occupation.retirementAge !== undefined) {
    if (occupation.retirements !== undefined) report([...at, 'retirementAge'], 'retirements.given-twice', {});
    if (occupation.ageBands === undefined)
      report([...at, 'retirementAge'], 'retirement-age.without-bands', {});
  }
  const sum = total(occupation.retirements);
  const headcount = finite(occupation, 'headcount');
  if (sum !== undefined && headcount !== undefined && sum > headcount && headcount >= 0) {
    report([...at, 'retirements'], 'retirements.exceed-headcount', { maximum: headcount, received: sum });
  }
}

function checkOccupations(plan: Loose, quarters: number | undefined, report: Report): void {
  const list = rows(plan, 'occupations');
  checkUnique(list, ['occupations'], ['id'], report);
  for (const { row, index } of list) {
    const at = ['occupations', index];
    checkLength(row, 'retirements', quarters, at, report);
    checkRetirements(row, at, report);
    checkAgeBands(row, at, report);
  }
}

function checkDemand(plan: Loose, quarters: number | undefined, known: Set<unknown>, report: Report): void {
  for (const [key, inner] of [
    ['lines', 'staffing'],
    ['projects', 'headcount'],
  ] as const) {
    const list = rows(plan, key);
    checkUnique(list, [key], ['id'], report);
    for (const { row, index } of list) {
      const at = [key, index];
      checkLength(row, 'units', quarters, at, report);
      const delay = part(row, 'delayQuarters');
      const mean = finite(delay, 'mean');
      const max = finite(delay, 'max');
      if (mean !== undefined && max !== undefined && mean > max) {
        report([...at, 'delayQuarters', 'mean'], 'delay.mean-above-max', { mean, max });
      }
      checkUnique(rows(row, inner), [...at, inner], ['occupation'], report);
      for (const need of rows(row, inner)) {
        const path = [...at, inner, need.index];
        checkReference(need.row, known, path, report);
        checkLength(need.row, 'byQuarter', quarters, path, report);
      }
    }
  }
}

const MOST_HEADS = 1_000_000;

// One factor of a product can look sane while the product asks for more people than live on earth.
function checkLineHeads(plan: Loose, report: Report): void {
  for (const { row, index } of rows(plan, 'lines')) {
    const units: unknown[] = Array.isArray(row.units) ? row.units : [];
    const most = units.reduce<number>((top, u) => (Number.isFinite(u) ? Math.max(top, Number(u)) : top), 0);
    for (const need of rows(row, 'staffing')) {
      const heads = most * (finite(need.row, 'perUnit') ?? 0);
      if (heads <= MOST_HEADS) continue;
      report(['lines', index, 'staffing', need.index, 'perUnit'], 'line.too-many-heads', {
        maximum: MOST_HEADS,
      });
    }
  }
}

function checkSchool(plan: Loose, quarters: number | undefined, known: Set<unknown>, report: Report): void {
  const supply = rows(plan, 'supply');
  checkUnique(supply, ['supply'], ['programme', 'occupation', 'id'], report);
  for (const { row, index } of supply) {
    checkReference(row, known, ['supply', index], report);
    checkLength(row, 'graduates', quarters, ['supply', index], report);
  }
  const training = rows(plan, 'training');
  checkUnique(training, ['training'], ['programme', 'occupation'], report);
  for (const { row, index } of training) {
    checkReference(row, known, ['training', index], report);
    const size = part(row, 'classSize');
    const min = finite(size, 'min');
    const max = finite(size, 'max');
    if (min !== undefined && max !== undefined && min > max) {
      report(['training', index, 'classSize'], 'class-size.inverted', { min, max });
    }
  }
}

function checkResources(plan: Loose, quarters: number | undefined, report: Report): void {
  const resources = rows(plan, 'resources');
  checkUnique(resources, ['resources'], ['id'], report);
  for (const { row, index } of resources)
    checkLength(row, 'available', quarters, ['resources', index], report);
  const known = new Set(resources.map(({ row }) => row.id));
  for (const { row, index } of rows(plan, 'training')) {
    const needs = rows(row, 'needs');
    const at = ['training', index, 'needs'];
    checkUnique(needs, at, ['resource'], report);
    for (const need of needs) {
      const id = need.row.resource;
      if (typeof id !== 'string' || known.has(id)) continue;
      report([...at, need.index, 'resource'], 'resource.unknown', { id });
    }
  }
}

/**
 * The rules of a plan that tie fields together: lengths against `quarters`, references, duplicates, sums, orders.
 * Takes unchecked input, skips what is not of the expected type (the shape reports that), and never throws.
 */
export function checkPlan(input: unknown): Issue[] {
  if (!isLoose(input)) return [];
  const issues: Issue[] = [];
  const report: Report = (path, code, params) => issues.push({ pointer: pointerTo(path), code, params });
  const quarters = finite(input, 'quarters');
  const length = quarters !== undefined && Number.isInteger(quarters) && quarters > 0 ? quarters : undefined;
  const known = new Set(rows(input, 'occupations').map(({ row }) => row.id));
  checkOccupations(input, length, report);
  checkDemand(input, length, known, report);
  checkLineHeads(input, report);
  checkSchool(input, length, known, report);
  checkResources(input, length, report);
  return issues;
}
