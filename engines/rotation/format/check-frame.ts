import type { Draft, Read } from './draft.ts';
import { type Issue, pointerTo } from './issue.ts';

/**
 * Issues of units, sites and places: `duplicate-id`, `duplicate-place`, `unit-longer-than-horizon`, `unknown-unit`,
 * `unknown-site`, `wrong-length`, `min-over-max`; of pools also `pool-no-place`; of sites within others `site-within`
 * (the outer one lies within one itself) and `inner-limit`.
 */
export function checkFrame(draft: Draft): Issue[] {
  const issues = [
    ...duplicateIds('units', draft.units),
    ...duplicateIds('sites', draft.sites),
    ...duplicateIds('learners', draft.learners),
    ...duplicateIds('pools', draft.pools),
  ];
  for (const { at, value: unit } of draft.units) {
    if (draft.periods !== undefined && unit.length > draft.periods) {
      const params = { length: unit.length, periods: draft.periods };
      issues.push({ pointer: pointerTo('units', at, 'length'), code: 'unit-longer-than-horizon', params });
    }
  }
  return [...issues, ...checkSites(draft), ...checkPlaces(draft), ...checkPools(draft)];
}

function checkPlaces(draft: Draft): Issue[] {
  const issues: Issue[] = [];
  const seen = new Map<string, number>();
  for (const { at, value: place } of draft.places) {
    const { site, unit } = place;
    if (!draft.ids.sites.has(site)) {
      issues.push({ pointer: pointerTo('places', at, 'site'), code: 'unknown-site', params: { site } });
    }
    if (!draft.ids.units.has(unit)) {
      issues.push({ pointer: pointerTo('places', at, 'unit'), code: 'unknown-unit', params: { unit } });
    }
    const key = JSON.stringify([site, unit]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, at);
    else {
      const params = { site, unit, first: pointerTo('places', first) };
      issues.push({ pointer: pointerTo('places', at), code: 'duplicate-place', params });
    }
    for (const side of ['min', 'max'] as const) {
      if (draft.periods === undefined || place[side].length === draft.periods) continue;
      const params = { expected: draft.periods, actual: place[side].length };
      issues.push({ pointer: pointerTo('places', at, side), code: 'wrong-length', params });
    }
    place.min.forEach((min, t) => {
      const max = place.max[t];
      if (max === undefined || min <= max) return;
      issues.push({ pointer: pointerTo('places', at, 'min', t), code: 'min-over-max', params: { min, max } });
    });
  }
  return issues;
}

function checkPools(draft: Draft): Issue[] {
  const known = new Set(draft.places.map(({ value }) => JSON.stringify([value.site, value.unit])));
  return draft.pools.flatMap(({ at, value: pool }): Issue[] => {
    const issues = pool.places.flatMap(([site, unit], i): Issue[] => {
      if (known.has(JSON.stringify([site, unit]))) return [];
      return [
        { pointer: pointerTo('pools', at, 'places', i), code: 'pool-no-place', params: { site, unit } },
      ];
    });
    for (const side of ['min', 'max'] as const) {
      const actual = pool[side]?.length;
      if (draft.periods === undefined || actual === undefined || actual === draft.periods) continue;
      const params = { expected: draft.periods, actual };
      issues.push({ pointer: pointerTo('pools', at, side), code: 'wrong-length', params });
    }
    pool.min?.forEach((min, t) => {
      const max = pool.max[t];
      if (max === undefined || min <= max) return;
      issues.push({ pointer: pointerTo('pools', at, 'min', t), code: 'min-over-max', params: { min, max } });
    });
    return issues;
  });
}

function checkSites(draft: Draft): Issue[] {
  const inner = new Set(draft.sites.flatMap(({ value }) => (value.within === undefined ? [] : [value.id])));
  return draft.sites.flatMap(({ at, value: site }): Issue[] => {
    const { id, within, maxUnitsPerLearner } = site;
    if (within === undefined) return [];
    const issues: Issue[] = [];
    const add = (code: string, field: string, params: Record<string, unknown>): void => {
      issues.push({ pointer: pointerTo('sites', at, field), code, params });
    };
    if (!draft.ids.sites.has(within)) add('unknown-site', 'within', { site: within });
    else if (inner.has(within)) add('site-within', 'within', { site: id, within });
    if (maxUnitsPerLearner !== undefined) add('inner-limit', 'maxUnitsPerLearner', { site: id, within });
    return issues;
  });
}

function duplicateIds(section: string, elements: readonly Read<{ id: string }>[]): Issue[] {
  const first = new Map<string, number>();
  return elements.flatMap(({ at, value: { id } }): Issue[] => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, at);
      return [];
    }
    const params = { id, first: pointerTo(section, earlier, 'id') };
    return [{ pointer: pointerTo(section, at, 'id'), code: 'duplicate-id', params }];
  });
}
