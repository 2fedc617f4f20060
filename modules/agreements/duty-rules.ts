import { addDays } from './due.ts';
import type { Metric } from './metric.ts';
import type { Debtor, DutySubject, ProposedDuty } from './obligation.ts';
import type { AgreementTerms } from './shapes.ts';
import type { PlainAnswer } from './template-values.ts';
import type { TemplateKind } from './template-variables.ts';

/** What is owed from the start and has no day of its own is due so many days after the first one. */
export const startUpDays = 90;

/** A subject whose term and figures are known. */
export type KnownSubject = DutySubject & { terms: AgreementTerms; validFrom: string; validTo: string };

type Row = Readonly<Record<string, PlainAnswer>>;

/** An answer as a whole number from 1; null for anything else. */
function count(answer: unknown): number | null {
  return typeof answer === 'number' && answer >= 1 ? Math.round(answer) : null;
}

function day(answer: unknown): string | null {
  return typeof answer === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(answer) ? answer : null;
}

function words(answer: PlainAnswer | undefined): { title: string; titleEn: string } {
  if (typeof answer === 'object' && answer !== null)
    return { title: answer.zh || answer.en, titleEn: answer.en || answer.zh };
  const plain = answer === null || answer === undefined ? '' : String(answer);
  return { title: plain, titleEn: plain };
}

function rowsOf(answer: unknown): Row[] {
  return Array.isArray(answer) ? answer : [];
}

/** Who is meant where people write it in their own words; both where that does not say. */
export function debtorNamed(answer: PlainAnswer | undefined): Debtor {
  const { title, titleEn } = words(answer);
  const text = `${title} ${titleEn}`;
  const isSchool = /甲方|学校|学院|school|college|party a\b/i.test(text);
  const isEnterprise = /乙方|企业|公司|集团|enterprise|company|party b\b/i.test(text);
  if (isSchool === isEnterprise) return 'both';
  return isSchool ? 'school' : 'enterprise';
}

type Rest = Partial<Pick<ProposedDuty, 'cadence' | 'dueOn' | 'title' | 'titleEn'>> & { part?: string };
type Make = (
  clause: string,
  metric: Metric,
  owedBy: Debtor,
  target: number | null,
  rest?: Rest,
) => ProposedDuty[];

/** Writes duties of one agreement: once on the last day, where nothing else is said; none without a figure. */
function maker({ validFrom, validTo }: KnownSubject): Make {
  const inside = (on: string) => (on < validFrom ? validFrom : on > validTo ? validTo : on);
  return (clause, metric, owedBy, target, rest = {}) => {
    const { part, cadence = 'once', dueOn = validTo, ...named } = rest;
    if (target === null || target < 1) return [];
    const key = [clause, metric, ...(part === undefined ? [] : [part])].join('.');
    return [{ ...{ key, clause, metric, owedBy, target, cadence }, dueOn: inside(dueOn), ...named }];
  };
}

type Rule = (subject: KnownSubject, make: Make) => ProposedDuty[];
const yearly = { cadence: 'yearly' } as const;
const startUp = ({ validFrom }: KnownSubject) => ({ dueOn: addDays(validFrom, startUpDays) });

const base: Rule = (subject, make) => {
  const { terms, given } = subject;
  const stations = count(given.stations);
  const equipment = rowsOf(given.equipment);
  const pieces = (side: Debtor) =>
    equipment
      .filter((row) => debtorNamed(row.contributor) === side)
      .reduce((sum, row) => sum + (count(row.quantity) ?? 0), 0);
  const mentors = stations === null ? null : Math.ceil(stations / terms.learnersPerMentorMax);
  return [
    ...make('B02', 'stations-provided', 'enterprise', stations, startUp(subject)),
    ...(['school', 'enterprise', 'both'] as const).flatMap((side) =>
      make('B03', 'equipment-provided', side, pieces(side), { ...startUp(subject), part: side }),
    ),
    ...make('B04', 'mentors-appointed', 'enterprise', mentors, startUp(subject)),
    ...make('B05', 'students-insured', terms.insuredBy, 1_000),
    ...make('B07', 'meetings-held', 'both', terms.meetingsPerYear, yearly),
  ];
};

const talentSharing: Rule = (subject, make) => {
  const { terms, given, validTo } = subject;
  return [
    ...make('T02', 'course-hours', 'enterprise', terms.enterpriseCourseHours, yearly),
    ...make('T02', 'experts-engaged', 'school', rowsOf(given.experts).length, startUp(subject)),
    ...make('T03', 'teacher-practice-days', 'enterprise', terms.teacherPracticeDays, yearly),
    ...make('T04', 'staff-training-days', 'school', terms.staffTrainingDays, yearly),
    ...make('T06', 'work-assessed', 'both', 1, yearly),
    ...make('T08', 'meetings-held', 'both', terms.meetingsPerYear, yearly),
    ...make('T09', 'renewal-decision', 'both', 1, { dueOn: addDays(validTo, -terms.noticeDays) }),
  ];
};

const jointInnovation: Rule = ({ given, validTo }, make) => {
  const budget = count(given.budget);
  const share = typeof given.schoolShare === 'number' ? given.schoolShare : null;
  // What is left over by rounding is the enterprise's: "the rest".
  const ofSchool = budget === null || share === null ? null : Math.round(budget * share);
  const ofEnterprise = budget === null || ofSchool === null ? null : budget - ofSchool;
  return [
    ...rowsOf(given.milestones).flatMap((row, index) =>
      make('J03', 'milestones-reached', 'both', 1, {
        ...{ part: String(index + 1), dueOn: day(row.due) ?? validTo },
        ...words(row.result),
      }),
    ),
    ...make('J04', 'money-invested', 'school', ofSchool, { part: 'school' }),
    ...make('J04', 'money-invested', 'enterprise', ofEnterprise, { part: 'enterprise' }),
    ...make('J04', 'accounts-compared', 'both', 2, yearly),
    ...make('J05', 'students-taking-part', 'school', count(given.studentCount)),
  ];
};

/** Months of a period, begun ones by their part of thirty days. */
function monthsOf(from: string, to: string): number {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1;
  return days / 30.4375;
}

const tripartite: Rule = ({ terms, given, validFrom, validTo }, make) => {
  const pay = count(given.pay);
  const whole = pay === null ? null : Math.floor(pay * monthsOf(validFrom, validTo));
  return [
    ...make('P03', 'internship-pay', 'enterprise', whole),
    ...make('P05', 'consents-recorded', 'school', 1_000, { dueOn: validFrom }),
    ...make('P08', 'students-insured', terms.insuredBy, 1_000, { dueOn: validFrom }),
    ...make('P10', 'work-assessed', 'both', 1),
  ];
};

const memorandum: Rule = ({ given, validTo }, make) =>
  rowsOf(given.steps).flatMap((row, index) =>
    make('M03', 'steps-done', debtorNamed(row.owner), 1, {
      ...{ part: String(index + 1), dueOn: day(row.due) ?? validTo },
      ...words(row.work),
    }),
  );

const rules: Readonly<Record<Exclude<TemplateKind, 'order-class'>, Rule>> = {
  ...{ base, 'talent-sharing': talentSharing, 'joint-innovation': jointInnovation, tripartite, memorandum },
};

/**
 * The duties that follow from the clauses of an agreement other than an order class's, by its figures and by what its
 * template asked. Clauses and figures that are not there yield none.
 */
export function dutiesOfTemplate(kind: string, subject: KnownSubject): ProposedDuty[] {
  const rule = Object.entries(rules).find(([name]) => name === kind)?.[1];
  if (rule === undefined) return [];
  return rule(subject, maker(subject)).filter((duty) => subject.clauses.includes(duty.clause));
}
