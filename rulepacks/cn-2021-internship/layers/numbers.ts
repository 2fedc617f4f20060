/** A number of a rule for screens that count against it, with where it stands. */
export type RuleNumber = { id: string; law: string; article: string; value: number; isVerified: boolean };

const practice = { law: '职业学校教师企业实践规定(教师〔2016〕3号)', article: '4', isVerified: true };

/**
 * Numbers about teachers: six months of practice in five years (rule CN-TEP-4a of this layer), and part-time teachers as
 * a share of the full-time ones in per mille (职业学校兼职教师管理办法, 2023). The share and the days of a month are
 * recalled and not read in a text, which `isVerified` says.
 */
export const teacherNumbers = {
  months: { id: 'CN-TEP-4a', ...practice, value: 6 },
  years: { id: 'CN-TEP-4a', ...practice, value: 5 },
  daysAMonth: { id: 'CN-TEP-4a', ...practice, value: 30, isVerified: false },
  partTimeShare: {
    ...{ id: 'CN-PTT-3', law: '职业学校兼职教师管理办法(教师〔2023〕9号)', article: '–' },
    ...{ value: 300, isVerified: false },
  },
} as const satisfies Record<string, RuleNumber>;
