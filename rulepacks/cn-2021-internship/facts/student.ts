import { fact, shape } from '@dualtrack/rules';
import { day, dayOrNone, majorCode } from './forms.ts';

/** Facts about the student and what the student and the family have agreed to. */
export const studentFacts = {
  'student.id': fact(shape.text(), 'Identifier of the student, as it stands in the list of insured persons'),
  'student.name': fact(shape.text(), 'Name, to compare with the holder of the account that is paid to', {
    sensitive: true,
  }),
  'student.birthDate': fact(day(), 'Day of birth'),
  'student.sex': fact(shape.oneOf(['F', 'M']), 'Sex, as the protected-labour rules distinguish it'),
  'student.protectedState': fact(
    shape.oneOf(['none', 'menstruation', 'pregnancy', 'nursing']),
    'Restriction the student herself has declared; asked for only where a hazard of the post depends on it',
    { sensitive: true, aliases: ['student.protectedState (private)'] },
  ),
  'student.majorCode': fact(majorCode(), 'Major, 6-digit code of the 2021 catalogue'),
  'student.gradeYear': fact(shape.count(), 'Year of study at the start of the placement; 1 = first year'),
  'student.enrolmentDate': fact(day(), 'Day of enrolment, from which the year of study is counted', {
    aliases: ['enrolmentDate'],
  }),
  'student.independence': fact(
    shape.either(shape.flag(), shape.oneOf(['relatively-independent', 'assisting'])),
    'Whether the student works relatively independently (true) or assists (false)',
  ),
  'student.postPlacementDays': fact(
    shape.count(),
    'Days of all post internships of the student so far and planned, this one included',
    { unit: 'days', aliases: ['sum(post placement days per student)'] },
  ),
  'student.survey': fact(
    shape.byName(shape.flag()),
    'Latest answers of the student: documentsRetained, guaranteeDemanded, feesDemanded (true = it happened)',
  ),
  'consent.student.signedAt': fact(dayOrNone(), 'Day the student signed the informed-consent letter'),
  'consent.guardian.signedAt': fact(
    dayOrNone(),
    'Day the guardian or parent signed the informed-consent letter',
  ),
  'consent.decision': fact(
    shape.oneOf(['agreed', 'refused']),
    'What student or parents said to the arrangement',
  ),
};
