import { fact, shape } from '@dualtrack/rules';

/**
 * Settings where the law names no figure. The fallbacks are this pack's proposals, not law; a school files its own.
 */
export const policyFacts = {
  'policy.inspectionMaxAgeMonths': fact(shape.count(), 'How old an inspection report may be at the start', {
    unit: 'months',
    fallback: 36,
  }),
  'policy.mentorMaxLoad': fact(shape.count(), 'Students one mentor may guide at once', { fallback: 20 }),
  'policy.teacherMaxLoad': fact(shape.count(), 'Students one internship teacher may look after at once', {
    fallback: 100,
  }),
  'policy.minTaskCoverage': fact(shape.between(0, 1), 'Share of the typical tasks that is to be covered', {
    fallback: 0.6,
  }),
  'policy.maxSimpleTaskShare': fact(shape.between(0, 1), 'Share of simple repetitive labour in four weeks', {
    fallback: 0.5,
  }),
  'policy.maxDailyHours': fact(shape.number(), 'Hours a day', { unit: 'hours', fallback: 8 }),
  'policy.maxWeeklyHours': fact(shape.number(), 'Hours a week, Monday to Sunday', {
    unit: 'hours',
    fallback: 40,
  }),
  'policy.nightFrom': fact(shape.timeOfDay(), 'Begin of the night', { fallback: '22:00' }),
  'policy.nightTo': fact(shape.timeOfDay(), 'End of the night', { fallback: '06:00' }),
  'policy.attendanceToleranceMinutes': fact(shape.count(), 'How far attendance may exceed the daily hours', {
    unit: 'minutes',
    fallback: 30,
  }),
  'policy.restDaysPerWeek': fact(shape.whole(1, 7), 'Rest days in any seven days', { fallback: 1 }),
  'policy.incidentReportHours': fact(shape.number(), 'Hours within which an incident is to be reported', {
    unit: 'hours',
    fallback: 2,
  }),
  'policy.visitMaxGapDays': fact(shape.count(), 'Longest time between visits of the teacher', {
    unit: 'days',
    fallback: 31,
  }),
  'policy.journalEntriesPerWeek': fact(shape.number(), 'Journal entries expected a week', { fallback: 1 }),
  'policy.maxAttendanceWeight': fact(shape.between(0, 1), 'Largest share of attendance in the assessment', {
    fallback: 0.3,
  }),
};
