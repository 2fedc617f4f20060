import type { TemplateText } from '../check-template.ts';
import type { TemplateKind } from '../template-variables.ts';
import { askedVariables } from './asked-variables.ts';
import { text as baseEn } from './base.en.ts';
import { text as baseZh } from './base.zh-CN.ts';
import { text as innovationEn } from './joint-innovation.en.ts';
import { text as innovationZh } from './joint-innovation.zh-CN.ts';
import { text as memorandumEn } from './memorandum.en.ts';
import { text as memorandumZh } from './memorandum.zh-CN.ts';
import { text as orderEn } from './order-class.en.ts';
import { text as orderZh } from './order-class.zh-CN.ts';
import { text as sharingEn } from './talent-sharing.en.ts';
import { text as sharingZh } from './talent-sharing.zh-CN.ts';
import { text as tripartiteEn } from './tripartite.en.ts';
import { text as tripartiteZh } from './tripartite.zh-CN.ts';

/** A template that ships with the product; nobody edits it, everybody may copy it. */
export type StandardTemplate = TemplateText & { title: string; titleEn: string };

const standard = (
  kind: TemplateKind,
  title: string,
  titleEn: string,
  [body, bodyEn]: readonly [string, string],
): StandardTemplate => ({ ...{ kind, title, titleEn, body, bodyEn }, variables: askedVariables[kind] });

/** One template of each kind, by kind. */
export const standardTemplates: Readonly<Record<TemplateKind, StandardTemplate>> = {
  'order-class': standard(
    'order-class',
    '校企订单式合作培养协议',
    'School–Enterprise Order-based Training Agreement',
    [orderZh, orderEn],
  ),
  base: standard('base', '联合培养实训基地共建协议', 'Joint Training Base Agreement', [baseZh, baseEn]),
  'talent-sharing': standard('talent-sharing', '校企人才共享协议', 'Talent-sharing Agreement', [
    sharingZh,
    sharingEn,
  ]),
  'joint-innovation': standard('joint-innovation', '协同创新项目协议', 'Joint Innovation Agreement', [
    innovationZh,
    innovationEn,
  ]),
  tripartite: standard('tripartite', '岗位实习三方协议', 'Tripartite Post-internship Agreement', [
    tripartiteZh,
    tripartiteEn,
  ]),
  memorandum: standard('memorandum', '校企合作备忘录', 'Memorandum of Cooperation', [
    memorandumZh,
    memorandumEn,
  ]),
};
