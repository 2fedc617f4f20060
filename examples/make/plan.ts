import type { RowOf } from '../../modules/organisations/import/index.ts';
import { enterpriseCode } from './parties.ts';

/** The twelve quarters of the plan. */
export const quarters = [2025, 2026, 2027].flatMap((year) => [1, 2, 3, 4].map((n) => `${year}-Q${n}`));

const lines: [id: string, name: string, units: number[]][] = [
  ['L1', '硅基材料线（一厂）', [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]],
  ['L2', '碳纤维线（二厂）', [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]],
  ['L3', '先进陶瓷新车间（三厂）', [0, 0, 0, 0, 0, 0, 2, 2, 2, 3, 3, 3]],
];

/** Units that run on each line: the new workshop begins with two in 2026-Q3 and gets a third in 2027-Q2. */
export const capacity: RowOf<'capacity'>[] = lines.flatMap(([lineId, lineName, counts]) =>
  counts.map((units, at) => ({ enterpriseCode, lineId, lineName, quarter: quarters[at] ?? '', units })),
);

/** id, title, English, ISCO, headcount now, attrition, per unit on L1, L2, L3, quarters in which one retires */
const occupations: [string, string, string, string, number, number, [number, number, number], number[]][] = [
  ['dcs-operator', '中控操作工', 'DCS operator', '3133', 124, 0.02, [20, 20, 20], [3, 5, 7, 8, 9, 10, 11]],
  [
    'field-operator',
    '现场操作工',
    'Field operator',
    '8131',
    275,
    0.028,
    [42, 46, 36],
    [2, 3, 5, 6, 7, 8, 9, 10, 11],
  ],
  ['mechanic', '设备检修钳工', 'Maintenance fitter', '7233', 86, 0.015, [13, 16, 8], [4, 7, 9, 10]],
  ['electrician', '电气检修工', 'Electrical fitter', '7412', 61, 0.014, [9, 12, 5], [6, 8, 11]],
  ['instrument-fitter', '仪表维修工', 'Instrument fitter', '7421', 40, 0.018, [6, 8, 4], [5, 9]],
  ['welder', '焊工', 'Welder', '7212', 45, 0.022, [6, 10, 3], [7, 10]],
  ['lab-analyst', '化验分析工', 'Laboratory analyst', '3111', 37, 0.012, [5, 8, 4], [8]],
  ['surface-operator', '纤维表面处理工', 'Surface treatment operator', '8122', 52, 0.03, [0, 25, 0], [6, 10]],
  ['crane-operator', '起重机操作工', 'Crane operator', '8343', 25, 0.01, [3, 6, 2], [9]],
  ['stock-clerk', '仓储管理员', 'Stock clerk', '4321', 22, 0.02, [3, 4, 2], []],
  ['shift-leader', '班组长', 'Shift leader', '3122', 32, 0.008, [4, 7, 3], [4, 8, 11]],
  ['safety-technician', '安全环保员', 'Safety and environment technician', '3257', 19, 0.01, [3, 3, 2], [10]],
];

/** People of each occupation now, with attrition and retirements (the field operators lose two at a time). */
export const headcount: RowOf<'headcount'>[] = occupations.map(
  ([occupationId, title, titleEn, iscoCode, count, attrition, , retiring]) => ({
    enterpriseCode,
    occupationId,
    title,
    titleEn,
    iscoCode,
    headcount: count,
    ageBands: null,
    retirementAge: null,
    attrition,
    quarters: quarters.map((quarter, at) => ({
      quarter,
      value: retiring.includes(at) ? (occupationId === 'field-operator' ? 2 : 1) : 0,
    })),
  }),
);

/** People of each occupation that one unit of a line needs. */
export const staffing: RowOf<'staffing'>[] = occupations.flatMap(([occupationId, , , , , , perLine]) =>
  lines.flatMap(([lineId], at) => {
    const perUnit = perLine[at] ?? 0;
    return perUnit === 0 ? [] : [{ enterpriseCode, lineId, occupationId, perUnit }];
  }),
);

type ProjectHead = {
  project: Pick<
    RowOf<'projects'>,
    'projectId' | 'name' | 'nameEn' | 'probability' | 'delayMean' | 'delayMax'
  >;
  /** Heads by quarter for each occupation, beginning at quarter number `from`. */
  needs: Readonly<Record<string, readonly number[]>>;
  from: number;
};

const projectHeads: readonly ProjectHead[] = [
  {
    project: {
      projectId: 'J1',
      name: '碳纤维二期扩建',
      nameEn: 'Carbon fibre, second phase',
      probability: 0.8,
      delayMean: 1,
      delayMax: 3,
    },
    needs: {
      'dcs-operator': [4, 12, 16, 16],
      'field-operator': [6, 18, 24, 24],
      'surface-operator': [0, 8, 12, 12],
      'instrument-fitter': [2, 4, 4, 4],
    },
    from: 8,
  },
  {
    project: {
      projectId: 'J2',
      name: '固废综合利用示范线',
      nameEn: 'Solid waste reuse pilot line',
      probability: 0.5,
      delayMean: 1.5,
      delayMax: 4,
    },
    needs: { 'field-operator': [6, 10, 10], 'lab-analyst': [2, 3, 3], electrician: [2, 2, 2] },
    from: 9,
  },
];

/** Two projects and the people each would need on top, by quarter. */
export const projects: RowOf<'projects'>[] = projectHeads.flatMap(({ project, needs, from }) =>
  Object.entries(needs).flatMap(([occupationId, counts]) =>
    counts.map((count, at) => ({
      enterpriseCode,
      ...project,
      occupationId,
      quarter: quarters[from + at] ?? '',
      headcount: count,
    })),
  ),
);
