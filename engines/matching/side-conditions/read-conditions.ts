import type { Market } from '../market/market.ts';
import { wordOf } from '../market/word.ts';
import type { Issue } from '../read/issue.ts';
import { shaped } from '../read/shape-issues.ts';
import { type Conditions, type SideConditions, sideConditionsFormat } from './side-conditions.ts';

/** By place: the most heads it can ever hold, between what is inside it and what lies around it. */
export function roomOf(market: Market): Int32Array {
  const { capacity, parent, seats } = market;
  const inside: number[][] = Array.from(capacity, () => []);
  parent.forEach((above, place) => {
    if (above >= 0) inside[above]!.push(place);
  });
  const within = (place: number): number => {
    const held = inside[place]!.reduce((sum, inner) => sum + within(inner), 0);
    return place < seats ? capacity[place]! : Math.min(capacity[place]!, held);
  };
  return capacity.map((_, place) => {
    let room = within(place);
    for (let above = parent[place]!; above >= 0; above = parent[above]!) {
      room = Math.min(room, capacity[above]!);
    }
    return room;
  });
}

function groupsOf(market: Market, groups: NonNullable<SideConditions['groups']>, issues: Issue[]) {
  const first = new Map<number, string>();
  return groups.map(({ id, members }, at) => ({
    id,
    members: members.map((member, i) => {
      const pointer = `/groups/${at}/members/${i}`;
      const applicant = market.applicantIds.find(wordOf(member));
      const earlier = first.get(applicant);
      if (applicant < 0) issues.push({ pointer, code: 'applicant.unknown', params: { id: member } });
      else if (earlier === undefined) first.set(applicant, pointer);
      else issues.push({ pointer, code: 'group.overlap', params: { applicant: member, first: earlier } });
      return applicant;
    }),
  }));
}

function minimumsOf(market: Market, minimums: NonNullable<SideConditions['minimums']>, issues: Issue[]) {
  const room = roomOf(market);
  const first = new Map<number, string>();
  return minimums.map(({ place: name, heads }, at) => {
    const pointer = `/minimums/${at}`;
    const place = market.placeIds.find(wordOf(name));
    const earlier = first.get(place);
    if (place < 0)
      issues.push({ pointer: `${pointer}/place`, code: 'place.unknown', params: { place: name } });
    else if (earlier !== undefined) {
      issues.push({
        pointer: `${pointer}/place`,
        code: 'id.duplicate',
        params: { id: name, first: earlier },
      });
    } else if (heads > room[place]!) {
      const params = { place: name, heads, room: room[place]! };
      issues.push({ pointer: `${pointer}/heads`, code: 'minimum.infeasible', params });
    }
    if (place >= 0 && earlier === undefined) first.set(place, `${pointer}/place`);
    return { place, heads };
  });
}

/**
 * Reads side conditions against a market. Every issue at once: unknown applicants and places, somebody in two
 * groups, and a least number of heads for which there can never be room.
 */
export function readConditions(
  market: Market,
  value: unknown,
): { ok: true; conditions: Conditions } | { ok: false; issues: Issue[] } {
  const shape = shaped(sideConditionsFormat, value);
  if (shape.data === undefined) return { ok: false, issues: shape.issues };
  const issues: Issue[] = [];
  const groups = groupsOf(market, shape.data.groups ?? [], issues);
  const minimums = minimumsOf(market, shape.data.minimums ?? [], issues);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, conditions: { groups, minimums } };
}
