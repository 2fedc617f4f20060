import { bandFaults, peopleIn } from '../../age-bands.ts';
import { ageBands } from '../age-band-column.ts';
import { optional } from '../column.ts';
import { decimal, integer, percent } from '../number-columns.ts';
import { defineTable } from '../table.ts';
import { code, creditCode, iscoCode, text } from '../text-columns.ts';
import { quarter } from '../time-columns.ts';

const enterpriseCode = () => creditCode('企业统一社会信用代码', 'Enterprise credit code');
const ofEnterprise = { table: 'organisations', columns: ['enterpriseCode'] } as const;
const ofOccupation = { table: 'headcount', columns: ['enterpriseCode', 'occupationId'] } as const;
const wide = { zh: '也可以每个季度一列', en: 'or one column per quarter' };

/** How many units of each line run in each quarter. */
export const capacity = defineTable({
  key: 'capacity',
  zh: '产能计划',
  en: 'capacity',
  aliases: ['产能'],
  owner: 'enterpriseCode',
  ownerKind: 'enterprise',
  identity: ['enterpriseCode', 'lineId'],
  unique: ['enterpriseCode', 'lineId', 'quarter'],
  references: [ofEnterprise],
  sameWithin: ['lineName'],
  quarters: { mode: 'expand', quarter: 'quarter', value: 'units' },
  columns: {
    enterpriseCode: enterpriseCode(),
    lineId: code('产线编号', 'Line id'),
    lineName: text('产线名称', 'Line name', { max: 80 }),
    quarter: quarter('季度', 'Quarter', { hint: wide }),
    units: decimal('运行单元数', 'Units', { max: 100_000 }),
  },
});

/** How many people of an occupation one unit of a line needs. */
export const staffing = defineTable({
  key: 'staffing',
  zh: '产线定员',
  en: 'staffing',
  aliases: ['定员'],
  owner: 'enterpriseCode',
  ownerKind: 'enterprise',
  identity: ['enterpriseCode', 'lineId', 'occupationId'],
  references: [ofEnterprise, { table: 'capacity', columns: ['enterpriseCode', 'lineId'] }, ofOccupation],
  columns: {
    enterpriseCode: enterpriseCode(),
    lineId: code('产线编号', 'Line id'),
    occupationId: code('工种编号', 'Occupation id'),
    perUnit: decimal('每单元定员', 'Per unit', { max: 10_000 }),
  },
});

/** Today's people by occupation, how many leave, and who retires when (a column per quarter). */
export const headcount = defineTable({
  key: 'headcount',
  zh: '人员现状',
  en: 'headcount',
  aliases: ['工种', '职业'],
  owner: 'enterpriseCode',
  ownerKind: 'enterprise',
  identity: ['enterpriseCode', 'occupationId'],
  references: [ofEnterprise],
  quarters: {
    mode: 'collect',
    into: 'quarters',
    value: integer('退休人数', 'Retirements', { max: 100_000 }),
  },
  columns: {
    enterpriseCode: enterpriseCode(),
    occupationId: code('工种编号', 'Occupation id'),
    title: text('工种名称', 'Title', { max: 80 }),
    titleEn: optional(text('英文名称', 'English title', { max: 120 })),
    iscoCode: iscoCode('职业代码', 'ISCO code'),
    headcount: integer('现有人数', 'Headcount'),
    attrition: percent('季度流失率', 'Quarterly attrition', {
      hint: {
        zh: '每季度离职比例，如 2%；各季度列填退休人数',
        en: 'share that leaves in a quarter; quarter columns hold retirements',
      },
    }),
    retirementAge: optional(integer('退休年龄', 'Retirement age', { min: 45, max: 75 })),
    ageBands: optional(ageBands('年龄段人数', 'People by age')),
  },
  check: (row) => {
    if (row.ageBands === null) return [];
    const [first] = bandFaults(row.ageBands, row.retirementAge);
    if (first !== undefined) {
      const { from, to } = row.ageBands[first.place] ?? { from: 0, to: 0 };
      return [{ column: 'ageBands', code: 'import.age-band-order', params: { value: `${from}-${to}` } }];
    }
    const sum = peopleIn(row.ageBands);
    return sum === row.headcount
      ? []
      : [{ column: 'ageBands', code: 'import.age-band-sum', params: { sum, headcount: row.headcount } }];
  },
});

/** Projects that may happen, with the people they would need on top. */
export const projects = defineTable({
  key: 'projects',
  zh: '项目',
  en: 'projects',
  owner: 'enterpriseCode',
  ownerKind: 'enterprise',
  identity: ['enterpriseCode', 'projectId'],
  unique: ['enterpriseCode', 'projectId', 'occupationId', 'quarter'],
  references: [ofEnterprise, ofOccupation],
  sameWithin: ['name', 'nameEn', 'probability', 'delayMean', 'delayMax'],
  quarters: { mode: 'expand', quarter: 'quarter', value: 'headcount' },
  columns: {
    enterpriseCode: enterpriseCode(),
    projectId: code('项目编号', 'Project id'),
    name: text('项目名称', 'Name', { max: 120 }),
    nameEn: optional(text('英文名称', 'English name', { max: 160 })),
    probability: percent('实施概率', 'Probability'),
    delayMean: decimal('平均延迟（季度）', 'Mean delay (quarters)', { max: 40 }),
    delayMax: integer('最大延迟（季度）', 'Max delay (quarters)', { max: 40 }),
    occupationId: code('工种编号', 'Occupation id'),
    quarter: quarter('季度', 'Quarter', { hint: wide }),
    headcount: integer('需求人数', 'Headcount'),
  },
  check: (row) =>
    row.delayMean > row.delayMax
      ? [
          {
            column: 'delayMean',
            code: 'import.out-of-range',
            params: { value: row.delayMean, min: 0, max: row.delayMax },
          },
        ]
      : [],
});
