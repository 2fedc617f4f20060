import type { PackWords, RuleWords } from '@dualtrack/rules';
import { agreement } from './articles/agreement.zh-CN.ts';
import { assessment } from './articles/assessment.zh-CN.ts';
import { charges } from './articles/charges.zh-CN.ts';
import { conduct } from './articles/conduct.zh-CN.ts';
import { facts } from './articles/facts.zh-CN.ts';
import { guidance } from './articles/guidance.zh-CN.ts';
import { limits } from './articles/limits.zh-CN.ts';
import { organisation } from './articles/organisation.zh-CN.ts';
import { pay } from './articles/pay.zh-CN.ts';
import { protection } from './articles/protection.zh-CN.ts';
import { reasons } from './articles/reasons.zh-CN.ts';
import { safety } from './articles/safety.zh-CN.ts';
import { supervision } from './articles/supervision.zh-CN.ts';
import { values } from './articles/values.zh-CN.ts';
import { workingTime } from './articles/working-time.zh-CN.ts';
import type en from './articles.en.ts';
import { evidence } from './evidence.zh-CN.ts';

type Like<T, V> = Readonly<Record<keyof T, V>>;

/** Chinese sentences of the pack, in our own words; a key that is missing does not compile. */
export default {
  title: '职业学校学生实习管理规定（2021年修订）',
  caution:
    '本内容为转述，非条文原文，不构成法律意见。多处条号为推定或凭记忆，判定结果中均有注明，请以教育部公布文本为准。',
  rules: {
    ...organisation,
    ...limits,
    ...guidance,
    ...agreement,
    ...protection,
    ...workingTime,
    ...pay,
    ...charges,
    ...conduct,
    ...assessment,
    ...safety,
    ...supervision,
  },
  facts,
  reasons,
  exceptions: {
    familiarisation: '属于认识实习',
    'filed-high-risk': '高风险实习已事先备案',
    'filed-rest-days': '休息日实习已事先备案',
    'filed-overtime': '延长工时已事先备案',
    'filed-night': '夜班已事先备案',
  },
  values,
  waivableBy: {
    nobody: '任何人不得豁免',
    school: '学校（须记录理由）',
    'competent-department': '上级主管部门（事先备案）',
    authority: '监管部门',
  },
  evidence,
  confidence: {
    seen: '条号已见原文',
    inferred: '条号由2016年版推定',
    recalled: '条号凭记忆，未核对',
    'recalled-low': '条号凭记忆，把握较低',
    'chapter-only': '仅知所在章',
    'other-law': '出自其他法律',
    press: '来自新闻报道',
  },
} satisfies PackWords & {
  rules: Like<typeof en.rules, RuleWords>;
  exceptions: Like<typeof en.exceptions, string>;
  waivableBy: Like<typeof en.waivableBy, string>;
};
