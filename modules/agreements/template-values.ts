import type { TemplateValues, Words } from './render-template.ts';
import type { AgreementOrder, AgreementTerms, Party } from './shapes.ts';
import type { TemplateVariable } from './template-variables.ts';

/** What the clauses are filled from. */
export type AgreementSubject = {
  parties: readonly Party[];
  order: AgreementOrder | null;
  terms: AgreementTerms;
  validFrom: string;
  validTo: string;
  /** Answers to what the template asks, by the variable's name. */
  given?: GivenValues;
};

/** Answers to a template's own questions; rows are lists of answers by column. */
export type GivenValues = Readonly<
  Record<string, PlainAnswer | readonly Readonly<Record<string, PlainAnswer>>[]>
>;
export type PlainAnswer = string | number | Words | null;

const words = (zh: string, en: string): Words => ({ zh: zh || en, en: en || zh });
const known = (text: string | null | undefined): string | null => text?.trim() || null;

/** Names of posts in both languages, with the number of seats of each. */
function postList(posts: AgreementOrder['posts'], hasSeats: boolean): Words | null {
  if (posts.length === 0) return null;
  return {
    zh: posts.map((post) => (hasSeats ? `${post.title}${post.seats}人` : post.title)).join('、'),
    en: posts
      .map((post) =>
        hasSeats ? `${post.titleEn || post.title} (${post.seats})` : post.titleEn || post.title,
      )
      .join(', '),
  };
}

/** What an order says; nothing of it is known where there is none. */
function orderValues(order: AgreementOrder | null): TemplateValues {
  if (order === null) return {};
  const hazardous = order.posts.filter((post) => post.hazards.length > 0);
  const nightly = order.posts.filter((post) => post.nightShift);
  return {
    className: order.className,
    programme: words(order.programmeName, order.programmeNameEn),
    majorCode: order.majorCode,
    seats: order.seats,
    posts: postList(order.posts, true) ?? words('', ''),
    hazardPosts: postList(hazardous, false),
    nightPosts: postList(nightly, false),
    startQuarter: order.startQuarter,
    postRows: order.posts.map((post) => ({
      title: words(post.title, post.titleEn),
      site: post.siteName,
      places: post.seats,
      internPay: post.internPay,
      monthlyPay: post.monthlyPay,
    })),
  };
}

function partyValues(parties: readonly Party[], side: Party['side']): TemplateValues {
  const party = parties.find((one) => one.side === side);
  return {
    [side]: words(party?.name ?? '', party?.nameEn ?? ''),
    [`${side}Code`]: party?.code ?? '',
    [`${side}Representative`]: known(party?.legalRepresentative),
    [`${side}Address`]: known(party?.address),
    [`${side}Signer`]: known(party?.signer),
  };
}

/** Values of the template's variables, from both parties' facts, the order, the figures agreed and what was answered. */
export function templateValues(subject: AgreementSubject): TemplateValues {
  const { parties, order, terms, validFrom, validTo, given = {} } = subject;
  const { internMonthlyPayMin, insuredBy, baseName, baseNameEn } = terms;
  const lowestPay = Math.min(...(order?.posts ?? []).map((post) => post.internPay));
  return {
    ...given,
    ...partyValues(parties, 'school'),
    ...partyValues(parties, 'enterprise'),
    ...orderValues(order),
    ...{ validFrom, validTo },
    baseName: baseName || baseNameEn ? words(baseName ?? '', baseNameEn ?? '') : null,
    enterpriseCourseHours: terms.enterpriseCourseHours,
    trainingWeeks: terms.trainingWeeks,
    teacherPracticeDays: terms.teacherPracticeDays,
    staffTrainingDays: terms.staffTrainingDays,
    internMonthlyPayMin: internMonthlyPayMin ?? (lowestPay > 0 && lowestPay < Infinity ? lowestPay : null),
    scholarshipPerStudent: terms.scholarshipPerStudent,
    minimumHireShare: terms.minimumHireShare,
    learnersPerMentorMax: terms.learnersPerMentorMax,
    insurer: insuredBy === 'school' ? words('甲方', 'Party A') : words('乙方', 'Party B'),
    exitWeeks: terms.exitWeeks,
    meetingsPerYear: terms.meetingsPerYear,
    noticeDays: terms.noticeDays,
    cureDays: terms.cureDays,
    place: known(terms.place),
  };
}

/** Names of variables that the template needs and nobody has answered. */
export function unanswered(variables: readonly TemplateVariable[], given: GivenValues): string[] {
  const isOpen = ({ name, isOptional }: TemplateVariable) => {
    const answer = given[name] ?? null;
    const isEmpty = answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0);
    return isEmpty && !isOptional;
  };
  return variables.filter(isOpen).map((variable) => variable.name);
}

/** The same answers in lists and records of the shape that is sent. */
export function sentAnswers(given: GivenValues): Record<string, PlainAnswer | Record<string, PlainAnswer>[]> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      isRows(value) ? value.map((row) => ({ ...row })) : value,
    ]),
  );
}

const isRows = (value: GivenValues[string]): value is Extract<GivenValues[string], readonly unknown[]> =>
  Array.isArray(value);
