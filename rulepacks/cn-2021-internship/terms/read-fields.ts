import type { Claim, Terms, TermsField } from '@dualtrack/rules';
import { clauseOf, INDEPENDENT, roster, STANDARD_HOURS, servicePeriod } from './stated.ts';

type Stated = Pick<Claim, 'facts' | 'assumed'>;
type Reader = (field: TermsField, all: readonly TermsField[]) => Stated | undefined;

const number = ({ value }: TermsField) => (typeof value === 'number' ? value : undefined);
const wordsOf = ({ value }: TermsField) => [value].flat().map(String);
const NONE = /^(?:无|没有|不安排|none|no)$/iu;
const WORKING_DAYS = 5;

/** A field by its name in the product, or by what the author of a template calls it. */
const called = (names: readonly string[], label?: RegExp) => (field: TermsField) =>
  names.includes(field.name) || (label !== undefined && field.labels.some((one) => label.test(one)));

/** Money above nothing in a field whose label names what may not be taken. */
const moneyFor =
  (label: RegExp, stated: (amount: number, clause: string) => Stated['facts']): Reader =>
  (field) => {
    const amount = field.kind === 'money' ? (number(field) ?? 0) : 0;
    if (amount <= 0 || !field.labels.some((one) => label.test(one))) return undefined;
    return { facts: stated(amount, field.clause ?? '') };
  };

const isPay = called(
  ['pay', 'internPay', 'internMonthlyPayMin'],
  /实习.{0,4}(?:报酬|补贴|工资|津贴)|\bintern(?:ship)? (?:pay|wages?|allowance)\b/iu,
);
const isWage = called(['monthlyPay'], /同岗.{0,4}工资|岗位工资标准|\bwage of the post\b/iu);
const isDailyHours = called(['dailyHours'], /每[日天].{0,4}(?:工时|工作时间|小时)|\bhours (?:a|per) day\b/iu);
const isWeeklyHours = called(['weeklyHours'], /每周.{0,4}(?:工时|工作时间|小时)|\bhours (?:a|per) week\b/iu);

const beside = (field: TermsField, all: readonly TermsField[], is: (one: TermsField) => boolean) =>
  all.find((one) => one.row === field.row && is(one));

const readers: readonly Reader[] = [
  (field, all) => {
    const pay = isPay(field) ? number(field) : undefined;
    if (pay === undefined) return undefined;
    const wage = beside(field, all, isWage);
    const standard = wage && number(wage);
    const facts = {
      'agreement.pay': pay,
      ...(standard === undefined ? {} : { 'post.wageStandard': standard }),
    };
    return { facts, assumed: INDEPENDENT };
  },
  (field) => {
    const day = isDailyHours(field) ? number(field) : undefined;
    return day === undefined || day <= 0 ? undefined : { facts: roster(day, WORKING_DAYS) };
  },
  (field) => {
    const week = isWeeklyHours(field) ? number(field) : undefined;
    if (week === undefined || week <= 0) return undefined;
    return { facts: roster(STANDARD_HOURS, Math.ceil(week / STANDARD_HOURS)) };
  },
  (field) => {
    const isRest = called(['restDays'], /休息日|\bdays? of rest\b/iu)(field);
    const hasNone = number(field) === 0 || wordsOf(field).some((one) => NONE.test(one.trim()));
    return isRest && hasNone ? { facts: roster(STANDARD_HOURS, 7) } : undefined;
  },
  (field, all) => {
    const start = field.name === 'birthDate' ? all.find((one) => one.name === 'validFrom') : undefined;
    if (start === undefined) return undefined;
    return { facts: { 'student.birthDate': field.value, 'placement.start': start.value } };
  },
  (field, all) => {
    const start = field.name === 'validTo' ? all.find((one) => one.name === 'validFrom') : undefined;
    // Only of one student's agreement are these the days of the internship.
    if (start === undefined || !all.some((one) => one.name === 'birthDate')) return undefined;
    return { facts: { 'placement.start': start.value, 'placement.end': field.value } };
  },
  moneyFor(/押金|保证金|风险金|抵押金|\bdeposit\b/iu, (_, clause) => clauseOf('deposit', clause)),
  moneyFor(/(?:学生|丙方|实习生).{0,6}(?:违约金|罚款)|\bpenalty\b.{0,20}\bstudent\b/iu, (_, clause) =>
    clauseOf('penalty-on-student', clause),
  ),
  moneyFor(
    /(?:学生|丙方|实习生).{0,8}(?:管理费|培训费|服务费|材料费|服装费)|\b(?:management|training|service|material|uniform) fees?\b.{0,20}\bstudent/iu,
    (amount) => ({ 'agreement.fees': [{ kind: 'management-fee', amount }] }),
  ),
  moneyFor(/(?:每生|每名学生|人头).{0,6}(?:费|补助学校)|\bfee per (?:head|student|intern)\b/iu, (amount) => ({
    'agreement.perHeadFees': amount,
    'agreement.paymentsToSchool': [{ basis: 'headcount', amount }],
  })),
  (field) => {
    const isService = field.labels.some((one) => /服务期|\bservice period\b/iu.test(one));
    return isService && (number(field) ?? 0) > 0 ? { facts: servicePeriod } : undefined;
  },
  (field) => {
    const isPayer = called([], /投保方|保险费.{0,4}承担|\bwho (?:insures|pays the premium)\b/iu)(field);
    const isStudent = wordsOf(field).some((one) => /学生|丙方|\b(?:student|party c)\b/iu.test(one));
    return isPayer && isStudent ? { facts: { 'insurance.payer': 'student' } } : undefined;
  },
];

/** What the typed fields of an agreement state: figures, days and sums, each at the clause that writes it. */
export function readFields({ fields = [] }: Terms): Claim[] {
  return fields.flatMap((field) =>
    readers.flatMap((reader): Claim[] => {
      const stated = reader(field, fields);
      return stated === undefined ? [] : [{ clause: field.clause, quote: '', field, ...stated }];
    }),
  );
}
