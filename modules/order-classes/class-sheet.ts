import type { ClassTable } from './contract/class-sheets.ts';
import type { HeldAt } from './placing.ts';

/** A column of a class's spreadsheet: its header in both languages, and what its cells hold. */
export type ClassColumn = {
  key: string;
  headers: readonly string[];
  required: boolean;
  type: 'text' | 'day' | 'decimal' | 'integer';
  choices?: readonly (readonly [zh: string, en: string])[];
  /** What a cell takes, said in an empty file. */
  hint?: readonly [zh: string, en: string];
};

const who = [
  { key: 'student', headers: ['学生', 'Student'], required: true, type: 'text' },
  // Tells namesakes apart: the end of the application's id.
  { key: 'code', headers: ['编号', 'Code'], required: false, type: 'text' },
] as const satisfies ClassColumn[];

/** Yes and no, as they stand in a file. */
export const yesNo = [
  ['是', 'yes'],
  ['否', 'no'],
] as const;

/** Where a course is held, as it stands in a file. */
export const heldAtWords: Readonly<Record<HeldAt, readonly [zh: string, en: string]>> = {
  school: ['学校', 'school'],
  enterprise: ['企业', 'enterprise'],
  both: ['双方', 'both'],
};

const fixed: Readonly<Record<ClassTable, readonly ClassColumn[]>> = {
  applications: [
    {
      key: 'number',
      headers: ['学号', 'Student number', '学生学号', 'Student no.', 'Number'],
      required: false,
      type: 'text',
      hint: [
        '每名学生填学号；没有学号时按姓名查找',
        'The number; without one the name must be that of one student only',
      ],
    },
    {
      ...who[0],
      headers: [...who[0].headers, '姓名', '学生姓名', 'Name', 'Student name'],
      required: false,
    },
    who[1],
    { key: 'cohort', headers: ['班级', 'Cohort'], required: false, type: 'text' },
    { key: 'major', headers: ['专业代码', 'Major'], required: false, type: 'text' },
    { key: 'appliedOn', headers: ['报名日期', 'Applied on'], required: false, type: 'day' },
    {
      key: 'group',
      headers: ['同组', 'Group', '组别'],
      required: false,
      type: 'text',
      hint: ['想分在一起的学生填相同的词', 'The same word for those who want to stay together'],
    },
    {
      key: 'agrees',
      headers: ['同意同组', 'Agrees to group'],
      required: false,
      type: 'text',
      choices: yesNo,
      hint: [
        '本人已签字同意与同组其他人在一起',
        'Whether the student has signed to stay with the others of the group',
      ],
    },
    { key: 'statement', headers: ['自述', 'Statement', '个人陈述'], required: false, type: 'text' },
    {
      key: 'lateReason',
      headers: ['补录原因', 'Why late'],
      required: false,
      type: 'text',
      hint: ['仅在填报截止后录入时填写', 'Only for choices entered after the window'],
    },
  ],
  seats: [
    { key: 'post', headers: ['岗位', 'Post'], required: true, type: 'text' },
    { key: 'site', headers: ['地点', 'Site'], required: false, type: 'text' },
    {
      key: 'capacity',
      headers: ['名额', 'Places'],
      required: true,
      type: 'integer',
      hint: ['不超过订单中该岗位的人数', 'At most what the order has for the post'],
    },
    {
      key: 'minimum',
      headers: ['最少人数', 'Least number'],
      required: false,
      type: 'integer',
      hint: ['达不到时该岗位不开设；0 为不设', 'With fewer the post is not run; 0: none'],
    },
    { key: 'wanted', headers: ['报名人数', 'Wanted by'], required: false, type: 'integer' },
    { key: 'firstChoices', headers: ['第一志愿', 'First choices'], required: false, type: 'integer' },
    { key: 'placed', headers: ['已录取', 'Placed'], required: false, type: 'integer' },
    {
      key: 'internPay',
      headers: ['实习月薪（元）', 'Intern pay a month (yuan)'],
      required: false,
      type: 'decimal',
    },
  ],
  points: who,
  scores: [
    ...who,
    { key: 'seat', headers: ['岗位', 'Post'], required: true, type: 'text' },
    { key: 'score', headers: ['分数', 'Score'], required: false, type: 'decimal' },
    { key: 'note', headers: ['备注', 'Note'], required: false, type: 'text' },
  ],
  slots: [
    { key: 'day', headers: ['日期', 'Day'], required: true, type: 'day' },
    { key: 'time', headers: ['开始时间', 'Begins'], required: true, type: 'text' },
    { key: 'minutes', headers: ['时长（分钟）', 'Minutes'], required: true, type: 'integer' },
    { key: 'place', headers: ['地点', 'Place'], required: true, type: 'text' },
    { key: 'interviewer', headers: ['面试官', 'Interviewer'], required: false, type: 'text' },
    { key: 'places', headers: ['名额', 'Places'], required: true, type: 'integer' },
  ],
  syllabus: [
    { key: 'name', headers: ['课程', 'Course'], required: true, type: 'text' },
    { key: 'hours', headers: ['学时', 'Hours'], required: true, type: 'integer' },
    {
      key: 'heldAt',
      headers: ['授课地点', 'Held at'],
      required: true,
      type: 'text',
      choices: Object.values(heldAtWords),
    },
    { key: 'teacherName', headers: ['学校教师', 'School teacher'], required: false, type: 'text' },
    { key: 'mentorName', headers: ['企业带教师傅', 'Enterprise mentor'], required: false, type: 'text' },
  ],
};

/** The columns of a table in order; points have one for each criterion, applications one for each possible choice. */
export function columnsOf(
  table: ClassTable,
  criteria: readonly { id: string; name: string }[],
  choices = 0,
): readonly ClassColumn[] {
  if (table === 'applications')
    return [
      ...fixed.applications,
      ...Array.from({ length: choices }, (_, at): ClassColumn => {
        const headers = [
          `志愿${at + 1}`,
          `Choice ${at + 1}`,
          `第${at + 1}志愿`,
          `第${numerals[at] ?? at + 1}志愿`,
        ];
        return { key: choiceKey(at), headers, required: at === 0, type: 'text' };
      }),
    ];
  if (table !== 'points') return fixed[table];
  return [
    ...fixed.points,
    ...criteria.map(
      ({ id, name }): ClassColumn => ({
        ...{ key: id, headers: [name], required: false, type: 'decimal' },
      }),
    ),
  ];
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The column of a choice; 0 is the first. */
export function choiceKey(at: number): string {
  return `choice${at + 1}`;
}

/** The short code of an application in a file: the end of its id, which is drawn at random. */
export function codeOf(applicationId: string): string {
  return applicationId.replaceAll('-', '').slice(-8);
}
