import type { Claim, ReadTerms, Terms, TermsSection } from '@dualtrack/rules';
import type { AGREEMENT_SECTIONS } from '../facts/agreement.ts';
import { readFields } from './read-fields.ts';
import { clauseOf, INDEPENDENT, keepsPapers, roster, STANDARD_HOURS, servicePeriod } from './stated.ts';
import { type Statement, says, statementsOf } from './statements.ts';

type Section = (typeof AGREEMENT_SECTIONS)[number];
type Facts = Claim['facts'];
type Reader = (statement: Statement, section: TermsSection) => Facts | undefined;

const ofStudent = /学生|丙方|实习生|本人|\b(?:student|intern|party c|trainee)s?\b/iu;
const toSchool = /学校|甲方|校方|\b(?:school|college|party a)\b/iu;
/** What labour law allows after a contract of employment is no clause on an internship. */
const underLabourLaw =
  /劳动合同法|建立劳动关系后|\b(?:labour contract law|contract of employment|employment contract)\b/iu;
/** A figure in the text, when it is stated. */
function figure({ text }: Statement, pattern: RegExp): number | undefined {
  const found = pattern
    .exec(text)
    ?.slice(1)
    .find((one) => one !== undefined);
  return found === undefined ? undefined : Number(found);
}

const when = (pattern: RegExp, facts: (section: TermsSection) => Facts): Reader => {
  return (statement, section) => (says(statement, pattern) ? facts(section) : undefined);
};

const readers: readonly Reader[] = [
  when(/押金|保证金|风险金|抵押金|\b(?:deposit|security money)\b/iu, ({ clause: id }) =>
    clauseOf('deposit', id),
  ),
  when(/(?:提供|出具|作).{0,6}担保|担保人|保证人|\b(?:guarantor|surety)\b/iu, ({ clause: id }) =>
    clauseOf('guarantee', id),
  ),
  (statement, { clause: id }) =>
    says(statement, /违约金|罚款|\b(?:penalty|penalties|fines?)\b/iu) &&
    ofStudent.test(statement.sentence) &&
    !underLabourLaw.test(statement.sentence)
      ? clauseOf('penalty-on-student', id)
      : undefined,
  (statement) =>
    says(
      statement,
      /服务期|最低服务年限|必须.{0,6}(?:留|服务).{0,8}年|\b(?:service period|period of service|minimum (?:term|years) of service)\b/iu,
    ) && !underLabourLaw.test(statement.sentence)
      ? servicePeriod
      : undefined,
  when(
    /(?:扣押|扣留|收存|代管|保管|上交|交由).{0,14}(?:证件|身份证|毕业证|学生证)|(?:证件|身份证|毕业证|学生证).{0,14}(?:由.{0,8}(?:保管|代管|收存)|扣押|扣留)|\b(?:keeps?|retains?|holds?|hands? over)\b.{0,40}\b(?:identity cards?|id cards?|passports?|diplomas?|certificates?)\b/iu,
    () => keepsPapers,
  ),
  (statement) =>
    says(
      statement,
      /管理费|(?<!专项)培训费|中介费|服务费|介绍费|材料费|服装费|\b(?:management|training|service|placement|uniform) fees?\b/iu,
    ) && ofStudent.test(statement.sentence)
      ? { 'agreement.fees': [{ kind: 'management-fee', amount: 1 }] }
      : undefined,
  (statement) =>
    says(
      statement,
      /(?:每(?:一)?[名位个]?(?:学生|实习生|人)|按人头|按人数|人头费).{0,24}(?:元|费|支付|返)|(?:per|for each) (?:head|student|intern|person).{0,60}(?:yuan|rmb|fee|pa(?:ys?|id))|(?:yuan|rmb|fee|pa(?:ys?|id)).{0,60}(?:per|for each) (?:head|student|intern|person)/iu,
    ) && toSchool.test(statement.sentence)
      ? { 'agreement.perHeadFees': 1, 'agreement.paymentsToSchool': [{ basis: 'headcount', amount: 1 }] }
      : undefined,
  when(
    /劳务派遣|中介机构|中介公司|人力资源(?:服务)?(?:公司|机构)|劳务(?:外包|公司)|\b(?:labour[- ]dispatch|staffing agency|employment agency|intermediar(?:y|ies)|outsourcing (?:firm|company))\b/iu,
    () => ({ 'agreement.partyTypes': ['school', 'host', 'student', 'agent'] }),
  ),
  when(/夜班|夜间(?:实习|工作|上班|值班)|通宵|\b(?:night[- ]shifts?|at night|overnight|night work)\b/iu, () =>
    roster(8, 5, 22),
  ),
  when(/加班|延长.{0,4}(?:工时|工作时间)|超时(?:工作|实习)|\bovertime\b/iu, () =>
    roster(STANDARD_HOURS + 1, 5),
  ),
  (statement) => {
    const hours = figure(
      statement,
      /每[日天].{0,14}?(\d+(?:\.5)?)\s*(?:个)?小时|(\d+(?:\.5)?) hours (?:a|per|each) day/iu,
    );
    return hours !== undefined && hours > STANDARD_HOURS ? roster(hours, 5) : undefined;
  },
  (statement) => {
    const hours = figure(
      statement,
      /每周.{0,14}?(\d+(?:\.5)?)\s*(?:个)?小时|(\d+(?:\.5)?) hours (?:a|per|each) week/iu,
    );
    return hours !== undefined && hours > 40
      ? roster(STANDARD_HOURS, Math.ceil(hours / STANDARD_HOURS))
      : undefined;
  },
  when(
    /(?:法定节假日|节假日|休息日|双休日|周末).{0,10}(?:实习|上班|工作|加班|不休)|\b(?:works?|working|internship|duty)\b.{0,24}\b(?:public holidays?|weekends?|days of rest)\b/iu,
    () => roster(8, 7),
  ),
  (statement) => {
    const share = figure(
      statement,
      /(?:报酬|工资|薪酬|补贴|待遇).{0,24}?(\d{1,3})\s*%|\b(?:pay|wages?|allowance)\b.{0,60}?(\d{1,3})\s*(?:%|per ?cent)/iu,
    );
    return share === undefined
      ? undefined
      : { ...INDEPENDENT, 'agreement.pay': share * 100, 'post.wageStandard': 10_000 };
  },
  when(
    /(?:报酬|工资|薪酬|补贴).{0,16}(?:实物|代金券|购物卡|消费券)|(?:实物|代金券|购物卡|消费券).{0,16}(?:发放|支付|抵)|\b(?:pay|wages?)\b.{0,40}\b(?:vouchers?|goods|in kind)\b/iu,
    () => ({ 'payment.method': 'goods' }),
  ),
];

const TITLES: Readonly<Record<Section, RegExp>> = {
  parties: /当事人|各方|三方|基本信息|\bpart(?:y|ies)\b/iu,
  'time-place-content': /实习(?:基本信息|时间|期间|期限|地点|内容|岗位|安排)|the internship|place|period/iu,
  'lodging-hours-leave': /食宿|住宿|就餐|休假|lodging|meals|leave/iu,
  pay: /报酬|工资|补贴|\bpay\b|allowance/iu,
  'labour-protection': /劳动保护|职业(?:危害|病)|安全|protection|safety/iu,
  'insurance-liability': /保险|insurance/iu,
  assessment: /考核|评价|assessment/iu,
  breach: /违约|breach/iu,
  other: /其他|附则|生效|争议|解除|other|effect|ending|dispute/iu,
};

/** Sections that the agreement of an internship has, by the titles of its clauses. */
function sectionsOf({ sections }: Terms): Section[] {
  const titles = sections.map(({ title }) => title).join('\n');
  const names: readonly Section[] = [
    'parties',
    'time-place-content',
    'lodging-hours-leave',
    'pay',
    'labour-protection',
    'insurance-liability',
    'assessment',
    'breach',
    'other',
  ];
  return names.filter((name) => TITLES[name].test(titles));
}

/** Agreements that are about students as a whole; in others only sentences that name students are theirs. */
const OF_STUDENTS: ReadonlySet<string> = new Set(['order-class', 'tripartite', 'base', 'amendment']);

/**
 * Reads an agreement's fields, and its Chinese and English words for what the rules look for. Of words it knows
 * phrases, not meaning: what is worded in another way is not found, and no finding is no proof of lawfulness.
 */
export const readTerms: ReadTerms = (terms) => {
  const isOfStudents = OF_STUDENTS.has(terms.kind);
  const claims = terms.sections.flatMap((section) =>
    section.texts.flatMap((text) =>
      statementsOf(text)
        .filter(({ sentence }) => isOfStudents || ofStudent.test(sentence))
        .flatMap((statement) =>
          readers.flatMap((reader): Claim[] => {
            const facts = reader(statement, section);
            return facts === undefined
              ? []
              : [{ clause: section.clause, quote: statement.sentence.slice(0, 200), facts }];
          }),
        ),
    ),
  );
  // Only the agreement of the three parties has sections that the law names.
  const stated = [...readFields(terms), ...claims];
  if (terms.kind !== 'tripartite') return stated;
  return [...stated, { clause: null, quote: '', facts: { 'agreement.fields': sectionsOf(terms) } }];
};
