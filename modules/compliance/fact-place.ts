import { kindOfRole, type Role } from '@dualtrack/platform/contract';

/** The pages on which facts are kept, by name. */
export const factRooms = [
  ...(['students', 'posts', 'organisation', 'placements', 'class'] as const),
  ...(['agreement', 'rotation', 'new-rotation', 'pay'] as const),
] as const;

/** A page by its name and address. */
export type FactPlace = { readonly room: (typeof factRooms)[number]; readonly path: string };

type Origin = { readonly module: string; readonly recordId: string | null };

// Facts that other rooms read off their own pages, and where a person changes them. What else the law asks about
// students and posts is entered in compliance.
const ofStudents = ['student.birthDate', 'student.sex', 'student.majorCode'];
const ofPosts = [
  ...['post.hazardTags', 'post.wageStandard', 'post.sameKindStaff', 'post.majorCategory'],
  'post.physicalLabourGrade',
];
const ofHost = ['host.legalName', 'host.unifiedSocialCreditCode'];
const ofPlacements = ['insurance.', 'consent.', 'agreement.signatures', 'placement.start', 'placement.end'];
const ofRotations = [
  'placement.roster',
  // Read off the roster by packs that ask for single shifts.
  'roster.shifts',
  'placement.planId',
  'mentor.activePlacements',
  'rotation.plan',
  'tutor.activePlacements',
];
const planners: readonly Role[] = ['school-office', 'programme-head'];
const readers: readonly Role[] = [...planners, 'enterprise-hr', 'project-lead'];

const begins = (name: string, starts: readonly string[]) => starts.some((start) => name.startsWith(start));

/**
 * The page where a fact comes from, or where one that is missing (`source` null) would be recorded; null when it is
 * entered in compliance itself, or when the caller may open no such page.
 */
export function placeOfFact(
  name: string,
  source: Origin | null,
  classId: string,
  role: Role,
): FactPlace | null {
  const side = kindOfRole(role);
  if (name.startsWith('payment.')) return { room: 'pay', path: `/compliance/classes/${classId}?tab=pay` };
  if (source?.module === 'compliance') return null;
  if (source?.module === 'agreements') {
    if (!readers.includes(role)) return null;
    return { room: 'agreement', path: ['/agreements', source.recordId].filter(Boolean).join('/') };
  }
  if (source?.module === 'rotations') {
    return { room: 'rotation', path: ['/rotations', source.recordId].filter(Boolean).join('/') };
  }
  if (side === 'school' && ofStudents.includes(name)) return { room: 'students', path: '/settings/students' };
  if (side === 'enterprise' && ofPosts.includes(name)) return { room: 'posts', path: '/settings/posts' };
  if (side === 'enterprise' && ofHost.includes(name)) return { room: 'organisation', path: '/organisation' };
  const ofClass = `/order-classes/${classId}`;
  if (begins(name, ofPlacements)) return { room: 'placements', path: `${ofClass}?tab=placements` };
  if (source !== null) return { room: 'class', path: ofClass };
  if (!begins(name, ofRotations) || !planners.includes(role)) return null;
  return { room: 'new-rotation', path: `/rotations/new?class=${classId}` };
}
