import type { Cycle } from '@dualtrack/app-server/example-cycle';
import type { RowOf } from '../../modules/organisations/import/index.ts';
import { makeApplications } from './applications.ts';
import { makeBase } from './base.ts';
import type { Chance } from './chance.ts';
import { enterpriseCode, schoolCode, today } from './parties.ts';
import { cohorts } from './school.ts';

const seats = [
  { postId: 'P01', seats: 4 },
  { postId: 'P02', seats: 12 },
  { postId: 'P04', seats: 8 },
  { postId: 'P06', seats: 4 },
  { postId: 'P07', seats: 4 },
  { postId: 'P08', seats: 4 },
];

/**
 * This year's cooperation in the middle: order accepted, agreement signed, forty-five applicants have ranked
 * their choices and been scored for thirty-six seats; matching, rotation and everything after are still to come.
 */
export function makeCycle2026(
  chance: Chance,
  students: readonly RowOf<'students'>[],
  mentors: readonly RowOf<'mentors'>[],
): Cycle {
  const majorOf = (cohortId: string) => cohorts.find((one) => one.cohortId === cohortId)?.majorCode ?? '';
  const second = students.filter((student) =>
    cohorts.some((one) => one.cohortId === student.cohortId && one.entryYear === 2025),
  );
  const youngest = [...second].sort((a, b) => (a.birthDate < b.birthDate ? 1 : -1)).slice(0, 2);
  const others = chance.shuffled(second.filter((student) => !youngest.includes(student))).slice(0, 43);
  const applicants = [...youngest, ...others].sort((a, b) => (a.studentNumber < b.studentNumber ? -1 : 1));
  return {
    format: 'dualtrack/example-cycle@1',
    illustrative: true,
    year: 2026,
    asOf: today,
    schoolCode,
    enterpriseCode,
    order: {
      id: 'ORD-2026-01',
      state: 'in-agreement',
      majorCodes: ['460301', '460307', '470201', '460110'],
      seats: 36,
      startQuarter: '2027-Q1',
      proposedOn: '2026-08-31',
      acceptedOn: '2026-09-14',
      reason: { occupationId: 'dcs-operator', quarter: '2026-Q3', shortage: 36 },
      lines: seats,
    },
    agreement: {
      id: 'AGR-2026-01',
      title: '伊州职业技术学院与定远新材料集团有限公司校企订单式合作培养协议（2026）',
      titleEn:
        'School-Enterprise Order-based Cooperation and Cultivation Agreement between Yizhou Vocational and Technical College and Dingyuan New Materials Group (2026)',
      state: 'in-force',
      validFrom: '2026-10-16',
      validTo: '2028-07-31',
      terms: {
        seats: 36,
        enterpriseCourseHours: 192,
        trainingWeeks: 18,
        internMonthlyPayMin: 440_000,
        scholarshipPerStudent: 240_000,
        minimumHireShare: 0.85,
        learnersPerMentorMax: 5,
        insuredBy: 'school',
      },
      confirmations: [
        { side: 'school', name: '林知远', post: '校长', on: '2026-10-09' },
        { side: 'enterprise', name: '沈立成', post: '董事长', on: '2026-10-12' },
      ],
      ceremony: {
        on: '2026-10-16',
        place: '伊州职业技术学院图书馆报告厅（虚构）',
        signatories: [
          { side: 'school', name: '林知远', post: '校长' },
          { side: 'enterprise', name: '沈立成', post: '董事长' },
        ],
      },
    },
    base: makeBase(mentors),
    orderClass: {
      id: 'CLASS-2026-01',
      name: '定远订单班（2026）',
      nameEn: 'Dingyuan Order Class (2026)',
      state: 'choices-closed',
      applicationsFrom: '2026-10-26',
      applicationsTo: '2026-11-13',
      scoredOn: '2026-11-19',
      seats: 36,
      posts: seats,
      lottery: 'dingyuan-2026-10-26',
    },
    applications: makeApplications(
      chance,
      applicants,
      majorOf,
      seats.map((one) => one.postId),
    ),
    placements: [],
    rotation: null,
    assessments: [],
    outcomes: [],
  };
}
