/**
 * How a variable is written in a sentence. `words` come in both languages; `rows` are repeated; the others are
 * formatted by language. Money is in fen, shares run from 0 to 1, days are `YYYY-MM-DD`.
 */
export const variableKinds = ['words', 'text', 'count', 'money', 'share', 'day', 'quarter', 'rows'] as const;
export type VariableKind = (typeof variableKinds)[number];

/** A field of a repeated row. */
export type TemplateColumn = { name: string; zh: string; en: string; kind: Exclude<VariableKind, 'rows'> };

/** A variable: texts may call it by `name` or by `zh`. One that may be absent stands only behind a condition. */
export type TemplateVariable = {
  name: string;
  zh: string;
  en: string;
  kind: VariableKind;
  isOptional: boolean;
  columns: TemplateColumn[];
};

export const templateKinds = [
  'order-class',
  'base',
  'talent-sharing',
  'joint-innovation',
  'tripartite',
  'memorandum',
] as const;
export type TemplateKind = (typeof templateKinds)[number];

type Short = readonly [name: string, zh: string, en: string, kind: VariableKind, optional?: 'optional'];

const always: readonly Short[] = [
  ['school', '学校', 'School', 'words'],
  ['schoolCode', '学校信用代码', 'Credit code of the school', 'text'],
  ['schoolRepresentative', '学校法定代表人', 'Legal representative of the school', 'text', 'optional'],
  ['schoolAddress', '学校地址', 'Address of the school', 'text', 'optional'],
  ['schoolSigner', '学校签署人', 'Signer of the school', 'text', 'optional'],
  ['enterprise', '企业', 'Enterprise', 'words'],
  ['enterpriseCode', '企业信用代码', 'Credit code of the enterprise', 'text'],
  [
    'enterpriseRepresentative',
    '企业法定代表人',
    'Legal representative of the enterprise',
    'text',
    'optional',
  ],
  ['enterpriseAddress', '企业地址', 'Address of the enterprise', 'text', 'optional'],
  ['enterpriseSigner', '企业签署人', 'Signer of the enterprise', 'text', 'optional'],
  ['validFrom', '起始日', 'First day', 'day'],
  ['validTo', '截止日', 'Last day', 'day'],
  ['baseName', '基地名称', 'Name of the base', 'words', 'optional'],
  ['enterpriseCourseHours', '企业课程学时', 'Enterprise course hours a year', 'count', 'optional'],
  ['trainingWeeks', '企业实践周数', 'Weeks of practice', 'count', 'optional'],
  ['teacherPracticeDays', '教师实践人日', 'Person-days of teacher practice', 'count', 'optional'],
  ['staffTrainingDays', '员工培训人日', 'Person-days of staff training', 'count', 'optional'],
  ['internMonthlyPayMin', '实习报酬下限', 'Least internship pay', 'money', 'optional'],
  ['scholarshipPerStudent', '每人奖助学金', 'Scholarship per student', 'money', 'optional'],
  ['minimumHireShare', '最低录用比例', 'Least share hired', 'share', 'optional'],
  ['learnersPerMentorMax', '每名师傅学生上限', 'Learners per mentor', 'count'],
  ['insurer', '投保方', 'Who insures', 'words'],
  ['exitWeeks', '自由退出周数', 'Weeks of free exit', 'count'],
  ['meetingsPerYear', '每年会议次数', 'Meetings a year', 'count'],
  ['noticeDays', '提前通知日数', 'Days of notice', 'count'],
  ['cureDays', '改正日数', 'Days to remedy', 'count'],
  ['place', '签署地点', 'Place of signing', 'text', 'optional'],
];

const ofOrder: readonly Short[] = [
  ['className', '班级名称', 'Name of the class', 'text'],
  ['programme', '专业', 'Programme', 'words'],
  ['majorCode', '专业代码', 'Major code', 'text'],
  ['seats', '培养人数', 'Seats', 'count'],
  ['posts', '岗位与人数', 'Posts with seats', 'words'],
  ['hazardPosts', '涉职业危害岗位', 'Posts with hazards', 'words', 'optional'],
  ['nightPosts', '倒班岗位', 'Posts in shifts', 'words', 'optional'],
  ['startQuarter', '开班季度', 'Starting quarter', 'quarter'],
];

const postColumns: TemplateColumn[] = [
  { name: 'title', zh: '岗位名称', en: 'Title of the post', kind: 'words' },
  { name: 'site', zh: '工作地点', en: 'Site', kind: 'text' },
  { name: 'places', zh: '人数', en: 'Seats of the post', kind: 'count' },
  { name: 'internPay', zh: '实习月报酬', en: 'Internship pay a month', kind: 'money' },
  { name: 'monthlyPay', zh: '转正月报酬', en: 'Regular pay a month', kind: 'money' },
];

const variable = ([name, zh, en, kind, optional]: Short): TemplateVariable => ({
  ...{ name, zh, en, kind },
  isOptional: optional !== undefined,
  columns: [],
});

const known = always.map(variable);
const knownOfOrder: TemplateVariable[] = [
  ...known,
  ...ofOrder.map(variable),
  {
    ...{ name: 'postRows', zh: '岗位明细', en: 'Posts, row by row', kind: 'rows', isOptional: false },
    columns: postColumns,
  },
];

/** Variables that an agreement of a kind fills by itself; those of an order stand only where there is one. */
export function knownVariables(kind: TemplateKind): readonly TemplateVariable[] {
  return kind === 'order-class' ? knownOfOrder : known;
}

/** A variable by either of its names. */
export function findVariable<Any extends { name: string; zh: string }>(
  variables: readonly Any[],
  name: string,
): Any | undefined {
  return variables.find((one) => one.name === name || one.zh === name);
}
