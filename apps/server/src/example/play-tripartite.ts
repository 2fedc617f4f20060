import { contract as agreements } from '@dualtrack/agreements/contract';
import { contract as classes } from '@dualtrack/order-classes/contract';
import type { Cycle } from './cycle.ts';
import type { Keys } from './keys.ts';
import { examplePassword } from './people.ts';
import { playAgreement, playOrder } from './play-agreement.ts';
import { playClass } from './play-class.ts';
import type { Stage } from './stage.ts';

const hr = 'hr@dingyuan.example';
const office = 'office@yizhou.example';
const president = 'president@yizhou.example';
const chair = 'chair@dingyuan.example';
const student = 'student@yizhou.example';
/** The student comes of age on 6 January 2027: until then the guardian signs too. */
const span = { startsOn: '2026-12-07', endsOn: '2026-12-25' };

/** A small group of the winter: two places, their own order and agreement. */
function winterGroup(year: Cycle): Cycle {
  const title = '伊州职业技术学院与定远新材料集团有限公司冬季实习小组合作协议（2026）';
  const titleEn =
    'Agreement between Yizhou Vocational and Technical College and Dingyuan New Materials Group on a Winter Internship Group (2026)';
  const on = {
    proposed: '2026-10-19',
    accepted: '2026-10-21',
    confirmed: '2026-10-28',
    signed: '2026-11-02',
  };
  const lines = ['P06', 'P08'].map((postId) => ({ postId, seats: 1 }));
  const name = '定远冬季实习小组（2026）';
  return {
    ...year,
    order: {
      ...year.order,
      majorCodes: ['470201', '460301'],
      seats: 2,
      startQuarter: '2026-Q4',
      lines,
      proposedOn: on.proposed,
      acceptedOn: on.accepted,
    },
    agreement: {
      ...year.agreement,
      title,
      titleEn,
      validFrom: on.signed,
      validTo: '2027-03-31',
      terms: { ...year.agreement.terms, enterpriseCourseHours: 24, trainingWeeks: 3 },
      confirmations: year.agreement.confirmations.map((one) => ({ ...one, on: on.confirmed })),
      ceremony: { ...year.agreement.ceremony, on: on.signed },
    },
    orderClass: {
      ...year.orderClass,
      name,
      nameEn: 'Dingyuan Winter Internship Group (2026)',
      applicationsFrom: '2026-11-04',
      applicationsTo: '2026-11-06',
      scoredOn: '2026-11-09',
      seats: 2,
      posts: lines,
    },
    applications: [
      { studentNumber: '202503006', choices: [{ postId: 'P08', score: 82 }] },
      { studentNumber: '202503019', choices: [{ postId: 'P06', score: 85.5 }] },
    ],
  };
}

/** What the office says once for the group. */
const given = {
  tasks: {
    zh: '设备点检、备件更换与检修记录',
    en: 'Inspection of equipment, exchange of parts, records of repair',
  },
  ...{ dailyHours: 8, weeklyHours: 40, payDay: 15, endNoticeDays: 7 },
  restDays: { zh: '周六、周日', en: 'Saturdays and Sundays' },
  meals: { zh: '企业食堂，每日补贴 20 元', en: "The enterprise's canteen, 20 yuan a day" },
  lodging: { zh: '企业宿舍，四人间，免费', en: "The enterprise's hostel, rooms of four, free" },
  assessment: {
    zh: '企业评价占六成，学校评价占四成',
    en: 'Six tenths by the enterprise, four by the school',
  },
  ...{ teacherPhone: '19900009001', mentorPhone: '19900005001' },
};

/** What only the family knows; the number belongs to nobody. */
const family = { identityNumber: '示例，无真实号码', studentAddress: '哈密市伊州区（示例地址）' };

/**
 * Plays the winter group up to its tripartite agreements: one is signed by school, enterprise and student and waits
 * for the guardian; the other waits for what its student has to tell.
 */
export async function playTripartite(
  stage: Stage,
  year: Cycle,
  keys: Keys,
  schoolId: string,
  settle: () => Promise<void>,
): Promise<void> {
  const { act } = stage;
  const winter = winterGroup(year);
  const orderId = await playOrder(stage, winter, keys, schoolId);
  const agreementId = await playAgreement(stage, winter, orderId, 'plain');
  await settle();
  const classId = await playClass(stage, winter, keys, agreementId, span);
  const { id: matchingId } = await act(classes.matchings.make, office, '2026-11-09', { classId });
  await act(classes.matchings.publish, office, '2026-11-09', { classId, matchingId });
  for (const { id: placementId } of await act(classes.placements.list, office, '2026-11-10', { classId }))
    await act(classes.placements.answer, office, '2026-11-10', { placementId, accept: true });
  const insurance = {
    ...{ insurer: '示例保险公司', number: 'EXAMPLE-2026-002', payer: 'school' as const },
    ...{ from: span.startsOn, to: span.endsOn },
  };
  await act(classes.placements.insure, office, '2026-11-11', { classId, insurance });
  await act(agreements.internships.make, office, '2026-11-11', { classId, given });
  await settle();
  const [own] = (await act(agreements.internships.mine.list, student, '2026-11-12', {})).items;
  if (own === undefined) throw new Error('the example student has no tripartite agreement');
  await act(agreements.internships.mine.answer, student, '2026-11-12', {
    agreementId: own.id,
    given: family,
  });
  for (const [who, signer, signerPost, on] of [
    [office, '林知远', '校长', '2026-11-13'],
    [hr, '沈立成', '董事长', '2026-11-16'],
  ] as const) {
    const { rows } = await act(agreements.internships.ofClass, who, on, { classId });
    const version = rows.find((row) => row.agreement?.id === own.id)?.agreement?.version ?? 0;
    const seen = [{ agreementId: own.id, version }];
    await act(agreements.internships.confirm, who, on, { classId, seen, signer, signerPost });
    await settle();
  }
  await signTripartite(stage, own.id);
}

/** School, enterprise and student sign; their passwords are tried at the same time, the signatures follow each other. */
async function signTripartite(stage: Stage, agreementId: string): Promise<void> {
  const { act } = stage;
  const on = '2026-11-18';
  const { digest } = await act(agreements.internships.mine.get, student, on, { agreementId });
  if (digest === null) throw new Error('the tripartite agreement of the example was not composed');
  const order = { agreementId, digest, secret: examplePassword };
  await Promise.all([
    act(agreements.sign, president, on, order),
    act(agreements.sign, chair, on, order),
    act(agreements.internships.mine.sign, student, on, order),
  ]);
}
