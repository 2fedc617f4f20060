import { type Draft, firstBy, type Read } from './draft.ts';
import { type Issue, pointerTo } from './issue.ts';
import type { Learner, Unit } from './problem-format.ts';

/**
 * Issues of learners: `unknown-unit`, `unknown-site`, `away-outside-horizon`, `take-over-eligible` (more units of a
 * group than the learner may take), `learner-needs-more-periods` (shortest possible programme against free periods).
 */
export function checkLearners(draft: Draft): Issue[] {
  const units = firstBy(draft.units, ({ id }) => id);
  return draft.learners.flatMap((learner) => [
    ...checkReferences(learner, draft),
    ...checkNeeds(learner, draft, units),
  ]);
}

function checkReferences({ at, value: learner }: Read<Learner>, draft: Draft): Issue[] {
  const issues: Issue[] = [];
  const unknown = (kind: 'unit' | 'site', id: string, ...path: (string | number)[]): void => {
    if (draft.ids[`${kind}s`].has(id)) return;
    issues.push({
      pointer: pointerTo('learners', at, ...path),
      code: `unknown-${kind}`,
      params: { [kind]: id },
    });
  };
  for (const unit of Object.keys(learner.units)) unknown('unit', unit, 'units', unit);
  for (const site of Object.keys(learner.sites)) unknown('site', site, 'sites', site);
  learner.cannot.forEach(([site, unit], i) => {
    unknown('site', site, 'cannot', i, 0);
    unknown('unit', unit, 'cannot', i, 1);
  });
  learner.away.forEach((period, i) => {
    if (draft.periods === undefined || period < draft.periods) return;
    const params = { period, periods: draft.periods };
    issues.push({ pointer: pointerTo('learners', at, 'away', i), code: 'away-outside-horizon', params });
  });
  return issues;
}

function checkNeeds(
  { at, value: learner }: Read<Learner>,
  draft: Draft,
  units: ReadonlyMap<string, Unit>,
): Issue[] {
  // A unit that could not be read might belong to any group: nothing can be said about numbers then.
  if (Object.keys(learner.units).some((id) => draft.ids.units.has(id) && !units.has(id))) return [];
  const issues: Issue[] = [];
  const lengths = new Map<string, number[]>();
  for (const id of Object.keys(learner.units)) {
    const unit = units.get(id);
    if (unit) lengths.set(unit.group, [...(lengths.get(unit.group) ?? []), unit.length]);
  }
  let needed = 0;
  for (const [group, take] of Object.entries(learner.take)) {
    const eligible = (lengths.get(group) ?? []).sort((a, b) => a - b);
    if (take > eligible.length) {
      const params = { group, take, eligible: eligible.length };
      issues.push({ pointer: pointerTo('learners', at, 'take', group), code: 'take-over-eligible', params });
    }
    for (const length of eligible.slice(0, take)) needed += length;
  }
  const { periods } = draft;
  if (periods === undefined) return issues;
  const available = periods - new Set(learner.away.filter((period) => period < periods)).size;
  if (needed > available) {
    const params = { learner: learner.id, needed, available };
    issues.push({ pointer: pointerTo('learners', at, 'take'), code: 'learner-needs-more-periods', params });
  }
  return issues;
}
