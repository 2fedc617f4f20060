import { type Draft, firstBy, type Read } from './draft.ts';
import { type Issue, pointerTo } from './issue.ts';
import type { Learner, Pin, Place, Unit } from './problem-format.ts';

type Frame = { units: Map<string, Unit>; places: Map<string, Place>; learners: Map<string, Learner> };

const pairKey = (site: string, unit: string): string => JSON.stringify([site, unit]);

/**
 * Issues of pins by themselves and against their learner: `unknown-learner`, `unknown-unit`, `unknown-site`,
 * `pin-no-place`, `pin-outside-horizon`, `pin-not-eligible`, `pin-away`; against each other and the places:
 * `pin-unit-twice`, `pins-overlap`, `pins-over-take`, `pins-over-site-limit`, `pins-before-order`, `pins-over-max`, `pins-over-pool`.
 */
export function checkPins(draft: Draft): Issue[] {
  const frame: Frame = {
    units: firstBy(draft.units, ({ id }) => id),
    places: firstBy(draft.places, ({ site, unit }) => pairKey(site, unit)),
    learners: firstBy(draft.learners, ({ id }) => id),
  };
  const seen = new Set<string>();
  const pins = draft.pins.filter(({ value }) => {
    const key = JSON.stringify([value.learner, value.unit, value.site, value.start]);
    return !seen.has(key) && seen.add(key);
  });
  return [
    ...draft.pins.flatMap((pin) => checkPin(pin, draft, frame)),
    ...checkPinsOfLearner(pins, draft, frame),
    ...checkPinsOfPlace(pins, frame),
    ...checkPinsOfPools(pins, draft, frame),
  ];
}

function checkPin({ at, value: pin }: Read<Pin>, draft: Draft, frame: Frame): Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, params: Record<string, unknown>, ...path: string[]): void => {
    issues.push({ pointer: pointerTo('pins', at, ...path), code, params });
  };
  for (const kind of ['learner', 'unit', 'site'] as const) {
    if (!draft.ids[`${kind}s`].has(pin[kind])) add(`unknown-${kind}`, { [kind]: pin[kind] }, kind);
  }
  const unit = frame.units.get(pin.unit);
  const learner = frame.learners.get(pin.learner);
  if (unit && draft.ids.sites.has(pin.site) && !frame.places.has(pairKey(pin.site, pin.unit))) {
    add('pin-no-place', { site: pin.site, unit: pin.unit });
  }
  if (unit && draft.periods !== undefined && pin.start + unit.length > draft.periods) {
    add('pin-outside-horizon', { start: pin.start, length: unit.length, periods: draft.periods }, 'start');
  }
  if (!learner || !unit) return issues;
  const cannot = learner.cannot.some(([site, id]) => site === pin.site && id === pin.unit);
  if (cannot || !Object.hasOwn(learner.units, pin.unit)) {
    add('pin-not-eligible', { learner: learner.id, site: pin.site, unit: pin.unit });
  }
  const away = learner.away.filter((t) => t >= pin.start && t < pin.start + unit.length);
  if (away.length) add('pin-away', { learner: learner.id, away }, 'start');
  return issues;
}

function checkPinsOfLearner(pins: readonly Read<Pin>[], draft: Draft, frame: Frame): Issue[] {
  const issues: Issue[] = [];
  const limits = new Map(draft.sites.map(({ value }) => [value.id, value.maxUnitsPerLearner ?? Infinity]));
  const outer = new Map(draft.sites.map(({ value }) => [value.id, value.within ?? value.id]));
  const earlier: Read<Pin>[] = [];
  for (const pin of pins) {
    const add = (code: string, params: Record<string, unknown>): void => {
      issues.push({
        pointer: pointerTo('pins', pin.at),
        code,
        params: { learner: pin.value.learner, ...params },
      });
    };
    const own = earlier.filter(({ value }) => value.learner === pin.value.learner);
    earlier.push(pin);
    const same = own.find(({ value }) => value.unit === pin.value.unit);
    if (same) {
      add('pin-unit-twice', { unit: pin.value.unit, first: pointerTo('pins', same.at) });
      continue;
    }
    checkAgainst(pin, own, draft, frame, add);
    const group = frame.units.get(pin.value.unit)?.group;
    const take = frame.learners.get(pin.value.learner)?.take;
    const inGroup = own.filter(({ value }) => frame.units.get(value.unit)?.group === group).length + 1;
    const wanted = take && group !== undefined && Object.hasOwn(take, group) ? take[group] : 0;
    if (take && group !== undefined && inGroup > (wanted ?? 0))
      add('pins-over-take', { group, take: wanted });
    const site = outer.get(pin.value.site) ?? pin.value.site;
    const atSite = own.filter(({ value }) => outer.get(value.site) === site).length + 1;
    const limit = limits.get(site) ?? Infinity;
    if (atSite > limit) add('pins-over-site-limit', { site, maxUnitsPerLearner: limit });
  }
  return issues;
}

function checkAgainst(
  { value: pin }: Read<Pin>,
  own: readonly Read<Pin>[],
  draft: Draft,
  frame: Frame,
  add: (code: string, params: Record<string, unknown>) => void,
): void {
  const end = (p: Pin): number => p.start + (frame.units.get(p.unit)?.length ?? 1);
  for (const { at, value: other } of own) {
    if (other.start < end(pin) && pin.start < end(other))
      add('pins-overlap', { first: pointerTo('pins', at) });
    for (const { value: pair } of draft.before) {
      const [first, later] = pair[0] === pin.unit ? [pin, other] : [other, pin];
      if (pair[0] !== first.unit || pair[1] !== later.unit || first.start <= later.start) continue;
      add('pins-before-order', { before: pair, first: pointerTo('pins', at) });
    }
  }
}

function checkPinsOfPlace(pins: readonly Read<Pin>[], frame: Frame): Issue[] {
  const heads = new Map<string, number>();
  const issues: Issue[] = [];
  for (const { at, value: pin } of pins) {
    const place = frame.places.get(pairKey(pin.site, pin.unit));
    const length = frame.units.get(pin.unit)?.length ?? 0;
    const over: number[] = [];
    for (let t = pin.start; place && t < pin.start + length; t++) {
      const key = JSON.stringify([pin.site, pin.unit, t]);
      const used = (heads.get(key) ?? 0) + (frame.learners.get(pin.learner)?.size ?? 1);
      heads.set(key, used);
      if (used > (place.max[t] ?? Infinity)) over.push(t);
    }
    if (!over.length) continue;
    const params = { site: pin.site, unit: pin.unit, periods: over };
    issues.push({ pointer: pointerTo('pins', at), code: 'pins-over-max', params });
  }
  return issues;
}

function checkPinsOfPools(pins: readonly Read<Pin>[], draft: Draft, frame: Frame): Issue[] {
  return draft.pools.flatMap(({ value: pool }): Issue[] => {
    const pairs = new Set(pool.places.map(([site, unit]) => pairKey(site, unit)));
    const heads = pool.max.map(() => 0);
    return pins.flatMap(({ at, value: pin }): Issue[] => {
      if (!pairs.has(pairKey(pin.site, pin.unit))) return [];
      const over: number[] = [];
      const end = pin.start + (frame.units.get(pin.unit)?.length ?? 0);
      for (let t = pin.start; t < Math.min(end, heads.length); t++) {
        heads[t]! += frame.learners.get(pin.learner)?.size ?? 1;
        if (heads[t]! > pool.max[t]!) over.push(t);
      }
      const params = { pool: pool.id, periods: over };
      return over.length ? [{ pointer: pointerTo('pins', at), code: 'pins-over-pool', params }] : [];
    });
  });
}
