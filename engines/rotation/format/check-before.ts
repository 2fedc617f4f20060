import type { Draft } from './draft.ts';
import { type Issue, pointerTo } from './issue.ts';

/** Issues of the order of units: `unknown-unit`, and one `before-cycle` for each ring of units, at its first pair. */
export function checkBefore(draft: Draft): Issue[] {
  const issues: Issue[] = [];
  const later = new Map<string, Set<string>>();
  for (const { at, value: pair } of draft.before) {
    pair.forEach((unit, side) => {
      if (draft.ids.units.has(unit)) return;
      issues.push({ pointer: pointerTo('before', at, side), code: 'unknown-unit', params: { unit } });
    });
    later.set(pair[0], (later.get(pair[0]) ?? new Set()).add(pair[1]));
  }
  const named = new Set<string>();
  for (const { at, value: pair } of draft.before) {
    if (named.has(pair[0])) continue;
    const forward = reachable(pair[0], later);
    if (!forward.has(pair[0])) continue;
    const ring = [...forward].filter((unit) => reachable(unit, later).has(pair[0]));
    for (const unit of ring) named.add(unit);
    issues.push({ pointer: pointerTo('before', at), code: 'before-cycle', params: { units: ring } });
  }
  return issues;
}

function reachable(from: string, later: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set<string>();
  const open = [from];
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    for (const next of later.get(unit) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}
