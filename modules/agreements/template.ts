/** How a variable is written in a sentence. `words` come in both languages; the others are formatted by language. */
export type VariableKind = 'words' | 'text' | 'count' | 'day' | 'money' | 'share' | 'quarter';

/** Variables of the template of order classes; those that may be absent can stand only where a paragraph asks for them. */
export const templateVariables = {
  school: { kind: 'words' },
  schoolCode: { kind: 'text' },
  schoolRepresentative: { kind: 'text', optional: true },
  schoolSigner: { kind: 'text', optional: true },
  enterprise: { kind: 'words' },
  enterpriseCode: { kind: 'text' },
  enterpriseRepresentative: { kind: 'text', optional: true },
  enterpriseSigner: { kind: 'text', optional: true },
  className: { kind: 'text' },
  programme: { kind: 'words' },
  majorCode: { kind: 'text' },
  seats: { kind: 'count' },
  posts: { kind: 'words' },
  hazardPosts: { kind: 'words', optional: true },
  nightPosts: { kind: 'words', optional: true },
  startQuarter: { kind: 'quarter' },
  validFrom: { kind: 'day' },
  validTo: { kind: 'day' },
  baseName: { kind: 'words', optional: true },
  enterpriseCourseHours: { kind: 'count', optional: true },
  trainingWeeks: { kind: 'count', optional: true },
  teacherPracticeDays: { kind: 'count', optional: true },
  staffTrainingDays: { kind: 'count', optional: true },
  internMonthlyPayMin: { kind: 'money', optional: true },
  scholarshipPerStudent: { kind: 'money', optional: true },
  minimumHireShare: { kind: 'share', optional: true },
  learnersPerMentorMax: { kind: 'count' },
  insurer: { kind: 'words' },
  exitWeeks: { kind: 'count' },
  meetingsPerYear: { kind: 'count' },
  noticeDays: { kind: 'count' },
  cureDays: { kind: 'count' },
  place: { kind: 'text', optional: true },
} as const satisfies Record<string, { kind: VariableKind; optional?: true }>;
export type VariableName = keyof typeof templateVariables;

/** A paragraph stands when all of `when` are known and, if named, `unless` is not. */
export type TemplateParagraph = { key: string; when?: readonly VariableName[]; unless?: VariableName };
export type TemplateClause = { clause: string; paragraphs: readonly TemplateParagraph[] };

/** Order agreements by the twenty usual clauses; the wording stands in `template.<locale>.ts` under the same keys. */
export const orderClassTemplate = [
  {
    clause: 'O01',
    paragraphs: [
      { key: 'O01.parties' },
      { key: 'O01.school-representative', when: ['schoolRepresentative'] },
      { key: 'O01.enterprise-representative', when: ['enterpriseRepresentative'] },
      { key: 'O01.authority' },
      { key: 'O01.no-dispatch' },
    ],
  },
  {
    clause: 'O02',
    paragraphs: [
      { key: 'O02.purpose' },
      { key: 'O02.goal' },
      { key: 'O02.hires', when: ['minimumHireShare'] },
    ],
  },
  { clause: 'O03', paragraphs: [{ key: 'O03.class' }, { key: 'O03.posts' }, { key: 'O03.change' }] },
  { clause: 'O04', paragraphs: [{ key: 'O04.free' }, { key: 'O04.rules' }, { key: 'O04.exit' }] },
  {
    clause: 'O05',
    paragraphs: [
      { key: 'O05.plan' },
      { key: 'O05.hours', when: ['enterpriseCourseHours'] },
      { key: 'O05.hours-open', unless: 'enterpriseCourseHours' },
    ],
  },
  {
    clause: 'O06',
    paragraphs: [{ key: 'O06.exchange' }, { key: 'O06.practice', when: ['teacherPracticeDays'] }],
  },
  {
    clause: 'O07',
    paragraphs: [
      { key: 'O07.base', when: ['baseName'] },
      { key: 'O07.base-open', unless: 'baseName' },
      { key: 'O07.property' },
    ],
  },
  {
    clause: 'O08',
    paragraphs: [
      { key: 'O08.weeks', when: ['trainingWeeks'] },
      { key: 'O08.three-party' },
      { key: 'O08.hours' },
      { key: 'O08.night', when: ['nightPosts'] },
      { key: 'O08.hazards', when: ['hazardPosts'] },
      { key: 'O08.mentors' },
      { key: 'O08.pay-floor', when: ['internMonthlyPayMin'] },
      { key: 'O08.pay' },
    ],
  },
  {
    clause: 'O09',
    paragraphs: [
      { key: 'O09.scholarship', when: ['scholarshipPerStudent'] },
      { key: 'O09.none', unless: 'scholarshipPerStudent' },
      { key: 'O09.donation' },
    ],
  },
  {
    clause: 'O10',
    paragraphs: [
      { key: 'O10.share', when: ['minimumHireShare'] },
      { key: 'O10.open', unless: 'minimumHireShare' },
      { key: 'O10.contract' },
    ],
  },
  { clause: 'O11', paragraphs: [{ key: 'O11.free' }, { key: 'O11.no-penalty' }, { key: 'O11.service' }] },
  {
    clause: 'O12',
    paragraphs: [
      { key: 'O12.training', when: ['staffTrainingDays'] },
      { key: 'O12.open', unless: 'staffTrainingDays' },
    ],
  },
  { clause: 'O13', paragraphs: [{ key: 'O13.projects' }, { key: 'O13.property' }] },
  { clause: 'O14', paragraphs: [{ key: 'O14.costs' }, { key: 'O14.no-fees' }] },
  { clause: 'O15', paragraphs: [{ key: 'O15.training' }, { key: 'O15.insurance' }, { key: 'O15.accident' }] },
  { clause: 'O16', paragraphs: [{ key: 'O16.data' }, { key: 'O16.secrets' }, { key: 'O16.names' }] },
  { clause: 'O17', paragraphs: [{ key: 'O17.committee' }, { key: 'O17.disputes' }] },
  { clause: 'O18', paragraphs: [{ key: 'O18.term' }, { key: 'O18.change' }, { key: 'O18.students' }] },
  { clause: 'O19', paragraphs: [{ key: 'O19.cure' }, { key: 'O19.students' }] },
  {
    clause: 'O20',
    paragraphs: [
      { key: 'O20.signers', when: ['schoolSigner', 'enterpriseSigner'] },
      { key: 'O20.electronic' },
      { key: 'O20.place', when: ['place'] },
      { key: 'O20.languages' },
    ],
  },
] as const satisfies readonly TemplateClause[];

type Clause = (typeof orderClassTemplate)[number];
/** The wording of a template in one language: a title by clause, a sentence by paragraph. */
export type TemplateTexts = {
  titles: Readonly<Record<Clause['clause'], string>>;
  paragraphs: Readonly<Record<Clause['paragraphs'][number]['key'], string>>;
};
