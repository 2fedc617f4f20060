import type { RuleWords } from '@dualtrack/rules';
import type { organisation as en } from './organisation.en.ts';

/** Chinese sentences of `rules/organisation.ts`: kinds of internship, the host and the plan. */
export const organisation = {
  'CN-INT-001': {
    title: '实习类型明确、单位已登记',
    remedy: '选定两类之一，并补登单位的组织形式和统一社会信用代码。',
  },
  'CN-INT-002': {
    title: '岗位与专业对口',
    remedy: '改派到学生所属专业大类的岗位。',
  },
  'CN-INT-003': {
    title: '实习单位经过考察',
    remedy: '实地考察，补齐九项内容并签字。',
  },
  'CN-INT-004': {
    title: '单位合法、集体决策并公开',
    remedy: '核对执照和违规名单，补充决策记录并公开。',
  },
  'CN-INT-005': {
    title: '校企共同制定实习方案',
    remedy: '补齐方案内容，由双方审定。',
  },
  'CN-INT-006': {
    title: '自主实习须经学校同意',
    remedy: '开始前取得学校同意并指派教师。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleWords>>;
