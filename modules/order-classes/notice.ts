/** Groups of students that something about a class is told to. */
export type StudentGroup =
  | 'eligible'
  | 'undecided'
  | 'applicants'
  | 'unbooked'
  | 'signed-up'
  | 'placed'
  | 'round'
  | 'group'
  | 'batch'
  | 'one';
/** Staff that something is told to: the school's office, the lead teacher, the enterprise's people office. */
export type StaffGroup = 'school-office' | 'teacher' | 'enterprise-hr';

type Rule = {
  students: StudentGroup | null;
  guardians: boolean | 'only';
  staff: readonly StaffGroup[];
  tab?: string;
};

const all = ['school-office', 'teacher', 'enterprise-hr'] as const;

/**
 * Who is told what. `one` is the student whom it is about, `group` those who gave the same word as they, `batch` whose choices
 * came with one file; `undecided` may apply and has not. Guardians hear what binds
 * or frees their child, not every campaign.
 */
export const noticeRules = {
  announced: { students: 'eligible', guardians: false, staff: ['enterprise-hr'] },
  opened: { students: 'eligible', guardians: false, staff: ['enterprise-hr'] },
  closing: { students: 'undecided', guardians: false, staff: [] },
  closed: { students: null, guardians: false, staff: ['enterprise-hr'], tab: 'scores' },
  applied: { students: 'one', guardians: true, staff: [] },
  entered: { students: 'batch', guardians: true, staff: [] },
  'group-waits': { students: 'group', guardians: false, staff: [] },
  'group-stands': { students: 'group', guardians: false, staff: [] },
  'paper-waits': { students: 'one', guardians: 'only', staff: [] },
  'briefing-set': { students: 'eligible', guardians: false, staff: ['enterprise-hr'], tab: 'briefings' },
  'briefing-changed': { students: 'signed-up', guardians: false, staff: ['enterprise-hr'], tab: 'briefings' },
  'briefing-cancelled': {
    students: 'signed-up',
    guardians: false,
    staff: ['enterprise-hr'],
    tab: 'briefings',
  },
  'briefing-soon': { students: 'signed-up', guardians: false, staff: [] },
  'interviews-offered': { students: 'unbooked', guardians: false, staff: [] },
  'interview-booked': { students: 'one', guardians: false, staff: ['enterprise-hr'], tab: 'interviews' },
  'interview-changed': { students: 'one', guardians: false, staff: ['enterprise-hr'], tab: 'interviews' },
  'interview-missed': {
    students: 'one',
    guardians: true,
    staff: ['teacher', 'enterprise-hr'],
    tab: 'interviews',
  },
  'interview-another': {
    students: 'one',
    guardians: true,
    staff: ['teacher', 'enterprise-hr'],
    tab: 'interviews',
  },
  'interview-cancelled': { students: 'one', guardians: false, staff: ['enterprise-hr'], tab: 'interviews' },
  'interview-soon': { students: 'one', guardians: false, staff: [] },
  published: {
    students: 'applicants',
    guardians: true,
    staff: ['teacher', 'enterprise-hr'],
    tab: 'placements',
  },
  'place-offered': { students: 'round', guardians: true, staff: [] },
  'moved-up': { students: null, guardians: false, staff: ['school-office', 'teacher'], tab: 'placements' },
  'exit-open': { students: 'placed', guardians: true, staff: [] },
  left: { students: 'one', guardians: true, staff: all, tab: 'placements' },
  moved: { students: 'one', guardians: true, staff: ['teacher', 'enterprise-hr'], tab: 'placements' },
  'appeal-made': { students: null, guardians: false, staff: ['school-office'], tab: 'appeals' },
  'appeal-granted': { students: 'one', guardians: true, staff: ['enterprise-hr'], tab: 'appeals' },
  'appeal-refused': { students: 'one', guardians: true, staff: [] },
  'appeal-settled': { students: 'one', guardians: true, staff: ['school-office'], tab: 'appeals' },
  'appeal-returned': { students: null, guardians: false, staff: ['school-office'], tab: 'appeals' },
} as const satisfies Record<string, Rule>;

/** Whether students of the group are told themselves; some things are asked of their guardians alone. */
export function tellsStudents(kind: NoticeKind): boolean {
  const rule: Rule = noticeRules[kind];
  return rule.guardians !== 'only';
}

export type NoticeKind = keyof typeof noticeRules;
export const noticeKinds = Object.keys(noticeRules) as NoticeKind[]; // the keys of a literal

/** The tab of a class's page where staff read more. */
export function tabOf(kind: NoticeKind): string | undefined {
  const rule: Rule = noticeRules[kind];
  return rule.tab;
}

/** Days before the last day for choices on which whoever has not chosen is reminded. */
export const closingDays = 2;
