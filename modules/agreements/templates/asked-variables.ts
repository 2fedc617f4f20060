import type { TemplateColumn, TemplateKind, TemplateVariable, VariableKind } from '../template-variables.ts';

type Plain = Exclude<VariableKind, 'rows'>;
const column = (name: string, zh: string, en: string, kind: Plain): TemplateColumn => ({
  name,
  zh,
  en,
  kind,
});
const must = (name: string, zh: string, en: string, kind: Plain): TemplateVariable => ({
  ...column(name, zh, en, kind),
  ...{ isOptional: false, columns: [] },
});
const may = (name: string, zh: string, en: string, kind: Plain): TemplateVariable => ({
  ...must(name, zh, en, kind),
  isOptional: true,
});
const rows = (
  name: string,
  zh: string,
  en: string,
  isOptional: boolean,
  columns: TemplateColumn[],
): TemplateVariable => ({ ...{ name, zh, en, isOptional, columns }, kind: 'rows' });

/** What the standard template of each kind asks for when an agreement is made from it. */
export const askedVariables: Readonly<Record<TemplateKind, readonly TemplateVariable[]>> = {
  'order-class': [],
  base: [
    must('baseAddress', '基地地点', 'Address of the base', 'text'),
    must('stations', '工位数', 'Workstations', 'count'),
    may('hazardSources', '特殊危险源', 'Hazard sources', 'words'),
    rows('equipment', '设备清单', 'Equipment', true, [
      column('item', '设备名称', 'Item', 'words'),
      column('quantity', '数量', 'Quantity', 'count'),
      column('contributor', '投入方', 'Contributed by', 'words'),
    ]),
  ],
  'talent-sharing': [
    may('hourlyPay', '课时报酬', 'Pay an hour taught', 'money'),
    rows('experts', '受聘人员', 'People engaged', true, [
      column('person', '姓名', 'Name', 'text'),
      column('position', '现任职务', 'Present position', 'words'),
      column('task', '任务', 'Task', 'words'),
    ]),
  ],
  'joint-innovation': [
    must('projectName', '项目名称', 'Project', 'words'),
    must('projectGoal', '项目目标', 'Goal', 'words'),
    must('budget', '经费总额', 'Budget', 'money'),
    must('schoolShare', '甲方分担比例', 'Share of the school', 'share'),
    must('schoolLead', '甲方负责人', 'Lead at the school', 'text'),
    must('enterpriseLead', '乙方负责人', 'Lead at the enterprise', 'text'),
    may('studentCount', '参与学生人数', 'Students who take part', 'count'),
    may('resultRights', '成果约定', 'Rights in results', 'words'),
    rows('milestones', '进度节点', 'Milestones', false, [
      column('due', '完成日期', 'Due', 'day'),
      column('result', '节点成果', 'Result', 'words'),
    ]),
  ],
  tripartite: [
    must('student', '学生姓名', 'Student', 'text'),
    must('studentSex', '学生性别', 'Sex', 'words'),
    must('birthDate', '出生日期', 'Date of birth', 'day'),
    must('identityNumber', '身份证件号码', 'Identity number', 'text'),
    must('studentNumber', '学号', 'Student number', 'text'),
    must('studentClass', '专业班级', 'Programme and class', 'words'),
    must('studentAddress', '学生住址', 'Home address', 'text'),
    must('studentPhone', '学生电话', 'Telephone of the student', 'text'),
    may('guardian', '监护人姓名', 'Guardian', 'text'),
    may('guardianRelation', '监护人关系', 'Relation of the guardian', 'words'),
    may('guardianPhone', '监护人电话', 'Telephone of the guardian', 'text'),
    must('teacher', '指导教师', 'Internship teacher', 'text'),
    must('teacherPhone', '指导教师电话', 'Telephone of the teacher', 'text'),
    must('mentor', '带教师傅', 'Mentor', 'text'),
    must('mentorPhone', '带教师傅电话', 'Telephone of the mentor', 'text'),
    must('post', '实习岗位', 'Post', 'words'),
    must('workplace', '实习地点', 'Place of the internship', 'words'),
    must('tasks', '实习任务', 'Tasks', 'words'),
    must('dailyHours', '每日工时', 'Hours a day', 'count'),
    must('weeklyHours', '每周工时', 'Hours a week', 'count'),
    must('restDays', '休息日', 'Days of rest', 'words'),
    must('pay', '实习月报酬', 'Pay a month', 'money'),
    must('payDay', '发放日', 'Day of pay', 'count'),
    must('meals', '就餐安排', 'Meals', 'words'),
    must('lodging', '住宿安排', 'Lodging', 'words'),
    may('insuranceCompany', '承保机构', 'Insurance company', 'words'),
    may('policyNumber', '保险单号', 'Policy number', 'text'),
    may('hazards', '职业危害因素', 'Occupational hazards', 'words'),
    must('assessment', '考核方式', 'Assessment', 'words'),
    must('endNoticeDays', '解除通知日数', 'Days of notice to end', 'count'),
  ],
  memorandum: [
    must('schoolContact', '甲方联系人', 'Contact of the school', 'text'),
    must('enterpriseContact', '乙方联系人', 'Contact of the enterprise', 'text'),
    rows('intents', '合作事项', 'Intentions', false, [
      column('subject', '事项', 'Subject', 'words'),
      column('explanation', '说明', 'Explanation', 'words'),
    ]),
    rows('steps', '下一步工作', 'Next steps', true, [
      column('work', '工作内容', 'Work', 'words'),
      column('owner', '负责方', 'Who', 'words'),
      column('due', '完成期限', 'Until', 'day'),
    ]),
  ],
};
