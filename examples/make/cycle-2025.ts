import type { Cycle } from '@dualtrack/app-server/example-cycle';
import type { RowOf } from '../../modules/organisations/import/index.ts';
import { makeApplications, placeStably } from './applications.ts';
import { makeBase, makeRotationBlocks } from './base.ts';
import { mondays } from './calendar.ts';
import type { Chance } from './chance.ts';
import { posts as allPosts } from './enterprise.ts';
import { enterpriseCode, schoolCode, today } from './parties.ts';
import { cohorts } from './school.ts';

const seats = [
  { postId: 'P01', seats: 9 },
  { postId: 'P03', seats: 8 },
  { postId: 'P06', seats: 5 },
  { postId: 'P07', seats: 4 },
  { postId: 'P08', seats: 4 },
];

/** Last year's cooperation, finished: thirty seats for the class that entered in 2023 and left in summer 2026. */
export function makeCycle2025(
  chance: Chance,
  students: readonly RowOf<'students'>[],
  mentors: readonly RowOf<'mentors'>[],
): Cycle {
  const majorOf = (cohortId: string) => cohorts.find((one) => one.cohortId === cohortId)?.majorCode ?? '';
  const leaving = students.filter((student) =>
    cohorts.some((one) => one.cohortId === student.cohortId && one.entryYear === 2023),
  );
  const applicants = chance
    .shuffled(leaving)
    .slice(0, 38)
    .sort((a, b) => (a.studentNumber < b.studentNumber ? -1 : 1));
  const applications = makeApplications(
    chance,
    applicants,
    majorOf,
    seats.map((one) => one.postId),
  );
  const placements = placeStably(applications, seats);
  const base = makeBase(mentors);
  const blocks = makeRotationBlocks(
    placements.map((one) => one.studentNumber),
    base,
  );
  const weeks = mondays('2025-09-01', '2026-01-05').filter((monday) => monday !== '2025-09-29');
  return {
    format: 'dualtrack/example-cycle@1',
    illustrative: true,
    year: 2025,
    asOf: today,
    schoolCode,
    enterpriseCode,
    order: {
      id: 'ORD-2025-01',
      state: 'closed',
      majorCodes: ['460301', '460307', '470201', '460110'],
      seats: 30,
      startQuarter: '2025-Q3',
      proposedOn: '2025-02-26',
      acceptedOn: '2025-03-19',
      reason: { occupationId: 'dcs-operator', quarter: '2026-Q3', shortage: 36 },
      lines: seats,
    },
    agreement: agreement2025,
    base,
    orderClass: {
      id: 'CLASS-2025-01',
      name: '定远订单班（2025）',
      nameEn: 'Dingyuan Order Class (2025)',
      state: 'finished',
      applicationsFrom: '2025-05-06',
      applicationsTo: '2025-05-23',
      scoredOn: '2025-05-27',
      matchedOn: '2025-05-28',
      seats: 30,
      posts: seats,
      lottery: 'dingyuan-2025-05-06',
    },
    applications,
    placements,
    rotation: { id: 'ROT-2025-01', state: 'published', publishedOn: '2025-08-20', weeks, blocks },
    assessments: makeAssessments(chance, blocks, weeks),
    outcomes: makeOutcomes(chance, placements),
  };
}

const president = { side: 'school', name: '林知远', post: '校长' } as const;
const chair = { side: 'enterprise', name: '沈立成', post: '董事长' } as const;

const agreement2025: Cycle['agreement'] = {
  id: 'AGR-2025-01',
  title: '伊州职业技术学院与定远新材料集团有限公司校企订单式合作培养协议',
  titleEn:
    'School-Enterprise Order-based Cooperation and Cultivation Agreement between Yizhou Vocational and Technical College and Dingyuan New Materials Group',
  state: 'fulfilled',
  validFrom: '2025-04-18',
  validTo: '2026-07-31',
  terms: {
    seats: 30,
    enterpriseCourseHours: 160,
    trainingWeeks: 18,
    internMonthlyPayMin: 420_000,
    scholarshipPerStudent: 200_000,
    minimumHireShare: 0.8,
    learnersPerMentorMax: 5,
    insuredBy: 'school',
  },
  confirmations: [
    { side: 'school', name: '林知远', post: '校长', on: '2025-04-10' },
    { side: 'enterprise', name: '沈立成', post: '董事长', on: '2025-04-14' },
  ],
  ceremony: { on: '2025-04-18', place: '定远集团一厂报告厅（虚构）', signatories: [president, chair] },
};

function makeAssessments(
  chance: Chance,
  blocks: NonNullable<Cycle['rotation']>['blocks'],
  weeks: readonly string[],
): Cycle['assessments'] {
  return blocks.map(({ studentNumber, unit, mentor, start, weeks: length }) => {
    const lastMonday = Date.parse(weeks[start + length - 1] ?? '');
    const score = Math.round(70 + 13 * (chance.next() + chance.next()));
    // The Friday of the last week.
    const on = new Date(lastMonday + 4 * 86_400_000).toISOString().slice(0, 10);
    return { studentNumber, unit, mentor, score, on };
  });
}

/** Of thirty trained, two broke off, one got no offer, two went elsewhere, and one has left again since. */
function makeOutcomes(chance: Chance, placements: Cycle['placements']): Cycle['outcomes'] {
  const order = chance.shuffled(placements.map((_, at) => at));
  return placements.map(({ studentNumber, postId }, at) => {
    const place = order.indexOf(at);
    const trained = place >= 2;
    const offered = place >= 3;
    const joined = place >= 5;
    const pay = allPosts.find((post) => post.postId === postId)?.monthlyPay ?? null;
    return {
      studentNumber,
      postId,
      trained,
      offeredOn: offered ? '2026-05-20' : null,
      joinedOn: joined ? '2026-07-06' : null,
      monthlyPay: joined ? pay : null,
      leftOn: place === 5 ? '2026-10-16' : null,
    };
  });
}
