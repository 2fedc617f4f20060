import { conditionsOver, fact, factTypes, shape } from '@dualtrack/rules';
import { day, dayOrNone, declaration, fen, textOrNone } from '../facts/forms.ts';
import { facts as placementFacts } from '../facts.ts';

/** What personal data of a student may be used for where consent is asked. */
export const DATA_USES = ['location', 'face', 'health', 'account', 'share-with-host', 'publish'] as const;

/** What practice in an enterprise is about. */
export const PRACTICE_CONTENT = ['production', 'posts', 'new-technology'] as const;

const record = () => shape.object({ from: day(), to: day(), verifiedBy: textOrNone() });

/** The facts of the regulations with those that other laws and regional rules ask for besides. */
export const facts = factTypes({
  ...placementFacts,
  'orderClass.kind': fact(shape.oneOf(['order', 'apprenticeship', 'none']), 'Kind of joint class'),
  'agreement.type': fact(shape.oneOf(['internship', 'apprenticeship']), 'Kind of agreement'),
  'cooperation.agreementId': fact(textOrNone(), 'Agreement of school and enterprise on their cooperation'),
  'agreement.servicePeriod': fact(
    shape.orNone(
      shape.object({
        ...{ penalty: fen(), unamortisedTrainingCost: fen() },
        isAfterLabourContract: shape.flag(),
      }),
    ),
    'Service period that the student is bound to; null = none',
  ),
  'data.uses': fact(shape.listOf(shape.oneOf(DATA_USES)), 'What personal data of the student are used for'),
  'consent.purposes': fact(
    shape.listOf(shape.object({ purpose: shape.oneOf(DATA_USES), isSeparate: shape.flag() })),
    'What the student has consented to, and whether separately',
  ),
  'region.extraHolidays': fact(shape.listOf(day()), 'Festivals of the region beside the national ones'),
  'identity.checkedAt': fact(dayOrNone(), 'Day on which the identity card was checked'),
  'identity.recordId': fact(textOrNone(), 'Record of that check'),
  'healthCheck.dates': fact(shape.listOf(day()), 'Days of health checks', { sensitive: true }),
  'minor.registeredAt': fact(dayOrNone(), 'Day on which the minor was registered for protection'),
  'post.hasDiseaseHazard': fact(shape.flag(), 'Whether the post has hazards of occupational disease'),
  'signature.isSolelyControlled': fact(shape.flag(), 'Whether only the signer controls the signing data'),
  'signature.detectsChanges': fact(
    shape.flag(),
    'Whether later changes to signature and content can be detected',
  ),
  'teacher.role': fact(shape.oneOf(['course', 'internship', 'general']), 'What the teacher teaches'),
  'teacher.practice': fact(shape.listOf(record()), 'Practice of the teacher in enterprises'),
  'teacher.priorEnterpriseMonths': fact(shape.count(), 'Months in enterprises before teaching', {
    unit: 'months',
  }),
  'teacher.firstTeachingDate': fact(dayOrNone(), 'First day of teaching'),
  'practice.contentTags': fact(shape.listOf(shape.oneOf(PRACTICE_CONTENT)), 'What the practice is about'),
  'practice.form': fact(
    shape.oneOf(['visit', 'skill-training', 'post', 'research', 'other']),
    'How the teacher practises',
  ),
  'practice.agreementId': fact(textOrNone(), 'Agreement on the practice'),
  'practice.report': fact(textOrNone(), 'Report on the practice'),
  'practice.grade': fact(textOrNone(), 'Grade of the practice'),
  'declaration.teacherVisits': fact(declaration(), 'The teacher visits enterprises regularly'),
  'insurance.hasAccidentCover': fact(shape.flag(), 'Whether the intern is insured against accidents'),
  'policy.localMinimumWage': fact(fen(), 'Minimum wage at the place of work', { unit: 'fen a month' }),
  // The source proposes calendar days; a school may count otherwise.
  'policy.daysAMonthOfPractice': fact(shape.count(), 'Days that count as a month of practice', {
    ...{ unit: 'days', fallback: 30 },
  }),
});

/** The name of a fact of the layers. */
export type FactName = keyof typeof facts;

/** The condition makers over these facts. */
export const { condition, is, isOneOf, present, includesAll } = conditionsOver(facts);
