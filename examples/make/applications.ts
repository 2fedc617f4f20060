import type { Cycle } from '@dualtrack/app-server/example-cycle';
import type { RowOf } from '../../modules/organisations/import/index.ts';
import type { Chance } from './chance.ts';

/** How well each programme fits each post, in points. */
const fits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '460301': { P08: 12, P07: 9, P06: 5, P03: 3, P04: 4, P01: 0, P02: 1 },
  '460307': { P02: 11, P01: 10, P06: 12, P07: 4, P03: 3, P04: 3, P08: 1 },
  '470201': { P02: 10, P01: 11, P04: 8, P03: 8, P06: 1, P07: -2, P08: -2 },
  '460110': { P08: 8, P07: 4, P03: 3, P04: 3, P06: 0, P01: -3, P02: -3 },
};

/** What all applicants like or dislike: pay, the new workshop, night shifts. */
const attractions: Readonly<Record<string, number>> = { P01: 4, P02: 9, P03: 1, P04: 5 };

/**
 * Ranked choices of the given students among the posts, with the enterprise's scores: ability, how well the
 * programme fits, and the impression of the day. No two scores at one post are equal.
 */
export function makeApplications(
  chance: Chance,
  applicants: readonly RowOf<'students'>[],
  majorOf: (cohortId: string) => string,
  postIds: readonly string[],
): Cycle['applications'] {
  const taken = new Set<string>();
  return applicants.map((student) => {
    const fit = fits[majorOf(student.cohortId)] ?? {};
    const ability = 68 + 14 * (chance.next() + chance.next() - 1);
    const liking = new Map(
      postIds.map((id) => [id, (fit[id] ?? 0) + (attractions[id] ?? 0) + 16 * chance.next()]),
    );
    const ranked = [...postIds].sort((a, b) => (liking.get(b) ?? 0) - (liking.get(a) ?? 0));
    const choices = ranked.slice(0, chance.between(2, 5)).map((postId) => {
      let score = Math.min(98, ability + (fit[postId] ?? 0) + 8 * (chance.next() - 0.5));
      score = Math.round(score * 10) / 10;
      while (taken.has(`${postId} ${score}`)) score = Math.round((score - 0.1) * 10) / 10;
      taken.add(`${postId} ${score}`);
      return { postId, score };
    });
    return { studentNumber: student.studentNumber, choices };
  });
}

/**
 * Places applicants so that nobody and no post would rather have each other (deferred acceptance, Gale and
 * Shapley 1962). Written out here so that the example does not depend on the engine that it is to show.
 */
export function placeStably(
  applications: Cycle['applications'],
  posts: Cycle['orderClass']['posts'],
): Cycle['placements'] {
  const held = new Map(
    posts.map(({ postId }) => [postId, [] as { studentNumber: string; score: number; choice: number }[]]),
  );
  const waiting = applications.map((application) => ({ application, next: 0 }));
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const choice = one.application.choices[one.next];
    if (choice === undefined) continue;
    const list = held.get(choice.postId) ?? [];
    list.push({ studentNumber: one.application.studentNumber, score: choice.score, choice: one.next + 1 });
    list.sort((a, b) => b.score - a.score);
    const seats = posts.find(({ postId }) => postId === choice.postId)?.seats ?? 0;
    const refused = list.length > seats ? list.pop() : undefined;
    if (refused === undefined) continue;
    const application = applications.find(({ studentNumber }) => studentNumber === refused.studentNumber);
    if (application !== undefined) waiting.push({ application, next: refused.choice });
  }
  return [...held]
    .flatMap(([postId, list]) => list.map(({ studentNumber, choice }) => ({ studentNumber, postId, choice })))
    .sort((a, b) => (a.studentNumber < b.studentNumber ? -1 : 1));
}
