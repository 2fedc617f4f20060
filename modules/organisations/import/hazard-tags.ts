import type { Choice } from './column.ts';

/**
 * Hazards a post may carry, named by the grades from which the law keeps minors or women away. The rules
 * that use the tags say for whom each one counts. Sources: 未成年工特殊保护规定 (劳部发〔1994〕498号) art. 3;
 * 女职工劳动保护特别规定 (2012) annex. Short everyday words stand for the protected grade.
 */
export const hazardTags = [
  { value: 'dust', zh: '第一级以上接尘作业', en: 'productive dust', aliases: ['粉尘', '接尘'] },
  { value: 'toxic', zh: '第一级以上有毒作业', en: 'toxic work', aliases: ['有毒', '毒物'] },
  { value: 'height-1', zh: '高处作业', en: 'work at height', aliases: ['登高'] },
  {
    value: 'height-2',
    zh: '第二级以上高处作业',
    en: 'work at height, grade II or above',
    aliases: ['高处', '高空'],
  },
  { value: 'height-3', zh: '第三级以上高处作业', en: 'work at height, grade III or above' },
  { value: 'coldwater-1', zh: '冷水作业', en: 'cold water work' },
  { value: 'coldwater-2', zh: '第二级以上冷水作业', en: 'cold water, grade II or above', aliases: ['冷水'] },
  { value: 'heat-3', zh: '第三级以上高温作业', en: 'heat, grade III or above', aliases: ['高温'] },
  { value: 'cold-1', zh: '低温作业', en: 'low temperature work' },
  { value: 'cold-2', zh: '第二级以上低温作业', en: 'low temperature, grade II or above' },
  { value: 'cold-3', zh: '第三级以上低温作业', en: 'low temperature, grade III or above', aliases: ['低温'] },
  { value: 'noise-3', zh: '第三级以上噪声作业', en: 'noise, grade III or above', aliases: ['噪声', '噪音'] },
  { value: 'physical-3', zh: '第三级体力劳动强度', en: 'physical labour, grade III' },
  { value: 'physical-4', zh: '第四级体力劳动强度', en: 'physical labour, grade IV', aliases: ['重体力'] },
  {
    value: 'mine',
    zh: '矿山井下及矿山地面采石',
    en: 'mines and quarrying',
    aliases: ['井下', '矿山井下作业'],
  },
  { value: 'forest', zh: '伐木、流放及守林', en: 'felling and forest guarding', aliases: ['伐木'] },
  { value: 'radioactive', zh: '接触放射性物质', en: 'radioactive substances', aliases: ['放射', '放射性'] },
  { value: 'radioactive-open', zh: '非密封源放射性物质', en: 'unsealed radioactive sources' },
  {
    value: 'flammable',
    zh: '易燃易爆、化学性烧伤和热烧伤等危险性大',
    en: 'flammable, explosive or burning',
    aliases: ['易燃易爆', '化学性烧伤', '热烧伤', '灼伤'],
  },
  { value: 'exploration', zh: '地质及资源勘探野外作业', en: 'field exploration', aliases: ['勘探'] },
  {
    value: 'diving-altitude',
    zh: '潜水、涵洞、涵道及高原',
    en: 'diving, culverts, high plateau',
    aliases: ['潜水', '高原'],
  },
  { value: 'load', zh: '连续负重', en: 'carrying loads', aliases: ['负重', '搬运重物'] },
  {
    value: 'percussion',
    zh: '使用凿岩机、气镐等振动工具',
    en: 'percussion tools',
    aliases: ['振动', '风镐'],
  },
  {
    value: 'assembly-pace',
    zh: '强迫体位或快节奏流水线',
    en: 'forced posture or fast assembly line',
    aliases: ['流水线', '强迫体位'],
  },
  { value: 'boiler', zh: '锅炉司炉', en: 'boiler stoking', aliases: ['司炉'] },
  { value: 'toxic-list', zh: '女职工孕期禁忌的有毒物质', en: 'substances barred in pregnancy' },
  { value: 'anticancer', zh: '抗癌药物、麻醉气体', en: 'anticancer drugs, anaesthetic gases' },
  {
    value: 'confined',
    zh: '密闭空间、高压或强烈振动',
    en: 'confined space, pressure or strong vibration',
    aliases: ['密闭空间', '受限空间'],
  },
] as const satisfies readonly Choice<string>[];

/** Name of a hazard. */
export type HazardTag = (typeof hazardTags)[number]['value'];
