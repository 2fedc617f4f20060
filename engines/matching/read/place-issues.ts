import { type Issue, isRecord } from './issue.ts';

type Place = { readonly id: string; readonly within: string | undefined; readonly pointer: string };

/** The places whose id can be read, whatever else is wrong with them. */
function readable(list: unknown, name: string): { places: Place[]; complete: boolean } {
  if (!Array.isArray(list)) return { places: [], complete: list === undefined && name === 'caps' };
  const places: Place[] = [];
  list.forEach((item: unknown, i) => {
    if (!isRecord(item) || typeof item.id !== 'string' || item.id === '') return;
    const within = typeof item.within === 'string' && item.within !== '' ? item.within : undefined;
    places.push({ id: item.id, within, pointer: `/${name}/${i}` });
  });
  return { places, complete: places.length === list.length };
}

/** Each ring of caps once, from the cap of it that comes first. */
function rings(caps: readonly Place[]): Issue[] {
  const byId = new Map(caps.map((cap) => [cap.id, cap]));
  const seen = new Set<Place>();
  const issues: Issue[] = [];
  for (const first of byId.values()) {
    const path = new Set<Place>();
    let cap: Place | undefined = first;
    while (cap && !seen.has(cap)) {
      seen.add(cap);
      path.add(cap);
      cap = cap.within === undefined ? undefined : byId.get(cap.within);
    }
    if (!cap || !path.has(cap)) continue;
    const walked = [...path];
    const cycle = walked.slice(walked.indexOf(cap)).map((one) => one.id);
    issues.push({ pointer: `${cap.pointer}/within`, code: 'cap.cyclic', params: { cycle } });
  }
  return issues;
}

/**
 * What is wrong with the ids of seats and caps: duplicates, `within` that names nothing or a seat, caps in a
 * ring. Looks at whatever can be read, so that it can run beside the check of the shape. `seats` holds the
 * ids of all seats, undefined when they are not all readable: then nobody can say which seat is unknown.
 */
export function placeIssues(head: unknown): { issues: Issue[]; seats: ReadonlySet<string> | undefined } {
  const root = isRecord(head) ? head : {};
  const seats = readable(root.seats, 'seats');
  const caps = readable(root.caps, 'caps');
  const first = new Map<string, Place>();
  const issues: Issue[] = [];
  for (const place of [...seats.places, ...caps.places]) {
    const earlier = first.get(place.id);
    if (!earlier) first.set(place.id, place);
    else {
      const params = { id: place.id, first: `${earlier.pointer}/id` };
      issues.push({ pointer: `${place.pointer}/id`, code: 'id.duplicate', params });
    }
  }
  const capIds = new Set(caps.places.map((cap) => cap.id));
  for (const { within, pointer } of [...seats.places, ...caps.places]) {
    if (within === undefined || capIds.has(within)) continue;
    const known = first.has(within);
    if (!known && !caps.complete) continue;
    const code = known ? 'within.not-a-cap' : 'within.unknown';
    issues.push({ pointer: `${pointer}/within`, code, params: { within } });
  }
  issues.push(...rings(caps.places));
  return { issues, seats: seats.complete ? new Set(seats.places.map((seat) => seat.id)) : undefined };
}
