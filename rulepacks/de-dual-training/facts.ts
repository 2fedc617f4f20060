import { conditionsOver, fact, factTypes, shape } from '@dualtrack/rules';

/** The ten items that a training contract must have. */
export const CONTRACT_ITEMS = [
  ...(['occupation', 'dates', 'outside-measures', 'daily-hours', 'probation'] as const),
  ...(['pay', 'leave', 'termination', 'collective-agreements', 'training-record'] as const),
] as const;

const statement = shape.object({ holds: shape.flag(), evidence: shape.listOf(shape.text()) });
const time = () => shape.pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, HH:MM');

const shift = shape.object({
  date: shape.day(60),
  start: time(),
  end: time(),
  breaks: shape.listOf(shape.object({ afterMinutes: shape.optional(shape.count()), minutes: shape.count() })),
});

/** Every fact the rules of this pack may look at. */
export const facts = factTypes({
  'trainee.birthDate': fact(shape.day(60), 'Birth date of the trainee', { sensitive: true }),
  'training.start': fact(shape.day(60), 'First day of training'),
  'training.end': fact(shape.day(60), 'Last day of training as agreed'),
  'training.year': fact(shape.whole(1, 4), 'Which year of training it is'),
  'contract.recordedAt': fact(shape.day(60), 'Day on which the contract was written down'),
  'contract.fields': fact(shape.listOf(shape.oneOf(CONTRACT_ITEMS)), 'Items that the contract has'),
  'contract.signatures': fact(
    shape.listOf(shape.oneOf(['trainer', 'trainee', 'guardian'])),
    'Who has signed the contract',
  ),
  'contract.clauses': fact(
    shape.listOf(shape.oneOf(['training-fee', 'penalty', 'damages-excluded', 'stay', 'other'])),
    'Special clauses of the contract',
  ),
  'contract.stayAgreedAt': fact(shape.day(60), 'Day on which staying on after training was agreed'),
  'contract.probationMonths': fact(shape.number(), 'Months of probation', { unit: 'months' }),
  'contract.leaveDays': fact(shape.count(), 'Leave a year in working days', { unit: 'days' }),
  'pay.monthly': fact(shape.count(), 'Pay a month', { unit: 'euro cent' }),
  'pay.byCollectiveAgreement': fact(shape.flag(), 'Whether a collective agreement sets the pay'),
  'pay.inKindShare': fact(shape.between(0, 1), 'Share of the pay that is given in kind'),
  'policy.firstYearMinimum': fact(shape.count(), 'Announced minimum of the first year', {
    unit: 'euro cent',
  }),
  'roster.shifts': fact(shape.listOf(shift), 'Shifts with their breaks'),
  'host.sector': fact(
    shape.oneOf(['hospitality', 'multi-shift', 'farming', 'bakery', 'other']),
    'Sector of the company',
  ),
  'post.isPiecework': fact(shape.flag(), 'Whether pay or pace goes by the piece'),
  'post.isDangerous': fact(shape.flag(), 'Whether the work is dangerous'),
  'post.isSupervisedTraining': fact(shape.flag(), 'Whether training needs it, under expert supervision'),
  'safety.instructedOn': fact(shape.listOf(shape.day(60)), 'Days of safety instruction'),
  'medical.examinedOn': fact(shape.orNone(shape.day(60)), 'Day of the first medical examination'),
  'school.days': fact(
    shape.listOf(
      shape.object({ ...{ date: shape.day(60), start: time(), end: time() }, lessons: shape.count() }),
    ),
    'School days with their lessons of 45 minutes',
  ),
  'school.blockWeeks': fact(
    shape.listOf(shape.object({ monday: shape.day(60), hours: shape.number(), days: shape.count() })),
    'Weeks of block teaching',
  ),
  'school.hoursAttended': fact(shape.number(), 'Hours at school in the month', { unit: 'hours' }),
  'payroll.schoolHoursPaid': fact(shape.number(), 'Of these, hours that were paid', { unit: 'hours' }),
  'absence.faultlessDays': fact(shape.count(), 'Days of one absence without fault', { unit: 'days' }),
  'payroll.absenceDaysPaid': fact(shape.count(), 'Of these, days that were paid', { unit: 'days' }),
  'exam.writtenOn': fact(shape.orNone(shape.day(60)), 'Day of the written final examination'),
  'exam.registeredAt': fact(shape.orNone(shape.day(60)), 'Day of registration for the final examination'),
  'record.reviewedOn': fact(shape.listOf(shape.day(60)), 'Days on which the training record was reviewed'),
  'record.signedBy': fact(
    shape.listOf(shape.oneOf(['trainer', 'trainee'])),
    'Who signed the training record',
  ),
  'charges.trainingMeans': fact(shape.count(), 'What the trainee paid for training means', {
    unit: 'euro cent',
  }),
  'declaration.tasksServeTraining': fact(statement, 'Tasks serve the training and fit bodily strength'),
  'declaration.placeSuitable': fact(statement, 'The place is suitable for training'),
  'place.trainees': fact(shape.count(), 'Trainees at the place, this one included', { unit: 'persons' }),
  'policy.maxTrainees': fact(shape.count(), 'Trainees for whom the chamber holds the place suitable', {
    unit: 'persons',
  }),
  'trainer.isSuitable': fact(shape.flag(), 'Whether the trainer is personally and professionally suitable'),
  'registration.appliedAt': fact(shape.orNone(shape.day(60)), 'Day of application for the register'),
  'registration.isComplete': fact(shape.flag(), 'Whether the application has all groups of data'),
  'calendar.holidays': fact(shape.listOf(shape.day(60)), 'Public holidays at the place of work'),
  'host.mayWorkSaturdays': fact(shape.flag(), 'Whether the sector is excepted for Saturdays'),
  'host.mayWorkSundays': fact(shape.flag(), 'Whether the sector is excepted for Sundays'),
  'host.mayWorkHolidays': fact(shape.flag(), 'Whether the sector is excepted for holidays'),
  // Proposals of this pack, not law.
  'policy.recordReviewDays': fact(shape.count(), 'Days after which a review of the record is due', {
    ...{ unit: 'days', fallback: 31 },
  }),
  'policy.registrationDays': fact(shape.count(), 'Days that still count as without delay', {
    ...{ unit: 'days', fallback: 14 },
  }),
});

/** The name of a fact of this pack. */
export type FactName = keyof typeof facts;

/** The condition makers over these facts. */
export const { condition, is, includesAll } = conditionsOver(facts);
