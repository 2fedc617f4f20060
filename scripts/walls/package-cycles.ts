import type { Breach } from './breach.ts';
import type { Edge } from './import-rules.ts';

/** One breach per group of packages that depend on each other; imports of tests do not count. */
export function findCycles(edges: readonly Edge[]): Breach[] {
  const next = new Map<string, Edge[]>();
  for (const edge of edges) {
    if (!edge.isTest && edge.from !== edge.to) next.set(edge.from, [...(next.get(edge.from) ?? []), edge]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const breaches: Breach[] = [];
  const visit = (name: string, trail: string[]) => {
    state.set(name, 'open');
    for (const { to, file, line } of next.get(name) ?? []) {
      if (state.get(to) === 'open') {
        const detail = [...trail.slice(trail.indexOf(to)), to].join(' → ');
        const isKnown = breaches.some((one) => one.detail === detail);
        if (!isKnown) breaches.push({ file, line, rule: 'package cycle', detail });
      } else if (!state.has(to)) visit(to, [...trail, to]);
    }
    state.set(name, 'done');
  };
  for (const name of next.keys()) if (!state.has(name)) visit(name, [name]);
  return breaches;
}
