import { contract as talents } from '@dualtrack/talent-sharing/contract';
import type { Stage } from './stage.ts';

const office = 'office@yizhou.example';
const head = 'head@yizhou.example';
const teacher = 'teacher@yizhou.example';
const hr = 'hr@dingyuan.example';
const mentor = 'mentor@dingyuan.example';
const project = 'project@dingyuan.example';

const both: ('zh' | 'ug')[] = ['zh', 'ug'];
const lead = (expertId = '') => [{ expertId, isLeading: true, minutes: null }];

/** Cards that people wrote of themselves, all invented. */
const cards = [
  {
    who: head,
    ...{ nameEn: 'Wu Yanan', title: '副教授、专业带头人', titleEn: 'Associate professor, head of programme' },
    ...{ occupations: ['2320', '2144'], tags: ['机电一体化', '课程开发'], certificates: ['高校教师资格证'] },
    ...{ slots: ['2-pm', '3-am', '3-pm', '4-pm'], monthlyHours: 10 },
  },
  {
    who: teacher,
    ...{ nameEn: '', title: '讲师、双师型教师', titleEn: 'Lecturer, dual-qualified' },
    ...{
      occupations: ['2320', '7412', '3113'],
      tags: ['PLC', '变频器', '电气安全'],
      languages: both,
    },
    ...{ certificates: ['电工高级技师'], slots: [], monthlyHours: 16 },
  },
  {
    who: mentor,
    ...{ nameEn: 'Hu Meiling', title: '高级技师、带教师傅', titleEn: 'Senior technician, mentor' },
    ...{ occupations: ['3139', '8131'], tags: ['多晶硅', '晶体生长', '6S 管理'], certificates: ['高级技师'] },
    ...{ slots: [], monthlyHours: 12 },
  },
  {
    who: project,
    ...{ nameEn: 'Han Zhicheng', title: '二期项目经理', titleEn: 'Manager of phase II' },
    ...{ occupations: ['2141', '1321'], tags: ['产线规划', '项目管理'], certificates: ['一级建造师'] },
    ...{ slots: ['2-pm', '4-pm', '5-am'], monthlyHours: 6, needsApproval: true, approver: '苏文博' },
  },
];

/** Colleagues whose cards an office wrote, with their consent on paper. */
const colleagues = [
  {
    by: hr,
    ...{ name: '何志强', title: '技师', titleEn: 'Technician', occupations: ['3139', '7233'] },
    ...{ tags: ['设备点检', '多晶硅'], monthlyHours: 8, consentNote: '人力资源部 2026-09 卷' },
  },
  {
    by: office,
    ...{
      name: '阿里木江·买买提',
      title: '副教授',
      titleEn: 'Associate professor',
      occupations: ['2145', '2113'],
    },
    ...{ tags: ['材料检测', '化工安全'], monthlyHours: 8, consentNote: '合作办 2026-09 卷' },
  },
];

type People = Readonly<Record<string, string>>;

/** Plays talent sharing: cards, agreed rates, two sessions attested by both, questions that wait, a course, two stays. */
export async function playTalents(stage: Stage, settle: () => Promise<void>): Promise<void> {
  const { items } = await stage.act(talents.needs.agreements, office, '2026-09-01', {});
  // The agreement on teacher practice and staff training where the example has it; else the oldest that is in force.
  const agreementId = (items.find((one) => one.title.includes('教师实践')) ?? items.at(-1))?.id;
  if (agreementId === undefined) throw new Error('the example has no agreement to share under');
  const people: Record<string, string> = {};
  for (const { who, ...card } of cards) {
    const { id } = await stage.act(talents.experts.create, who, '2026-06-01', {
      ...card,
      isListed: true,
    });
    people[who] = id;
  }
  for (const { by, ...card } of colleagues) {
    await stage.act(talents.experts.create, by, '2026-09-01', { ...card, isMine: false, isListed: true });
  }
  await playStays(stage, agreementId, people);
  await playEvidence(stage, people);
  for (const [giver, amount] of [
    ['enterprise', 30_000],
    ['school', 30_000],
  ] as const) {
    const { id: rateId } = await stage.act(talents.ledger.proposeRate, office, '2026-09-05', {
      ...{ agreementId, giver, amount, form: null },
    });
    await stage.act(talents.ledger.answerRate, hr, '2026-09-07', { rateId, accept: true });
  }
  await playPastSessions(stage, agreementId, people);
  await playOpen(stage, agreementId, people);
  await stage.act(talents.evidence.saveFile, office, '2026-11-10', {
    ...{ expertId: people[mentor] ?? '', yearsInField: 14, titleLevel: 'senior', unitConsents: true },
    ...{ bornMonth: null, contractFrom: '2026-09-01', contractTo: '2027-07-31' },
  });
  await settle();
}

async function playPastSessions(stage: Stage, agreementId: string, people: People): Promise<void> {
  const past = [
    {
      ...{ asker: teacher, expert: mentor, form: 'guest-lecture' as const, on: '2026-10-15', attended: 38 },
      ...{ title: '多晶硅生产的一天', place: '实训楼 204', minutes: 90, note: '讲得实在，学生问题多' },
    },
    {
      ...{ asker: hr, expert: teacher, form: 'staff-training' as const, on: '2026-10-22', attended: 24 },
      ...{ title: '电气安全与 PLC 基础培训', place: '一厂培训室', minutes: 180, note: '案例贴近现场' },
    },
  ];
  for (const { asker, expert, on, attended, note, ...facts } of past) {
    const { id: sessionId } = await stage.act(talents.sessions.plan, asker, '2026-10-08', {
      ...{ ...facts, agreementId, on, at: '15:30', experts: lead(people[expert]) },
    });
    const expertId = people[expert] ?? '';
    await stage.act(talents.sessions.answer, expert, '2026-10-09', { sessionId, expertId, accept: true });
    for (const who of [asker, expert]) {
      await stage.act(talents.sessions.attest, who, '2026-10-23', { sessionId, attended });
    }
    await stage.act(talents.sessions.rate, asker, '2026-10-24', { sessionId, rating: 5, note });
  }
  const { items } = await stage.act(talents.ledger.get, office, '2026-11-03', {});
  const october = items
    .find((one) => one.agreementId === agreementId)
    ?.statements.find((one) => one.month === '2026-10');
  if (october === undefined) throw new Error('the example has no October to confirm');
  const { month, totals } = october;
  await stage.act(talents.ledger.confirm, office, '2026-11-03', { agreementId, month, totals });
  await stage.act(talents.ledger.confirm, hr, '2026-11-04', { agreementId, month, totals });
}

/** What is open: needs and an offer, a question to the mentor, and a course of both. */
async function playOpen(stage: Stage, agreementId: string, people: People): Promise<void> {
  const { id: needId } = await stage.act(talents.needs.create, teacher, '2026-11-16', {
    ...{ agreementId, form: 'guest-lecture', title: '晶体生长工艺前沿', minutes: 90, place: '实训楼 204' },
    ...{ description: '第 15 教学周“新材料工艺”课程，希望企业一线人员讲工艺控制和常见缺陷。' },
    ...{ occupations: ['3139'], tags: ['晶体生长'], fromOn: '2026-12-07', toOn: '2026-12-18' },
  });
  await stage.act(talents.needs.create, project, '2026-11-18', {
    ...{ agreementId, form: 'technical-advice', title: '还原炉电极打火原因分析', minutes: 120 },
    ...{ description: '两台还原炉电极偶发打火，想请电气方向的老师到现场看一看。', place: '一厂还原车间' },
    ...{ occupations: ['3113', '2151'], tags: ['电气安全'], fromOn: '2026-11-25', toOn: '2026-12-31' },
  });
  await stage.act(talents.needs.create, mentor, '2026-11-12', {
    ...{ agreementId, isOffer: true, expertId: people[mentor] ?? '', form: 'guest-lecture', minutes: 60 },
    ...{ title: '设备点检一堂课', description: '可到班讲，也可带学生到现场。', occupations: ['3139'] },
    ...{ tags: ['6S 管理'], fromOn: '2026-11-16', toOn: '2027-01-15' },
  });
  const { id: roomId } = await stage.act(talents.rooms.create, office, '2026-09-01', {
    ...{ name: '实训楼 204', nameEn: 'Training building 204', address: '老校区实训楼二层', seats: 60 },
  });
  await stage.act(talents.rooms.create, hr, '2026-09-01', {
    ...{ name: '一厂培训室', nameEn: 'Training room, plant 1', address: '一厂办公楼', seats: 40 },
  });
  const experts = lead(people[mentor]);
  await stage.act(talents.sessions.plan, teacher, '2026-11-20', {
    ...{ agreementId, needId, form: 'guest-lecture', title: '晶体生长工艺前沿', on: '2026-12-09' },
    ...{ at: '10:00', minutes: 90, roomId, seats: 60, experts },
    message: '胡师傅好，学生刚学完温度控制，想听您讲讲实际炉况。',
  });
  const { id: courseId } = await stage.act(talents.courses.create, head, '2026-11-10', {
    ...{ agreementId, teacherId: people[teacher] ?? '', mentorId: people[mentor] ?? '' },
    ...{ title: '还原炉运行与维护', titleEn: 'Running and maintaining reduction furnaces' },
    note: '理论由教师讲，实操由师傅带，两人同课。',
    materials: [
      { title: '还原炉操作规程（教学版）', address: '' },
      { title: '电气安全微课', address: 'https://example.cn/course' },
    ],
  });
  const { id: sessionId } = await stage.act(talents.sessions.plan, teacher, '2026-11-12', {
    ...{ agreementId, courseId, form: 'co-taught', title: '第一讲：炉体结构与电气系统', on: '2026-12-03' },
    ...{ at: '10:00', minutes: 90, place: '实训楼 108', forSide: 'school' },
    experts: [
      { expertId: people[teacher] ?? '', isLeading: true, minutes: 60 },
      { expertId: people[mentor] ?? '', isLeading: false, minutes: 30 },
    ],
  });
  await stage.act(talents.sessions.answer, mentor, '2026-11-13', {
    ...{ sessionId, expertId: people[mentor] ?? '', accept: true },
  });
}

/** A certificate that the office has seen, and one that waits for a look. */
async function playEvidence(stage: Stage, people: People): Promise<void> {
  const certificate = { kind: 'certificate' as const, issuer: '哈密市人力资源和社会保障局', to: null };
  await stage.act(talents.evidence.add, office, '2026-09-10', {
    ...{ ...certificate, expertId: people[teacher] ?? '', title: '电工高级技师', from: '2023-06-12' },
    number: '示例-2306-0412',
  });
  await stage.act(talents.evidence.add, head, '2026-11-16', {
    ...{ ...certificate, expertId: people[head] ?? '', title: '机电工程师（中级）', from: '2021-12-01' },
    number: '示例-2112-0077',
  });
}

async function playStays(stage: Stage, agreementId: string, people: People): Promise<void> {
  const contents = ['production', 'post', 'new-technology'] as const;
  const plan = '跟班学习还原工序，整理岗位标准，改写实训指导书。';
  const stays = [
    { who: teacher, fromOn: '2026-07-06', toOn: '2026-07-17', post: '还原车间电气维护岗', days: 10 },
    { who: head, fromOn: '2026-11-09', toOn: '2026-11-27', post: '二期项目部工艺岗', days: 4 },
  ];
  for (const { who, days, ...facts } of stays) {
    const { id: stayId } = await stage.act(talents.stays.create, who, facts.fromOn, {
      ...{ ...facts, agreementId, form: 'teacher-practice', expertId: people[who] ?? '' },
      ...{ plan, contents: [...contents] },
    });
    await stage.act(talents.stays.answer, hr, facts.fromOn, { stayId, accept: true });
    const first = Number(facts.fromOn.slice(8));
    const workdays = Array.from({ length: 14 }, (_, at) => first + at)
      .filter((_, at) => at % 7 < 5)
      .slice(0, days);
    for (const day of workdays) {
      const onDay = `${facts.fromOn.slice(0, 8)}${String(day).padStart(2, '0')}`;
      await stage.act(talents.stays.note, who, onDay, {
        ...{ stayId, onDay, minutes: 420, words: '跟班巡检，记录炉况和电气参数，与师傅讨论异常处理。' },
      });
    }
    if (who === head) continue;
    await stage.act(talents.stays.report, who, facts.toOn, {
      stayId,
      report:
        '两周跟班学习了还原工序的电气维护，整理了八项岗位标准，改写实训指导书两章，回校后用于电气安全课程。',
    });
    await stage.act(talents.stays.assess, hr, facts.toOn, {
      ...{ stayId, grade: 'good', assessment: '按计划完成，记录认真。' },
    });
  }
}
