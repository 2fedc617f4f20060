import { addDays, type Cadence } from './due.ts';
import { dutiesOfTemplate } from './duty-rules.ts';
import { type Metric, metrics } from './metric.ts';
import type { AgreementOrder, AgreementTerms } from './shapes.ts';
import type { GivenValues } from './template-values.ts';

export const debtors = ['school', 'enterprise', 'both'] as const;
export type Debtor = (typeof debtors)[number];

/** A duty: who owes what, how much of it, until when. Targets are whole numbers in the metric's unit. */
export type Duty = {
  key: string;
  clause: string;
  metric: Metric;
  owedBy: Debtor;
  target: number;
  cadence: Cadence;
  dueOn: string;
};

/** A duty as the clauses make it; those of one clause and metric are told apart by names of their own. */
export type ProposedDuty = Duty & {
  title?: string;
  titleEn?: string;
  /** Typed from a paper signed elsewhere and not confirmed by the other side: shown, not counted. */
  isUnconfirmed?: boolean;
};

/** What duties follow from. */
export type DutySubject = {
  /** The kind of template; `registered` for a paper signed elsewhere. */
  kind: string;
  /** Answers to what the template asks. */
  given: GivenValues;
  terms: AgreementTerms | null;
  order: AgreementOrder | null;
  validFrom: string | null;
  validTo: string | null;
  /** Clauses that the agreement has. */
  clauses: readonly string[];
};

const quarterStart: Readonly<Record<string, string>> = { Q1: '01-01', Q2: '04-01', Q3: '07-01', Q4: '10-01' };

/** The last day of a quarter such as `2027-Q1`. */
export function quarterEnd(quarter: string): string {
  const [year = '1970', part = 'Q1'] = quarter.split('-');
  const next = { Q1: 'Q2', Q2: 'Q3', Q3: 'Q4' }[part];
  const day = `${next === undefined ? Number(year) + 1 : year}-${quarterStart[next ?? 'Q1']}`;
  return addDays(day, -1);
}

/**
 * The duties that follow from the clauses with the agreement's own figures. A clause without a figure yields none:
 * nothing is owed that the paper does not say. Registered papers without terms yield none at all.
 */
export function proposeDuties(subject: DutySubject): ProposedDuty[] {
  const { kind, terms, order, validFrom, validTo, clauses } = subject;
  if (terms === null || validFrom === null || validTo === null) return [];
  if (kind !== 'order-class') return dutiesOfTemplate(kind, { ...subject, terms, validFrom, validTo });
  if (order === null) return [];
  const { seats } = order;
  const start = within(quarterEnd(order.startQuarter), validFrom, validTo);
  const decision = within(addDays(validTo, -terms.noticeDays), validFrom, validTo);
  const duty = (
    clause: string,
    metric: Metric,
    owedBy: Debtor,
    rest: Omit<Duty, 'key' | 'clause' | 'metric' | 'owedBy'>,
  ): Duty => ({
    key: `${clause}.${metric}`,
    ...{ clause, metric, owedBy },
    ...rest,
  });
  const found = [
    duty('O03', 'seats-filled', 'school', { target: seats, cadence: 'class-start', dueOn: start }),
    ifKnown(terms.enterpriseCourseHours, (target) =>
      duty('O05', 'course-hours', 'enterprise', { target, cadence: 'yearly', dueOn: validTo }),
    ),
    ifKnown(terms.teacherPracticeDays, (target) =>
      duty('O06', 'teacher-practice-days', 'enterprise', { target, cadence: 'yearly', dueOn: validTo }),
    ),
    ifKnown(terms.trainingWeeks, (weeks) =>
      duty('O08', 'practice-weeks', 'enterprise', {
        target: weeks * seats,
        cadence: 'class-end',
        dueOn: validTo,
      }),
    ),
    duty('O08', 'mentors-appointed', 'enterprise', {
      ...{ target: Math.ceil(seats / terms.learnersPerMentorMax), cadence: 'class-start', dueOn: start },
    }),
    ifKnown(terms.scholarshipPerStudent, (fen) =>
      duty('O09', 'scholarship-paid', 'enterprise', { target: fen * seats, cadence: 'once', dueOn: validTo }),
    ),
    ifKnown(terms.minimumHireShare, (share) =>
      duty('O10', 'offers-made', 'enterprise', {
        ...{ target: Math.round(share * 1_000), cadence: 'class-end', dueOn: validTo },
      }),
    ),
    ifKnown(terms.staffTrainingDays, (target) =>
      duty('O12', 'staff-training-days', 'school', { target, cadence: 'yearly', dueOn: validTo }),
    ),
    duty('O15', 'students-insured', terms.insuredBy, { target: 1_000, cadence: 'class-start', dueOn: start }),
    duty('O17', 'meetings-held', 'both', {
      target: terms.meetingsPerYear,
      cadence: 'yearly',
      dueOn: validTo,
    }),
    duty('O18', 'renewal-decision', 'both', { target: 1, cadence: 'once', dueOn: decision }),
  ];
  return found
    .filter((one) => one !== null && one.target > 0 && clauses.includes(one.clause))
    .flatMap((one) => one ?? []);
}

function ifKnown(figure: number | null, make: (figure: number) => Duty): Duty | null {
  return figure === null ? null : make(figure);
}

function within(day: string, from: string, to: string): string {
  if (day < from) return from;
  return day > to ? to : day;
}

/** What a side may wish: a duty as it should be, or that it falls away. */
export type DutyWish = { kind: 'set'; duty: Duty; title: string; titleEn: string } | { kind: 'waive' };

export const changeStates = ['proposed', 'agreed', 'refused', 'withdrawn', 'overtaken'] as const;
export type ChangeState = (typeof changeStates)[number];

/** A duty as it comes into force: from the paper, or as both sides agreed beside it. */
export type SettledDuty = Duty & {
  basis: 'paper' | 'agreed';
  title: string;
  titleEn: string;
  isWaived: boolean;
  isUnconfirmed?: boolean;
};

/**
 * The duties that stand: what the paper says, with every change that both sides agreed to, the later over the earlier.
 * Changes that one side only wishes leave the paper as it is.
 */
export function settleDuties(
  proposed: readonly ProposedDuty[],
  changes: readonly { key: string; state: ChangeState; wish: DutyWish }[],
): SettledDuty[] {
  const settled = new Map<string, SettledDuty>(
    proposed.map((duty) => [
      duty.key,
      { title: '', titleEn: '', ...duty, basis: 'paper' as const, isWaived: false },
    ]),
  );
  for (const { key, state, wish } of changes) {
    if (state !== 'agreed') continue;
    if (wish.kind === 'set') {
      const { duty, title, titleEn } = wish;
      settled.set(key, { ...duty, key, basis: 'agreed', title, titleEn, isWaived: false });
      continue;
    }
    const known = settled.get(key);
    if (known !== undefined)
      settled.set(key, { ...known, basis: 'agreed', isWaived: true, isUnconfirmed: false });
  }
  return [...settled.values()];
}

/** To whom a duty is owed; null when both owe it to one another. */
export function owedTo(debtor: Debtor): 'school' | 'enterprise' | null {
  if (debtor === 'both') return null;
  return debtor === 'school' ? 'enterprise' : 'school';
}

/** Whether a side answers for a duty. */
export function isOwnDuty(debtor: Debtor, side: 'school' | 'enterprise' | null): boolean {
  return side !== null && (debtor === 'both' || debtor === side);
}

/** Metrics that a clause speaks of, for who adds a duty by hand. */
export function metricsOfClause(clause: string): Metric[] {
  return Object.entries(metrics)
    .filter(([, head]) => head.clauses.some((one) => one === clause))
    .map(([name]) => name)
    .filter((name): name is Metric => name in metrics);
}
