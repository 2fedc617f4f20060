const GRADED = ['dust', 'toxic', 'height', 'coldwater', 'heat', 'cold', 'physical', 'noise'] as const;
const GRADES = [1, 2, 3, 4] as const;
const PLAIN = [
  'mine',
  'underground',
  'forest',
  'radioactive',
  'radioactive-open',
  'flammable',
  'flammable-explosive',
  'exploration',
  'diving-altitude',
  'load',
  'percussion',
  'assembly-pace',
  'boiler',
  'toxic-list',
  'toxic-nursing',
  'anticancer',
  'confined',
  'other-high-risk',
] as const;

/** Every hazard a post can be tagged with: `height-2` is work at height of grade II; `height` does not say the grade. */
export const HAZARD_TAGS = [
  ...GRADED,
  ...GRADED.flatMap((family) => GRADES.map((grade) => `${family}-${grade}` as const)),
  ...PLAIN,
];

/** One hazard tag. */
export type HazardTag = (typeof HAZARD_TAGS)[number];

/** A ban: a family of hazards, from a grade upwards where it is graded. */
type Ban = readonly [family: string, fromGrade?: number];

/** The state a woman has declared, or `none`. */
export type ProtectedState = 'none' | 'menstruation' | 'pregnancy' | 'nursing';

/** Work forbidden to 16- and 17-year-olds: Special Protection of Minor Workers (1994), Art. 3. */
const MINOR: readonly Ban[] = [
  ['dust', 1],
  ['toxic', 1],
  ['height', 2],
  ['coldwater', 2],
  ['heat', 3],
  ['cold', 3],
  ['physical', 4],
  ['mine'],
  ['forest'],
  ['radioactive'],
  ['flammable'],
  ['exploration'],
  ['diving-altitude'],
  ['load'],
  ['percussion'],
  ['assembly-pace'],
  ['boiler'],
];

/** Work forbidden to women, and to women in the state they have declared: special rules of 2012, annex. */
const FEMALE: Readonly<Record<ProtectedState, readonly Ban[]>> = {
  none: [['mine'], ['physical', 4], ['load']],
  menstruation: [
    ['coldwater', 2],
    ['cold', 2],
    ['physical', 3],
    ['height', 3],
  ],
  pregnancy: [
    ['toxic-list'],
    ['anticancer'],
    ['radioactive-open'],
    ['height', 1],
    ['coldwater', 1],
    ['cold', 1],
    ['heat', 3],
    ['noise', 3],
    ['physical', 3],
    ['confined'],
  ],
  nursing: [['toxic-list'], ['radioactive-open'], ['physical', 3], ['toxic-nursing']],
};

/** High-risk work that is closed to interns without a filing: Art. 17. */
const HIGH_RISK: readonly Ban[] = [
  ['height', 1],
  ['mine'],
  ['radioactive'],
  ['toxic', 1],
  ['flammable'],
  ['other-high-risk'],
];

/** Tags that are another word for a family, or may be read as one of several: the safer reading counts. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  underground: ['mine'],
  'flammable-explosive': ['flammable'],
  radioactive: ['radioactive', 'radioactive-open'],
  'radioactive-open': ['radioactive', 'radioactive-open'],
  'toxic-list': ['toxic', 'toxic-list'],
};

const HIGHEST_GRADE = 4;

function isBanned(tag: HazardTag, bans: readonly Ban[]): boolean {
  const graded = /^(.+)-([1-4])$/.exec(tag);
  const families = graded?.[1] ? [graded[1]] : (ALSO[tag] ?? [tag]);
  const grade = graded ? Number(graded[2]) : HIGHEST_GRADE;
  return bans.some(([family, fromGrade = 1]) => families.includes(family) && grade >= fromGrade);
}

/** The tags of a post that are closed to a minor. */
export function closedToMinors(tags: readonly HazardTag[]): readonly HazardTag[] {
  return tags.filter((tag) => isBanned(tag, MINOR));
}

/** The tags closed to every woman, and those closed to one in the state given. */
export function closedToWomen(tags: readonly HazardTag[], state: ProtectedState): readonly HazardTag[] {
  return tags.filter((tag) => isBanned(tag, FEMALE.none) || isBanned(tag, FEMALE[state]));
}

/** Whether it depends on a woman's state, which is private, if the tags are open to her. */
export function dependsOnState(tags: readonly HazardTag[]): boolean {
  return tags.some((tag) => Object.values(FEMALE).some((bans) => isBanned(tag, bans)));
}

/** The tags of high-risk work. */
export function highRisk(tags: readonly HazardTag[]): readonly HazardTag[] {
  return tags.filter((tag) => isBanned(tag, HIGH_RISK));
}
