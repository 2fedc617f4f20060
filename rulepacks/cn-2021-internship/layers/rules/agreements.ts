import { chargedFor } from '../../reading/charges.ts';
import { condition, is, present } from '../facts.ts';
import { nationalLaw } from '../layer.ts';

const VEL = { law: '职业教育法', year: 2022 } as const;
/** Charges in the name of finding work or arranging internships and training. */
const FOR_ARRANGING = ['commission', 'management-fee', 'job-service-fee', 'training-fee'] as const;
const NEVER: ReadonlySet<string> = new Set(['deposit', 'guarantee', 'property-demanded']);
const WITH_CONSENT: ReadonlySet<string> = new Set(['publish']);

/** Agreements, service periods, personal data and signatures: other national laws. */
export const agreementLayer = [
  nationalLaw({
    ...{ id: 'CN-VEL-30', ...VEL, article: '30', subject: 'both', kind: 'requirement' },
    says: {
      'zh-CN': '校企联合招收学徒的，签订学徒培养协议。',
      en: 'School and enterprise that recruit together for apprenticeship sign an apprenticeship agreement.',
    },
    when: [is('order-class.is-apprenticeship', 'orderClass.kind', 'apprenticeship')],
    checks: [is('agreement.is-apprenticeship', 'agreement.type', 'apprenticeship')],
    remedy: 'agreement.sign-apprenticeship',
  }),
  nationalLaw({
    ...{ id: 'CN-VEL-40', ...VEL, article: '40', subject: 'both', kind: 'requirement' },
    says: {
      'zh-CN': '订单培养是合法的合作形式，双方权利义务由协议写明。',
      en: 'Order-based training is a lawful form of cooperation; an agreement states rights and duties of both sides.',
    },
    checks: [present('cooperation.has-agreement', 'cooperation.agreementId')],
    remedy: 'cooperation.sign',
  }),
  nationalLaw({
    ...{ id: 'CN-VEL-42', ...VEL, article: '42', subject: 'school', kind: 'prohibition' },
    says: {
      'zh-CN': '学校不得以介绍工作、安排实习实训等名义收费。',
      en: 'Schools take no money in the name of job introduction or of arranging internships and training.',
    },
    checks: [
      condition({
        code: 'charges.none-for-arranging',
        needs: ['ledger.chargesToStudent'],
        holds: (facts) => {
          const charges = facts['ledger.chargesToStudent'];
          // A bare sum does not say what it was taken for.
          if (typeof charges === 'number' && charges > 0)
            return { missing: ['ledger.chargesToStudent/kind'] };
          return chargedFor(charges, FOR_ARRANGING) === 0;
        },
      }),
    ],
    remedy: 'charges.refund',
  }),
  nationalLaw({
    ...{ id: 'CN-LCL-9', law: '劳动合同法', year: 2012, article: '9, 22, 25' },
    says: {
      'zh-CN':
        '不得要求担保或收取财物；服务期只在签订劳动合同并出资专项培训后有效，违约金不超过尚未分摊的培训费用。',
      en: 'No guarantee and no property may be demanded. A service period binds only after a labour contract and paid special training, its penalty not above the cost that is not yet worked off.',
    },
    ...{ subject: 'host', kind: 'prohibition' },
    checks: [
      condition({
        code: 'agreement.no-guarantee-or-property',
        needs: ['agreement.clauses'],
        holds: (facts) => facts['agreement.clauses'].every(({ kind }) => !NEVER.has(kind)),
      }),
      condition({
        code: 'agreement.service-period-after-contract',
        needs: ['agreement.servicePeriod'],
        holds: (facts) => facts['agreement.servicePeriod']?.isAfterLabourContract ?? true,
      }),
      condition({
        code: 'agreement.penalty-within-training-cost',
        needs: ['agreement.servicePeriod'],
        holds: (facts) => {
          const period = facts['agreement.servicePeriod'];
          return period === null || period.penalty <= period.unamortisedTrainingCost;
        },
      }),
    ],
    remedy: 'agreement.strike-service-period',
  }),
  nationalLaw({
    ...{ id: 'CN-PIPL-28', law: '个人信息保护法', year: 2021, article: '23, 25, 28, 29' },
    says: {
      'zh-CN': '行踪、生物识别、健康和金融账户信息以及校企之间提供信息须单独同意；公开发布须同意。',
      en: 'Whereabouts, biometrics, health and accounts need separate consent, as does sharing data between school and enterprise; publishing needs consent.',
    },
    ...{ subject: 'both', kind: 'requirement', moments: ['before_start'] },
    checks: [
      condition({
        code: 'consent.each-use-separately',
        needs: ['data.uses', 'consent.purposes'],
        holds: (facts) =>
          facts['data.uses'].every((use) =>
            facts['consent.purposes'].some(
              ({ purpose, isSeparate }) => purpose === use && (isSeparate || WITH_CONSENT.has(use)),
            ),
          ),
      }),
    ],
    remedy: 'consent.ask-separately',
  }),
  nationalLaw({
    ...{ id: 'CN-ESIGN-13', law: '电子签名法', year: 2019, article: '4-8, 13, 14' },
    says: {
      'zh-CN': '签名数据仅由签名人控制，签名和内容的改动可被发现。',
      en: 'Only the signer controls the signing data; later changes to signature and content can be detected.',
    },
    ...{ subject: 'both', kind: 'requirement' },
    checks: [
      is('signature.solely-controlled', 'signature.isSolelyControlled', true),
      is('signature.detects-changes', 'signature.detectsChanges', true),
    ],
    remedy: 'signature.sign-reliably',
  }),
] as const;
