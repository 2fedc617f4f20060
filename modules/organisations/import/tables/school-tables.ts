import { choice, yesNo } from '../choice-columns.ts';
import { optional } from '../column.ts';
import { levels, readMajorCode } from '../major-categories.ts';
import { integer, percent } from '../number-columns.ts';
import { defineTable } from '../table.ts';
import { code, creditCode, iscoCode, listOf, mail, majorCode, mobilePhone, text } from '../text-columns.ts';
import { day, quarter } from '../time-columns.ts';

const schoolCode = () => creditCode('学校统一社会信用代码', 'School credit code');
const ofSchool = { table: 'organisations', columns: ['schoolCode'] } as const;
const ofProgramme = { table: 'programmes', columns: ['schoolCode', 'majorCode'] } as const;
const ofCohort = { table: 'cohorts', columns: ['schoolCode', 'cohortId'] } as const;

/** Programmes (majors as a school offers them). */
export const programmes = defineTable({
  key: 'programmes',
  zh: '专业',
  en: 'programmes',
  aliases: ['专业设置', 'majors'],
  owner: 'schoolCode',
  ownerKind: 'school',
  identity: ['schoolCode', 'majorCode'],
  references: [ofSchool],
  columns: {
    schoolCode: schoolCode(),
    majorCode: majorCode('专业代码', 'Major code'),
    name: text('专业名称', 'Name', { max: 80 }),
    nameEn: optional(text('英文名称', 'English name', { max: 120 })),
    durationYears: integer('学制（年）', 'Duration (years)', { min: 1, max: 8, aliases: ['学制'] }),
    level: choice('层次', 'Level', levels),
    occupations: listOf(iscoCode('面向职业', 'Occupations')),
    joinRate: percent('历年到岗率', 'Join rate', {
      hint: {
        zh: '毕业生到合作企业就业的比例，如 35%',
        en: 'share of graduates who join the partner enterprise, such as 35%',
      },
    }),
    completionRate: percent('毕业率', 'Completion rate'),
  },
  check: (row) => {
    const stated = readMajorCode(row.majorCode);
    if (stated === undefined) {
      return [{ column: 'majorCode', code: 'import.major-code-invalid', params: { value: row.majorCode } }];
    }
    if (stated.level === row.level) return [];
    return [{ column: 'level', code: 'import.level-mismatch', params: { majorCode: row.majorCode } }];
  },
});

/** Teachers of a school. */
export const teachers = defineTable({
  key: 'teachers',
  zh: '教师',
  en: 'teachers',
  aliases: ['师资', 'faculty'],
  owner: 'schoolCode',
  ownerKind: 'school',
  identity: ['schoolCode', 'staffNumber'],
  references: [ofSchool, ofProgramme],
  columns: {
    schoolCode: schoolCode(),
    staffNumber: code('工号', 'Staff number'),
    name: text('姓名', 'Name', { max: 60 }),
    majorCode: optional(majorCode('任教专业代码', 'Major code')),
    title: optional(text('职称', 'Title', { max: 40 })),
    dualQualified: yesNo('双师型', 'Dual-qualified', { aliases: ['双师型教师'] }),
    phone: optional(mobilePhone('手机', 'Phone')),
    mail: optional(mail('邮箱', 'Mail')),
  },
});

/** Classes by entry year. */
export const cohorts = defineTable({
  key: 'cohorts',
  zh: '班级',
  en: 'cohorts',
  aliases: ['classes'],
  owner: 'schoolCode',
  ownerKind: 'school',
  identity: ['schoolCode', 'cohortId'],
  references: [ofSchool, ofProgramme],
  columns: {
    schoolCode: schoolCode(),
    cohortId: code('班级编号', 'Cohort id'),
    majorCode: majorCode('专业代码', 'Major code'),
    entryYear: integer('入学年份', 'Entry year', { min: 2000, max: 2099 }),
    className: text('班级名称', 'Class name', { max: 60 }),
    size: integer('人数', 'Size', { max: 500 }),
    graduationQuarter: quarter('毕业季度', 'Graduation quarter'),
  },
  check: (row) =>
    Number(row.graduationQuarter.slice(0, 4)) < row.entryYear
      ? [
          {
            column: 'graduationQuarter',
            code: 'import.graduation-before-entry',
            params: { year: row.entryYear },
          },
        ]
      : [],
});

/** Students. */
export const students = defineTable({
  key: 'students',
  zh: '学生',
  en: 'students',
  aliases: ['学生名单'],
  owner: 'schoolCode',
  ownerKind: 'school',
  identity: ['schoolCode', 'studentNumber'],
  references: [ofSchool, ofCohort],
  columns: {
    schoolCode: schoolCode(),
    studentNumber: code('学号', 'Student number'),
    name: text('姓名', 'Name', { max: 60 }),
    sex: choice('性别', 'Sex', [
      { value: 'female', zh: '女', en: 'female', aliases: ['f'] },
      { value: 'male', zh: '男', en: 'male', aliases: ['m'] },
    ]),
    birthDate: day('出生日期', 'Birth date', { from: '1940-01-01', to: '2020-12-31' }),
    cohortId: code('班级编号', 'Cohort id'),
    phone: optional(mobilePhone('手机', 'Phone')),
    guardianName: optional(text('监护人姓名', 'Guardian name', { max: 60, aliases: ['监护人'] })),
    guardianPhone: optional(mobilePhone('监护人手机', 'Guardian phone')),
  },
});

/** What each week of the year is for: school, enterprise, examinations or holiday. */
export const calendar = defineTable({
  key: 'calendar',
  zh: '双轨日历',
  en: 'calendar',
  aliases: ['校历', '日历'],
  owner: 'schoolCode',
  ownerKind: 'school',
  identity: ['schoolCode', 'weekStart', 'majorCode', 'cohortId'],
  references: [ofSchool, ofProgramme, ofCohort],
  columns: {
    schoolCode: schoolCode(),
    weekStart: day('周一日期', 'Week start', { aliases: ['周起始日期'] }),
    kind: choice('安排', 'Kind', [
      { value: 'school', zh: '在校', en: 'school', aliases: ['校内', '上课'] },
      { value: 'enterprise', zh: '在企', en: 'enterprise', aliases: ['企业', '实习'] },
      { value: 'exam', zh: '考试', en: 'exam' },
      { value: 'holiday', zh: '假期', en: 'holiday', aliases: ['放假', '寒假', '暑假'] },
    ]),
    note: optional(text('备注', 'Note')),
    majorCode: optional(majorCode('专业代码', 'Major code')),
    cohortId: optional(code('班级编号', 'Cohort id')),
  },
  check: (row) =>
    new Date(`${row.weekStart}T00:00:00Z`).getUTCDay() === 1
      ? []
      : [{ column: 'weekStart', code: 'import.day-not-monday', params: { value: row.weekStart } }],
});
