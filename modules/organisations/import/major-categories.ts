import type { Choice } from './column.ts';

const names: readonly (readonly [zh: string, en: string])[] = [
  ['农林牧渔大类', 'Agriculture, forestry, animal husbandry, fishery'],
  ['资源环境与安全大类', 'Resources, environment and safety'],
  ['能源动力与材料大类', 'Energy, power and materials'],
  ['土木建筑大类', 'Civil engineering and construction'],
  ['水利大类', 'Water conservancy'],
  ['装备制造大类', 'Equipment manufacturing'],
  ['生物与化工大类', 'Biology and chemical engineering'],
  ['轻工纺织大类', 'Light industry and textiles'],
  ['食品药品与粮食大类', 'Food, drugs and grain'],
  ['交通运输大类', 'Transport'],
  ['电子与信息大类', 'Electronics and information'],
  ['医药卫生大类', 'Medicine and health'],
  ['财经商贸大类', 'Finance and commerce'],
  ['旅游大类', 'Tourism'],
  ['文化艺术大类', 'Culture and arts'],
  ['新闻传播大类', 'Journalism and communication'],
  ['教育与体育大类', 'Education and sports'],
  ['公安与司法大类', 'Public security and justice'],
  ['公共管理与服务大类', 'Public administration and services'],
];

/**
 * The 19 categories of vocational majors, numbered 1 to 19. In codes they appear as the first two digits:
 * 20 + number for bachelor, 40 + for associate, 60 + for secondary. Source: 职业教育专业目录（2021年）.
 */
export const majorCategories: readonly Choice<number>[] = names.map(([zh, en], at) => ({
  value: at + 1,
  zh,
  en,
  aliases: [zh.replace(/大类$/, ''), String(21 + at), String(41 + at), String(61 + at)],
}));

/** Level of a programme or school. */
export const levels = [
  { value: 'secondary', zh: '中等职业教育', en: 'secondary', aliases: ['中职', '中专'] },
  {
    value: 'associate',
    zh: '高等职业教育专科',
    en: 'associate',
    aliases: ['高职', '专科', '高职专科', '大专'],
  },
  { value: 'bachelor', zh: '高等职业教育本科', en: 'bachelor', aliases: ['职业本科', '本科'] },
] as const satisfies readonly Choice<string>[];

/** Category (1 to 19) and level that a 6-digit major code states; undefined for no such code. */
export function readMajorCode(
  code: string,
): { category: number; level: (typeof levels)[number]['value'] } | undefined {
  const start = Number(code.slice(0, 2));
  const category = ((start - 21) % 20) + 1;
  const level = ({ 2: 'bachelor', 3: 'bachelor', 4: 'associate', 5: 'associate' } as const)[
    Math.floor(start / 10)
  ];
  if (!/^\d{6}$/.test(code) || start < 21 || start > 79 || category < 1 || category > 19) return undefined;
  return { category, level: level ?? 'secondary' };
}
