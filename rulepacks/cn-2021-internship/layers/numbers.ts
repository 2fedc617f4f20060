/** A number of a rule for screens that count against it, with where it stands. */
export type RuleNumber = {
  id: string;
  law: string;
  /** As it is customarily called; only the Chinese name is official. */
  lawEn: string;
  article: string;
  value: number;
  isVerified: boolean;
};

const practice = {
  law: '职业学校教师企业实践规定(教师〔2016〕3号)',
  lawEn: 'Provisions on the Enterprise Practice of Vocational School Teachers (2016, No. 3)',
  ...{ article: '4', isVerified: true },
};

const dual = {
  ...{ id: 'CN-DQT-1', law: '职业教育“双师型”教师基本标准(试行)(教师厅〔2022〕2号)', article: '–' },
  lawEn: 'Basic Standards for Dual-qualified Teachers in Vocational Education, trial (2022, No. 2)',
  isVerified: false,
};

const partTime = {
  ...{ id: 'CN-PTT-2', law: '职业学校兼职教师管理办法(教师〔2023〕9号)', article: '–' },
  lawEn: 'Measures for Part-time Teachers of Vocational Schools (2023, No. 9)',
  isVerified: false,
};

/**
 * Numbers about teachers: six months of practice in five years (rule CN-TEP-4a of this layer), and part-time teachers as
 * a share of the full-time ones in per mille (职业学校兼职教师管理办法, 2023). The share and the days of a month are
 * recalled and not read in a text, which `isVerified` says; so are the numbers for teachers with two qualifications.
 * `training`: part-time teachers pass training in teaching (Vocational Education Law, 2022). Of part-time teachers
 * themselves sources name two numbers for years of work (3 or 5) and for age (65 or 70): between the two nobody here knows.
 * `partTimeTitle`: an intermediate title, or skill level 3, counted as 2 of none, junior, intermediate, senior.
 */
export const teacherNumbers = {
  months: { id: 'CN-TEP-4a', ...practice, value: 6 },
  years: { id: 'CN-TEP-4a', ...practice, value: 5 },
  daysAMonth: { id: 'CN-TEP-4a', ...practice, value: 30, isVerified: false },
  partTimeShare: { ...partTime, id: 'CN-PTT-3', value: 300 },
  partTimeYears: { ...partTime, value: 5 },
  partTimeYearsLeast: { ...partTime, value: 3 },
  partTimeAge: { ...partTime, value: 65 },
  partTimeAgeMost: { ...partTime, value: 70 },
  partTimeTitle: { ...partTime, value: 2 },
  training: {
    ...{ id: 'CN-PTT-4', law: '职业教育法(2022)', lawEn: 'Vocational Education Law (2022)' },
    ...{ article: '46', value: 1, isVerified: true },
  },
  dualCertificates: { ...dual, value: 1 },
  dualTransfers: { ...dual, value: 1 },
} as const satisfies Record<string, RuleNumber>;
