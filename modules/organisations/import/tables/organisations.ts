import { choice, yesNo } from '../choice-columns.ts';
import { optional, withDefault } from '../column.ts';
import { levels } from '../major-categories.ts';
import { defineTable } from '../table.ts';
import { creditCode, regionCode, text } from '../text-columns.ts';

const sections = 'ABCDEFGHIJKLMNOPQRST'.split('').map((value) => ({ value, zh: value, en: value }));

/** Schools, enterprises and authorities that take part. */
export const organisations = defineTable({
  key: 'organisations',
  zh: '单位',
  en: 'organisations',
  aliases: ['组织', '机构'],
  owner: 'creditCode',
  ownerKind: undefined,
  identity: ['creditCode'],
  columns: {
    creditCode: creditCode('统一社会信用代码', 'Unified social credit code'),
    kind: choice('单位类型', 'Kind', [
      { value: 'school', zh: '学校', en: 'school', aliases: ['院校', '职业院校'] },
      { value: 'enterprise', zh: '企业', en: 'enterprise', aliases: ['公司', 'company'] },
      { value: 'authority', zh: '主管部门', en: 'authority', aliases: ['教育局', '政府部门'] },
    ]),
    name: text('单位名称', 'Name', { aliases: ['名称'], max: 120 }),
    nameEn: optional(text('英文名称', 'English name', { max: 160 })),
    legalRepresentative: optional(text('法定代表人', 'Legal representative', { max: 60 })),
    regionCode: regionCode('行政区划代码', 'Region code'),
    address: optional(text('地址', 'Address')),
    industrySection: optional(
      choice('行业门类', 'Industry section', sections, {
        hint: {
          zh: 'GB/T 4754 门类字母，如制造业为 C',
          en: 'letter of GB/T 4754, such as C for manufacturing',
        },
      }),
    ),
    schoolLevel: optional(
      choice('办学层次', 'School level', levels, {
        hint: { zh: '学校必填', en: 'required for a school' },
      }),
    ),
    profile: optional(text('简介', 'Profile', { max: 4000 })),
    illustrative: withDefault(
      yesNo('示例数据', 'Illustrative', {
        hint: { zh: '虚构的示例单位填“是”', en: 'yes for an invented example' },
      }),
      false,
    ),
  },
  check: (row) =>
    row.kind === 'school' && row.schoolLevel === null
      ? [{ column: 'schoolLevel', code: 'import.value-required', params: {} }]
      : [],
});
