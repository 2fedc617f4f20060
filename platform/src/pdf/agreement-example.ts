import type { AgreementPdfData } from './agreement-data.ts';

type Clause = AgreementPdfData['clauses'][number];

const clause = (zh: string, en: string, paragraphs: Clause['paragraphs'], orderTable?: true): Clause => ({
  title: { zh, en },
  paragraphs,
  ...(orderTable ? { orderTable } : {}),
});

const clauses: Clause[] = [
  clause('合作目标', 'Purpose', [
    {
      zh: '双方本着自愿、平等、互利的原则，以订单班的形式共同培养技术技能人才，三年内培养不少于一百二十名合格毕业生。',
      en: 'The parties, acting freely and as equals, train skilled workers together in order classes and intend to bring no fewer than one hundred and twenty students to graduation within three years.',
    },
    {
      zh: '培养目标以乙方产能计划和岗位需求测算的人才缺口为依据，每年复核一次。',
      en: 'The numbers follow the shortage calculated from Party B’s capacity plan and posts, and are reviewed once a year.',
    },
  ]),
  clause(
    '专业、班级与规模',
    'Programmes, classes and seats',
    [
      {
        zh: '各订单班的专业、人数、对应岗位和实习报酬见下表，未经双方书面同意不得变更。',
        en: 'Programme, seats, posts and pay of each order class are set out in the table below and change only by written consent of both parties.',
      },
    ],
    true,
  ),
  clause('双向选择', 'Selection', [
    {
      zh: '学生自愿报名，乙方面试评分，按公布的规则录取；任何一方不得收取报名费、押金或者保证金。',
      en: 'Students apply of their own will, Party B interviews and scores them, and seats are given by published rules. Nobody may charge an application fee, a deposit or a bond.',
    },
    {
      zh: '学生可以在开班后四周内无条件退出，名额由候补名单递补。',
      en: 'Within four weeks of the start a student may leave without giving a reason; the seat goes to the waiting list.',
    },
  ]),
  clause('培养方案与课程', 'Training plan and courses', [
    {
      zh: '双方共同制定人才培养方案，明确下列事项：',
      en: 'The parties write the training plan together. It states:',
      items: [
        {
          zh: '由乙方技术人员承担的课程及学时；',
          en: 'the courses and hours taught by Party B’s engineers;',
        },
        {
          zh: '校内教学周与企业实践周的安排；',
          en: 'the weeks at school and the weeks at the enterprise;',
        },
        {
          zh: '每门课程的考核办法与合格标准。',
          en: 'how each course is assessed and what counts as a pass.',
        },
      ],
    },
    {
      zh: '课程内容每学年更新比例不低于百分之二十，由双方各派一名负责人审定。',
      en: 'At least twenty per cent of the course content is renewed each school year and approved by one person from each side.',
    },
  ]),
  clause('实习管理', 'Internships', [
    {
      zh: '学生每日工作时间不超过八小时，每周不超过四十小时，不安排加班和夜班；每名企业导师同时指导的学生不超过五人。',
      en: 'Students work no more than eight hours a day and forty hours a week, without overtime or night shifts. A workplace mentor guides no more than five students at a time.',
    },
    {
      zh: '乙方按不低于本单位相同岗位试用期工资百分之八十的标准，以货币形式按月足额直接支付实习报酬。',
      en: 'Party B pays each student directly, in money, in full and every month, at least eighty per cent of the probation wage of the same post.',
    },
  ]),
  clause('安全、保险与责任', 'Safety, insurance and liability', [
    {
      zh: '学生上岗前须完成安全教育并考核合格；双方在学生上岗前为其投保实习责任保险，费用不得向学生收取或者从报酬中扣除。',
      en: 'Before the first shift each student completes safety training and passes its test. The parties insure the students beforehand; the premium is neither charged to them nor taken from their pay.',
    },
  ]),
  clause('期限、变更与终止', 'Term, change and ending', [
    {
      zh: '本协议自双方签署之日起生效，有效期三年。期满前九十日双方协商续签事宜。',
      en: 'This agreement takes effect when both parties have signed and runs for three years. Ninety days before it ends the parties decide on renewal.',
    },
    {
      zh: '协议终止时，在读学生的培养由双方继续履行至毕业，不因终止而中断。',
      en: 'If the agreement ends, both parties complete the training of enrolled students up to graduation.',
    },
  ]),
];

/**
 * An invented agreement in Chinese and English between the two example parties, with a signatory whose name
 * stands in three scripts. `rounds` repeats its clauses to make a long paper.
 */
export function agreementExample(rounds = 1): AgreementPdfData {
  return {
    languages: 'zh-en',
    title: {
      zh: '校企订单式合作培养协议书',
      en: 'School–Enterprise Agreement on Training to Order',
    },
    number: 'YZ-DY-2026-001',
    illustrative: true,
    parties: [
      {
        side: 'school',
        name: { zh: '伊州职业技术学院', en: 'Yizhou Vocational and Technical College' },
        creditCode: '12650500MA000001XD',
        address: { zh: '新疆哈密市伊州区学府路1号', en: '1 Xuefu Road, Yizhou District, Hami, Xinjiang' },
        signatory: {
          name: { zh: '阿依古丽·示例', en: 'Ayigul Shili', ug: 'ئايگۈل مىسال' },
          post: { zh: '院长', en: 'President' },
        },
        contact: '0902-000 0001',
      },
      {
        side: 'enterprise',
        name: { zh: '定远新材料集团有限公司', en: 'Dingyuan New Materials Group Co., Ltd.' },
        creditCode: '91650500MA7800012L',
        address: { zh: '新疆哈密市高新区工业大道8号', en: '8 Gongye Avenue, High-tech Zone, Hami, Xinjiang' },
        legalRepresentative: { name: { zh: '李范例', en: 'Li Fanli' } },
        signatory: {
          name: { zh: '李范例', en: 'Li Fanli' },
          post: { zh: '董事长', en: 'Chair of the Board' },
        },
        contact: '0902-000 0002',
      },
    ],
    preamble: [
      {
        zh: '根据《中华人民共和国职业教育法》等有关规定，双方经协商一致，订立本协议，共同遵守。',
        en: 'Under the Vocational Education Law of the People’s Republic of China and related rules, the parties have agreed as follows.',
      },
    ],
    clauses: Array.from({ length: rounds }, (_, round) =>
      structuredClone(clauses).map((each) => (round > 0 ? { ...each, orderTable: false } : each)),
    ).flat(),
    orderLines: [
      {
        programme: { zh: '应用化工技术', en: 'Applied chemical technology' },
        programmeCode: '470201',
        className: { zh: '定远化工2026班', en: 'Dingyuan Chemical 2026' },
        seats: 40,
        posts: [
          { zh: '集散控制操作员', en: 'DCS operator' },
          { zh: '质量检验员', en: 'Quality inspector' },
        ],
        monthlyPay: { fromMinor: 380_000, toMinor: 450_000, currency: 'CNY' },
      },
      {
        programme: { zh: '机电一体化技术', en: 'Mechatronics' },
        programmeCode: '460301',
        className: { zh: '定远机电2026班', en: 'Dingyuan Mechatronics 2026' },
        seats: 30,
        posts: [{ zh: '设备维修工', en: 'Maintenance technician' }],
        monthlyPay: { fromMinor: 400_000, currency: 'CNY' },
      },
    ],
    annexes: [
      { zh: '人才培养方案', en: 'Training plan' },
      { zh: '实习岗位安全须知', en: 'Safety notes for internship posts' },
    ],
    signing: {
      mode: 'electronic',
      place: { zh: '哈密', en: 'Hami' },
      on: '2026-03-12',
    },
  };
}
