import type { TablePdfData } from '../table-data.ts';

type Row = TablePdfData['rows'][number];

/** An invented roster of `count` students in Chinese and English, some with a name in Uyghur script. */
export function rosterExample(count: number): TablePdfData {
  const names = ['李示例', '王样本', '阿依古丽·示例 ئايگۈل', '张范例', '买尔旦·样本 مەردان'];
  return {
    languages: 'zh-en',
    paper: 'a4',
    orientation: 'portrait',
    title: { zh: '定远化工2026班学生名册', en: 'Roster of the order class Dingyuan Chemical 2026' },
    facts: [
      { label: { zh: '专业', en: 'Programme' }, value: '470201 应用化工技术' },
      { label: { zh: '人数', en: 'Students' }, value: String(count) },
    ],
    columns: [
      { head: { zh: '序号', en: 'No.' }, align: 'right' },
      { head: { zh: '学号', en: 'Student number' } },
      { head: { zh: '姓名', en: 'Name' }, share: 2 },
      { head: { zh: '岗位', en: 'Post' }, share: 2 },
      { head: { zh: '评分', en: 'Score' }, align: 'right' },
    ],
    rows: Array.from({ length: count }, (_, i) => [
      String(i + 1),
      `2026${String(1001 + i)}`,
      names[i % names.length] ?? '',
      i % 2 === 0 ? '集散控制操作员 DCS operator' : '质量检验员 Quality inspector',
      (95 - (i % 40) / 2).toFixed(1),
    ]),
    notes: [{ zh: '名册依据匹配结果生成。', en: 'Made from the result of the matching.' }],
    footer: 'YZ-DY-2026-001',
    illustrative: true,
  };
}

/** An invented rotation plan: `students` rows over 24 weeks, blocks coloured by side. */
export function planExample(students: number): TablePdfData {
  const weeks = 24;
  const row = (i: number): Row => [
    `学生${i + 1}`,
    { text: '校内教学', track: 'school', span: 4 + (i % 3) },
    { text: '集散控制室', track: 'enterprise', span: 6 },
    { text: '', track: 'away', span: 1 },
    { text: '质检', track: 'enterprise', span: 5 },
    { text: '校内教学', track: 'school', span: weeks - 16 - (i % 3) },
  ];
  return {
    languages: 'zh-en',
    paper: 'a3',
    orientation: 'landscape',
    title: { zh: '轮岗计划', en: 'Rotation plan' },
    subtitle: { zh: '定远化工2026班，2026年秋季学期', en: 'Dingyuan Chemical 2026, autumn term 2026' },
    columns: [
      { head: { zh: '学生', en: 'Student' }, share: 2.4 },
      ...Array.from({ length: weeks }, (_, w) => ({
        head: { zh: String(w + 1) },
        align: 'centre' as const,
        share: 1,
      })),
    ],
    groups: [
      { head: { zh: ' ', en: ' ' }, columns: 1 },
      ...[9, 10, 11, 12, 1, 2].map((month) => ({ head: { zh: `${month}月` }, columns: 4 })),
    ],
    rows: Array.from({ length: students }, (_, i) => row(i)),
    legend: [
      { track: 'school', text: { zh: '学校', en: 'School' } },
      { track: 'enterprise', text: { zh: '企业', en: 'Enterprise' } },
      { track: 'away', text: { zh: '假期', en: 'Leave' } },
    ],
    footer: '2026-08-20',
    illustrative: true,
  };
}
