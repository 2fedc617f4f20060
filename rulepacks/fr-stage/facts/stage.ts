import { fact, shape } from '@dualtrack/rules';

/** Items of the agreement that a source was read for. */
export const READ_ITEMS = [
  ...(['curriculum', 'supervisors', 'competences', 'activities', 'dates'] as const),
  ...(['presence', 'supervision', 'allowance', 'social-protection'] as const),
] as const;

/** Items of the agreement that are recalled. */
export const RECALLED_ITEMS = [
  ...(['absence', 'termination', 'validation'] as const),
  ...(['benefits', 'house-rules', 'certificate'] as const),
] as const;

/** An item of the agreement. */
export type AgreementItem = (typeof READ_ITEMS)[number] | (typeof RECALLED_ITEMS)[number];

/** Who signs the agreement; for the student a representative may. */
export const SIGNERS = ['student', 'representative', 'host', 'school', 'teacher', 'tutor'] as const;

/** What the staff register says of an intern. */
export const REGISTER_ITEMS = ['names', 'start', 'end', 'tutor', 'place'] as const;

const day = () => shape.day(60);
const span = () => shape.object({ from: day(), to: day() });

/** Facts about internships. */
export const stageFacts = {
  'agreement.signatures': fact(
    shape.listOf(shape.object({ by: shape.oneOf(SIGNERS), on: day() })),
    'Who signed the agreement on which day',
  ),
  'agreement.fields': fact(
    shape.listOf(shape.oneOf([...READ_ITEMS, ...RECALLED_ITEMS])),
    'Items that the agreement has',
  ),
  'attendance.hoursInSchoolYear': fact(shape.number(), 'Presence at this host in the school year', {
    unit: 'hours',
  }),
  'placement.hours': fact(shape.number(), 'Presence agreed for the placement', { unit: 'hours' }),
  'pay.hourly': fact(shape.number(), 'Allowance for an hour', { unit: 'euro cent' }),
  'pay.isMonthly': fact(shape.flag(), 'Whether the allowance is paid every month'),
  'policy.hourlyCeiling': fact(shape.count(), 'Announced hourly social-security ceiling of the year', {
    unit: 'euro cent',
  }),
  'host.interns': fact(
    shape.either(shape.count(), shape.listOf(span())),
    'Interns at the host, this one included: the most in one calendar week, or their spans',
    { unit: 'persons' },
  ),
  'host.headcountLastMonth': fact(shape.count(), 'Staff on the last day of the month before', {
    unit: 'persons',
  }),
  'host.headcountYearAverage': fact(shape.number(), 'Average staff of the twelve months before', {
    unit: 'persons',
  }),
  'authority.raisesInternLimit': fact(
    shape.flag(),
    'Whether the authority has raised the limit for compulsory vocational periods',
  ),
  'tutor.activePlacements': fact(shape.count(), 'Interns the tutor follows, this one included'),
  'post.previousPlacement': fact(
    shape.orNone(shape.object({ from: day(), to: day(), internBrokeOff: shape.flag() })),
    'The internship on the same post before this one',
  ),
  'post.kind': fact(
    shape.oneOf(['training', 'permanent-job', 'replacement', 'seasonal', 'peak']),
    'What the post is for',
  ),
  'declaration.noJobReplaced': fact(
    shape.object({ holds: shape.flag(), evidence: shape.listOf(shape.text()) }),
    'The host declares that nobody is replaced, with evidence',
  ),
  'host.keepsPresenceRecord': fact(shape.flag(), 'Whether the host records presence'),
  'register.entry': fact(
    shape.orNone(shape.object({ on: day(), items: shape.listOf(shape.oneOf(REGISTER_ITEMS)) })),
    'Entry of the intern in the staff register',
  ),
  'register.retentionYears': fact(shape.count(), 'How long the register is kept', { unit: 'years' }),
  'export.hasInspectorCopy': fact(shape.flag(), 'Whether a copy of the agreement can be handed out at once'),
  'placement.isFinalYear': fact(shape.flag(), 'Whether the internship is in the last year of study'),
  'hire.date': fact(shape.orNone(day()), 'Day on which the host hired the intern'),
  'hire.hasSameActivities': fact(shape.flag(), 'Whether the job has the activities of the internship'),
  'hire.daysDeducted': fact(shape.count(), 'Days taken off the probation', { unit: 'days' }),
  'hire.countsForSeniority': fact(shape.flag(), 'Whether the internship counts for seniority'),
  'certificate.issuedAt': fact(shape.orNone(day()), 'Day on which the certificate was issued'),
  // A proposal of this pack, not law.
  'policy.certificateDays': fact(shape.count(), 'Days after the end within which a certificate is expected', {
    unit: 'days',
    fallback: 30,
  }),
};
