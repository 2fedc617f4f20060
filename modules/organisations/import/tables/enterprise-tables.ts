import { choice, choices, yesNo } from '../choice-columns.ts';
import { optional, withDefault } from '../column.ts';
import { hazardTags } from '../hazard-tags.ts';
import { majorCategories } from '../major-categories.ts';
import { integer, money } from '../number-columns.ts';
import { defineTable } from '../table.ts';
import { code, creditCode, iscoCode, mail, regionCode, text } from '../text-columns.ts';

const enterpriseCode = () => creditCode('企业统一社会信用代码', 'Enterprise credit code');
const ofEnterprise = { table: 'organisations', columns: ['enterpriseCode'] } as const;
const ofSite = { table: 'sites', columns: ['enterpriseCode', 'siteId'] } as const;
const ofPost = { table: 'posts', columns: ['enterpriseCode', 'postId'] } as const;

/** Places where an enterprise works. */
export const sites = defineTable({
  key: 'sites',
  zh: '厂区',
  en: 'sites',
  aliases: ['场所', '基地地点'],
  owner: 'enterpriseCode',
  ownerKind: 'enterprise',
  identity: ['enterpriseCode', 'siteId'],
  references: [ofEnterprise],
  columns: {
    enterpriseCode: enterpriseCode(),
    siteId: code('厂区编号', 'Site id'),
    name: text('厂区名称', 'Name', { max: 80 }),
    nameEn: optional(text('英文名称', 'English name', { max: 120 })),
    regionCode: regionCode('行政区划代码', 'Region code'),
    address: text('地址', 'Address'),
  },
});

/** Posts, with what the law asks about them. */
export const posts = defineTable({
  key: 'posts',
  zh: '岗位',
  en: 'posts',
  owner: 'enterpriseCode',
  ownerKind: 'enterprise',
  identity: ['enterpriseCode', 'postId'],
  references: [ofEnterprise, ofSite, { table: 'headcount', columns: ['enterpriseCode', 'occupationId'] }],
  columns: {
    enterpriseCode: enterpriseCode(),
    postId: code('岗位编号', 'Post id'),
    title: text('岗位名称', 'Title', { max: 80 }),
    titleEn: optional(text('英文名称', 'English title', { max: 120 })),
    iscoCode: iscoCode('职业代码', 'ISCO code'),
    occupationId: optional(code('工种编号', 'Occupation id')),
    siteId: code('厂区编号', 'Site id'),
    onDuty: integer('在岗人数', 'On duty'),
    monthlyPay: money('岗位月工资（元）', 'Monthly pay (CNY)', {
      hint: { zh: '本岗位试用期或相同岗位工资', en: 'pay of the same post for employees' },
    }),
    internMonthlyPay: optional(money('实习月报酬（元）', 'Intern monthly pay (CNY)')),
    hazardTags: choices('危害因素', 'Hazards', hazardTags, {
      hint: { zh: '多项用顿号分开，没有则留空', en: 'several parted by a comma; empty for none' },
    }),
    nightShift: yesNo('夜班', 'Night shift'),
    majorCategories: choices('对口专业大类', 'Major categories', majorCategories, {
      hint: { zh: '专业大类名称，多项用顿号分开', en: 'categories of majors, parted by a comma' },
    }),
    physicalGrade: choice('体力劳动强度', 'Physical labour grade', [
      { value: 1, zh: 'I级', en: 'I', aliases: ['Ⅰ', '一级', '1级'] },
      { value: 2, zh: 'II级', en: 'II', aliases: ['Ⅱ', '二级', '2级'] },
      { value: 3, zh: 'III级', en: 'III', aliases: ['Ⅲ', '三级', '3级'] },
      { value: 4, zh: 'IV级', en: 'IV', aliases: ['Ⅳ', '四级', '4级'] },
    ]),
  },
});

/** Workstations where learners are trained. */
export const workstations = defineTable({
  key: 'workstations',
  zh: '工位',
  en: 'workstations',
  aliases: ['实训工位'],
  owner: 'enterpriseCode',
  ownerKind: 'enterprise',
  identity: ['enterpriseCode', 'stationId'],
  references: [ofEnterprise, ofSite, ofPost],
  columns: {
    enterpriseCode: enterpriseCode(),
    stationId: code('工位编号', 'Station id'),
    name: text('工位名称', 'Name', { max: 80 }),
    nameEn: optional(text('英文名称', 'English name', { max: 120 })),
    siteId: code('厂区编号', 'Site id'),
    postId: code('岗位编号', 'Post id'),
    unit: text('实训单元', 'Training unit', { max: 60 }),
    unitWeeks: optional(integer('单元周数', 'Unit weeks', { min: 1, max: 26 })),
    places: integer('可容纳人数', 'Places', { min: 1, max: 60 }),
    safetyNote: optional(text('安全提示', 'Safety note', { max: 400 })),
  },
});

/** Mentors (enterprise masters) who train learners. */
export const mentors = defineTable({
  key: 'mentors',
  zh: '企业导师',
  en: 'mentors',
  aliases: ['师傅', '导师'],
  owner: 'enterpriseCode',
  ownerKind: 'enterprise',
  identity: ['enterpriseCode', 'staffNumber'],
  references: [ofEnterprise, ofPost],
  columns: {
    enterpriseCode: enterpriseCode(),
    staffNumber: code('工号', 'Staff number'),
    name: text('姓名', 'Name', { max: 60 }),
    postId: code('岗位编号', 'Post id'),
    certificate: optional(text('职业资格或技能等级', 'Certificate', { max: 80 })),
    maxLearners: withDefault(integer('最多带教人数', 'Max learners', { min: 1, max: 20 }), 5),
    mail: optional(mail('邮箱', 'Mail')),
  },
});
