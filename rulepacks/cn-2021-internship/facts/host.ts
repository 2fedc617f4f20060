import { fact, shape } from '@dualtrack/rules';
import { HAZARD_TAGS } from '../reading/hazards.ts';
import { day, dayOrNone, majorCategory, majorCode, regionCode, textOrNone } from './forms.ts';

/** What an inspection report on a host covers. */
export const INSPECTION_ITEMS = [
  'qualification',
  'credit-record',
  'management',
  'posts',
  'working-time',
  'working-environment',
  'living-environment',
  'health-protection',
  'safety',
] as const;

const span = () =>
  shape.fitting(shape.object({ from: day(), to: day() }), ({ from, to }) =>
    to < from ? { at: 'to', expected: `at least ${from}` } : undefined,
  );
const headcount = () => shape.either(shape.count(), shape.listOf(span()));

/** Facts about the host, the post, the mentor and the school as an institution. */
export const hostFacts = {
  'host.registrationType': fact(
    shape.oneOf(['legal-person', 'unincorporated-organisation', 'none']),
    'How the host unit is registered',
  ),
  'host.unifiedSocialCreditCode': fact(textOrNone(), 'Unified social credit code, 18 characters'),
  'host.legalName': fact(shape.text(), 'Name of the host that signed'),
  'host.industryCode': fact(
    shape.pattern(/^([A-T]|[A-T]?\d{2,4})$/, 'a GB/T 4754 code: section letter, 2 to 4 digits, or both'),
    'Industry, GB/T 4754-2017',
    { aliases: ['host.industryCode (GB/T 4754)', 'host.industryCode 726x'] },
  ),
  'host.licenceValid': fact(shape.flag(), 'Whether the business licence is valid'),
  'host.blacklisted': fact(shape.flag(), 'Whether the host is on a list of offending units'),
  'host.inspectionReport.date': fact(dayOrNone(), 'Day of the on-site inspection'),
  'host.inspectionReport.items': fact(shape.listOf(shape.oneOf(INSPECTION_ITEMS)), 'What the report covers', {
    aliases: ['host.inspectionReport.items[]'],
  }),
  'host.inspectionReport.signedBy': fact(textOrNone(), 'Who signed the report'),
  'host.onDutyStaff': fact(shape.count(), 'On-duty staff of the host on the day', {
    unit: 'persons',
    aliases: ['host.onDutyStaff(date)'],
  }),
  'host.activeInterns': fact(
    headcount(),
    'Post interns at the host from all schools, this one included: a number, or their spans (from, to)',
    { unit: 'persons', aliases: ['count(active post placements at host, all schools)'] },
  ),
  'host.lowestPayGrade': fact(
    shape.orNone(shape.count()),
    'Lowest pay grade of the host; null = it has no grades',
    {
      unit: 'fen a month',
    },
  ),
  'host.standardHours': fact(shape.number(), 'Standard working hours of the host', { unit: 'hours a day' }),
  'host.emergencyPlanId': fact(textOrNone(), 'Emergency plan of the host'),
  'workplace.operator': fact(shape.text(), 'Name of the legal entity that runs the actual workplace', {
    aliases: ['host.legalName != actual workplace legal name'],
  }),
  'post.allowedMajorCodes': fact(shape.listOf(majorCode()), 'Majors the post is meant for'),
  'post.majorCategory': fact(
    shape.either(majorCategory(), shape.listOf(majorCategory())),
    'Major categories the post is meant for: first two digits at any level',
    { aliases: ['post.majorCategories'] },
  ),
  'post.sameKindStaff': fact(shape.count(), 'On-duty staff in posts of the same kind', {
    unit: 'persons',
    aliases: ['post.sameKindStaff(date)'],
  }),
  'post.activeInterns': fact(
    headcount(),
    'Post interns in posts of this kind, this one included: a number, or their spans (from, to)',
    { unit: 'persons', aliases: ['count(active placements in post kind)'] },
  ),
  'post.hazardTags': fact(
    shape.listOf(shape.oneOf(HAZARD_TAGS)),
    'Hazards of the post; a graded one without its grade counts as the highest grade; [] = none',
    { aliases: ['post.hazardTags[]'] },
  ),
  'post.physicalLabourGrade': fact(shape.whole(1, 4), 'Physical labour intensity, 1 to 4'),
  'post.venueType': fact(
    shape.oneOf([
      'bar',
      'nightclub',
      'ktv',
      'bathhouse',
      'arcade',
      'internet-cafe',
      'other-entertainment',
      'none',
    ]),
    'Kind of entertainment venue the post is in; none = an ordinary workplace',
  ),
  'post.wageStandard': fact(shape.count(), 'Wage standard of the same post', { unit: 'fen a month' }),
  'post.hazardAssessment': fact(
    shape.orNone(shape.object({ on: day(), requiredPpe: shape.listOf(shape.text()) })),
    'Assessment of the hazards of the post, with the protective articles it asks for',
  ),
  'mentor.activePlacements': fact(
    shape.count(),
    'Students the mentor guides at the same time, this one included',
  ),
  'mentor.sessions': fact(
    shape.either(shape.count(), shape.listOf(day())),
    'Guidance sessions the mentor has held',
    {
      aliases: ['mentor sessions'],
    },
  ),
  'teacher.activePlacements': fact(
    shape.count(),
    'Students the internship teacher looks after, this one included',
  ),
  'school.region': fact(regionCode(), 'Where the school is, GB/T 2260'),
  'school.provinceCode': fact(regionCode(), 'Province of the school, GB/T 2260'),
  'school.decisionRecordId': fact(textOrNone(), 'Record of the collective decision on the host'),
  'school.publishedAt': fact(dayOrNone(), 'Day the list of hosts was published'),
  'school.emergencyPlanId': fact(textOrNone(), 'Emergency plan of the school'),
  'school.hotline': fact(textOrNone(), 'Public telephone or mailbox for complaints'),
};
