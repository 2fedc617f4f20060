import { addMonths, ageOn } from '@dualtrack/rules';
import { CONTRACT_ITEMS, condition, includesAll } from '../facts.ts';
import { trainingAct } from '../statute.ts';

/** First-year minimum by start year in euro cent, as read; later years are announced and have to be filed. */
const MINIMUM: Readonly<Record<string, number>> = { 2020: 51_500, 2021: 55_000, 2022: 58_500, 2023: 62_000 };
const PERCENT = [100, 118, 135, 140];

const noClause = (clause: 'training-fee' | 'penalty' | 'damages-excluded') =>
  condition({
    code: `contract.no-${clause}`,
    needs: ['contract.clauses'],
    holds: (facts) => !facts['contract.clauses'].includes(clause),
    change: () => [{ fact: 'contract.clauses', must: 'leave-out', value: [clause] }],
  });

/** The contract: how it is made, what is in it, what is void, probation and pay. */
export const contractRules = [
  trainingAct({
    id: 'DE-01',
    says: {
      'zh-CN': '培训合同的主要内容须及时写成书面，最迟在培训开始之前。',
      en: 'The main content of the training contract is written down at once, at the latest before training begins.',
    },
    section: '11(1)',
    kind: 'requirement',
    checks: [
      condition({
        code: 'contract.written-before-start',
        needs: ['contract.recordedAt', 'training.start'],
        holds: (facts) => facts['contract.recordedAt'] < facts['training.start'],
      }),
    ],
    remedy: 'contract.write-down',
  }),
  trainingAct({
    id: 'DE-02',
    says: {
      'zh-CN':
        '合同写明职业与结构、起止日期、场外培训、每日时间、试用期、报酬、休假、解除条件、适用的集体合同和培训记录形式。',
      en: 'The contract names occupation and structure, dates, measures outside of the workplace, daily hours, probation, pay, leave, termination, collective agreements and the form of the training record.',
    },
    section: '11(1) nos. 1–10',
    kind: 'requirement',
    checks: [includesAll('contract.all-items', 'contract.fields', CONTRACT_ITEMS)],
    remedy: 'contract.add-items',
  }),
  trainingAct({
    id: 'DE-03',
    says: {
      'zh-CN': '培训方和学徒签字；学徒未成年的，法定代理人也要签字。',
      en: 'Trainer and trainee sign; for a minor the legal representative signs too.',
    },
    section: '11(2)(3)',
    kind: 'requirement',
    checks: [
      condition({
        code: 'contract.both-signed',
        needs: ['contract.signatures'],
        holds: (facts) =>
          (['trainer', 'trainee'] as const).every((one) => facts['contract.signatures'].includes(one)),
      }),
      condition({
        code: 'contract.guardian-signed',
        needs: ['contract.signatures', 'trainee.birthDate', 'training.start'],
        holds: (facts) =>
          ageOn(facts['trainee.birthDate'], facts['training.start']) >= 18 ||
          facts['contract.signatures'].includes('guardian'),
        change: () => [{ fact: 'contract.signatures', must: 'include', value: ['guardian'] }],
      }),
    ],
    remedy: 'contract.sign',
  }),
  trainingAct({
    id: 'DE-04',
    says: {
      'zh-CN': '收取培训费、违约金、排除或预定赔偿、以及早于最后六个月约定的留任，均无效。',
      en: 'Void are: a fee for training, penalties, damages excluded or fixed beforehand, and staying on that was agreed earlier than in the last six months.',
    },
    section: '12',
    kind: 'prohibition',
    checks: [
      noClause('training-fee'),
      noClause('penalty'),
      noClause('damages-excluded'),
      condition({
        code: 'contract.stay-agreed-late',
        needs: ['contract.clauses'],
        uses: ['contract.stayAgreedAt', 'training.end'],
        holds: (facts) => {
          if (!facts['contract.clauses'].includes('stay')) return true;
          const { 'contract.stayAgreedAt': agreed, 'training.end': end } = facts;
          if (agreed === undefined) return { missing: ['contract.stayAgreedAt'] };
          if (end === undefined) return { missing: ['training.end'] };
          return agreed >= addMonths(end, -6);
        },
      }),
    ],
    remedy: 'contract.strike-clause',
  }),
  trainingAct({
    id: 'DE-05',
    says: {
      'zh-CN': '试用期不少于一个月、不多于四个月。',
      en: 'Probation lasts at least one month and at most four.',
    },
    section: '20',
    kind: 'limit',
    checks: [
      condition({
        code: 'contract.probation-in-range',
        needs: ['contract.probationMonths'],
        holds: (facts) => facts['contract.probationMonths'] >= 1 && facts['contract.probationMonths'] <= 4,
      }),
    ],
    remedy: 'contract.set-probation',
  }),
  trainingAct({
    id: 'DE-06',
    says: {
      'zh-CN': '报酬不低于开始年份的最低额，第二、三、四年分别为其118%、135%、140%。',
      en: 'The pay reaches the minimum of the year in which training began, and 118, 135 and 140 per cent of it in the second, third and fourth year.',
    },
    section: '17(1)(2)',
    kind: 'limit',
    checks: [
      condition({
        code: 'pay.at-least-minimum',
        needs: ['pay.monthly', 'training.start', 'training.year'],
        uses: ['policy.firstYearMinimum'],
        holds: (facts) => {
          const first = MINIMUM[facts['training.start'].slice(0, 4)] ?? facts['policy.firstYearMinimum'];
          if (first === undefined) return { missing: ['policy.firstYearMinimum'] };
          return facts['pay.monthly'] * 100 >= first * (PERCENT[facts['training.year'] - 1] ?? 100);
        },
      }),
    ],
    exceptions: [
      {
        id: 'collective-agreement',
        priority: 1,
        when: [
          condition({
            code: 'pay.by-collective-agreement',
            needs: ['pay.byCollectiveAgreement'],
            holds: (facts) => facts['pay.byCollectiveAgreement'],
          }),
        ],
        gives: 'not-applicable',
      },
    ],
    remedy: 'pay.raise',
  }),
  trainingAct({
    id: 'DE-07',
    says: {
      'zh-CN': '报酬中以实物支付的部分不超过75%。',
      en: 'Of the pay, at most 75 per cent may be given in kind.',
    },
    section: '17(6)',
    kind: 'limit',
    checks: [
      condition({
        code: 'pay.in-kind-limited',
        needs: ['pay.inKindShare'],
        holds: (facts) => facts['pay.inKindShare'] <= 0.75,
        change: () => [{ fact: 'pay.inKindShare', must: 'be-at-most', value: 0.75 }],
      }),
    ],
    remedy: 'pay.in-money',
  }),
] as const;
