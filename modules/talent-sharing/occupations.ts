/** A unit group of the International Standard Classification of Occupations (ISCO-08, ILO 2012). */
export type Occupation = { code: string; zh: string; en: string };

/** Unit groups in which experts of technical cooperation are found; the full classification has 436. */
export const occupations: readonly Occupation[] = [
  ['1321', '制造业经理', 'Manufacturing managers'],
  ['1323', '建筑业经理', 'Construction managers'],
  ['2113', '化学家', 'Chemists'],
  ['2131', '生物学家和相关专业人员', 'Biologists and related professionals'],
  ['2141', '工业与生产工程师', 'Industrial and production engineers'],
  ['2142', '土木工程师', 'Civil engineers'],
  ['2143', '环境工程师', 'Environmental engineers'],
  ['2144', '机械工程师', 'Mechanical engineers'],
  ['2145', '化学工程师', 'Chemical engineers'],
  ['2146', '采矿与冶金工程师', 'Mining engineers, metallurgists'],
  ['2151', '电气工程师', 'Electrical engineers'],
  ['2152', '电子工程师', 'Electronics engineers'],
  ['2263', '环境与职业卫生专业人员', 'Environmental and occupational health professionals'],
  ['2320', '职业教育教师', 'Vocational education teachers'],
  ['2351', '教学方法专家', 'Education methods specialists'],
  ['2424', '培训与员工发展专家', 'Training and staff development professionals'],
  ['2511', '系统分析师', 'Systems analysts'],
  ['2512', '软件开发人员', 'Software developers'],
  ['3111', '理化技术员', 'Chemical and physical science technicians'],
  ['3113', '电气技术员', 'Electrical engineering technicians'],
  ['3114', '电子技术员', 'Electronics engineering technicians'],
  ['3115', '机械技术员', 'Mechanical engineering technicians'],
  ['3116', '化学工程技术员', 'Chemical engineering technicians'],
  ['3117', '采矿与冶金技术员', 'Mining and metallurgical technicians'],
  ['3119', '其他工程技术员', 'Physical and engineering science technicians n.e.c.'],
  ['3122', '制造业主管', 'Manufacturing supervisors'],
  ['3131', '发电设备操作员', 'Power production plant operators'],
  ['3133', '化工过程控制员', 'Chemical processing plant controllers'],
  ['3135', '金属生产过程控制员', 'Metal production process controllers'],
  ['3139', '其他过程控制技术员', 'Process control technicians n.e.c.'],
  ['7212', '焊工', 'Welders and flamecutters'],
  ['7222', '工具钳工', 'Toolmakers and related workers'],
  ['7223', '金属切削机床操作工', 'Metal working machine tool setters and operators'],
  ['7231', '汽车维修工', 'Motor vehicle mechanics and repairers'],
  ['7233', '工业机械维修工', 'Agricultural and industrial machinery mechanics'],
  ['7412', '电工', 'Electrical mechanics and fitters'],
  ['7421', '电子设备维修工', 'Electronics mechanics and servicers'],
  ['7543', '产品检验员', 'Product graders and testers'],
  ['8121', '金属加工设备操作员', 'Metal processing plant operators'],
  ['8131', '化工产品设备操作员', 'Chemical products plant and machine operators'],
  ['8211', '机械装配工', 'Mechanical machinery assemblers'],
].map(([code = '', zh = '', en = '']) => ({ code, zh, en }));

/** Codes that a card or a need may name. */
export const occupationCodes: ReadonlySet<string> = new Set(occupations.map(({ code }) => code));

/** Codes of groups whose name in either language holds some words; for a search by a part of a word. */
export function occupationsNamed(words: string): string[] {
  const sought = words.toLowerCase();
  return occupations
    .filter(({ code, zh, en }) => code === sought || zh.includes(sought) || en.toLowerCase().includes(sought))
    .map(({ code }) => code);
}
