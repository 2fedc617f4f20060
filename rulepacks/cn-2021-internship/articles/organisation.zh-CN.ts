import type { RuleText } from '@dualtrack/rules';
import type { organisation as en } from './organisation.en.ts';

/** Chinese sentences of `rules/organisation.ts`: kinds of internship, the host and the plan. */
export const organisation = {
  'CN-INT-001': {
    title: '实习类型明确、单位已登记',
    says: '实习只有认识实习和岗位实习两类；校内生产性基地、厂中校等须取得法人或非法人组织资格，才能作为实习单位。',
    remedy: '选定两类之一，并补登单位的组织形式和统一社会信用代码。',
  },
  'CN-INT-002': {
    title: '岗位与专业对口',
    says: '岗位应与所学专业对口或相近，不得跨专业大类安排。',
    remedy: '改派到学生所属专业大类的岗位。',
  },
  'CN-INT-003': {
    title: '实习单位经过考察',
    says: '选定单位前，学校须实地考察并写成书面报告，涵盖资质、诚信、管理、岗位、工时、工作环境、生活环境、健康保障、安全防护九项。',
    remedy: '实地考察，补齐九项内容并签字。',
  },
  'CN-INT-004': {
    title: '单位合法、集体决策并公开',
    says: '实习单位应合法经营、管理规范；学校集体研究决定并公开名单。',
    remedy: '核对执照和违规名单，补充决策记录并公开。',
  },
  'CN-INT-005': {
    title: '校企共同制定实习方案',
    says: '学校与单位共同制定方案，写明目的、任务、进度、地点、指导人员、考核和安全。',
    remedy: '补齐方案内容，由双方审定。',
  },
  'CN-INT-006': {
    title: '自主实习须经学校同意',
    says: '学生自己选择单位的，须经学校同意，单位符合同样条件，学校指派教师了解情况。',
    remedy: '开始前取得学校同意并指派教师。',
  },
} satisfies Readonly<Record<keyof typeof en, RuleText>>;
