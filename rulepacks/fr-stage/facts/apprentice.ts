import { fact, shape } from '@dualtrack/rules';

const day = () => shape.day(60);

/** Facts about apprenticeships. */
export const apprenticeFacts = {
  'student.finishedLowerSecondary': fact(shape.flag(), 'Whether lower secondary school is finished'),
  'training.practiceStart': fact(day(), 'First day of the practical part'),
  'training.schoolStart': fact(day(), 'First day of the school part'),
  'training.year': fact(shape.whole(1, 3), 'Which year of the contract it is'),
  'calendar.schoolHours': fact(shape.number(), 'Hours of the school part', { unit: 'hours' }),
  'calendar.totalHours': fact(shape.number(), 'Hours of the whole contract', { unit: 'hours' }),
  'calendar.holidays': fact(shape.listOf(day()), 'Public holidays that fall on working days'),
  'payroll.schoolHoursPaid': fact(shape.number(), 'Hours of the school part that were paid', {
    unit: 'hours',
  }),
  'exam.date': fact(shape.orNone(day()), 'First day of the final examination; null = none'),
  'exam.paidPreparationDays': fact(shape.listOf(day()), 'Extra paid days given to prepare for it'),
  'mentor.apprentices': fact(shape.count(), 'Apprentices of the master, this one and repeaters included'),
  'mentor.repeaters': fact(shape.count(), 'Of these, those who repeat the year'),
  'mentor.isEmployee': fact(shape.flag(), 'Whether the master is an employee'),
  'mentor.isVolunteer': fact(shape.flag(), 'Whether the master does it voluntarily'),
  'mentor.birthDate': fact(day(), 'Birth date of the master', { sensitive: true }),
  'mentor.hasDegreeInField': fact(shape.flag(), 'Whether the master has a degree in the field'),
  'mentor.yearsInField': fact(shape.number(), 'Years of practice of the master', { unit: 'years' }),
  'mentor.meetsBranchRule': fact(
    shape.orNone(shape.flag()),
    'Whether the master meets the rule of the branch; null = the branch has none',
  ),
  'termination.ground': fact(
    shape.orNone(shape.oneOf(['free', 'other'])),
    'How the contract was ended: without a reason, or otherwise; null = it runs',
  ),
  'termination.practicalDays': fact(shape.count(), 'Days of practical training in the firm until then', {
    unit: 'days',
  }),
  'pay.monthly': fact(shape.count(), 'Pay a month', { unit: 'euro cent' }),
  'policy.smicMonthly': fact(shape.count(), 'Announced minimum wage a month (SMIC)', { unit: 'euro cent' }),
  'filing.sentAt': fact(shape.orNone(day()), 'Day on which the contract went to the skills operator'),
};
