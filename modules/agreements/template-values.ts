import type { TemplateValues, Words } from './render-template.ts';
import type { AgreementOrder, AgreementTerms, Party } from './shapes.ts';

/** What the clauses are filled from. */
export type AgreementSubject = {
  parties: readonly Party[];
  order: AgreementOrder;
  terms: AgreementTerms;
  validFrom: string;
  validTo: string;
};

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

/** Values of the template's variables, from both parties' facts, the order and the figures agreed. */
export function templateValues({
  parties,
  order,
  terms,
  validFrom,
  validTo,
}: AgreementSubject): TemplateValues {
  const school = parties.find((party) => party.side === 'school');
  const enterprise = parties.find((party) => party.side === 'enterprise');
  const words = (zh: string, en: string): Words => ({ zh: zh || en, en: en || zh });
  const { internMonthlyPayMin, insuredBy, baseName, baseNameEn } = terms;
  const lowestPay = Math.min(...order.posts.map((post) => post.internPay));
  return {
    school: words(school?.name ?? '', school?.nameEn ?? ''),
    schoolCode: school?.code ?? '',
    schoolRepresentative: known(school?.legalRepresentative),
    schoolSigner: known(school?.signer),
    enterprise: words(enterprise?.name ?? '', enterprise?.nameEn ?? ''),
    enterpriseCode: enterprise?.code ?? '',
    enterpriseRepresentative: known(enterprise?.legalRepresentative),
    enterpriseSigner: known(enterprise?.signer),
    className: order.className,
    programme: words(order.programmeName, order.programmeNameEn),
    majorCode: order.majorCode,
    seats: order.seats,
    posts: postList(order.posts, true) ?? words('', ''),
    hazardPosts: postList(
      order.posts.filter((post) => post.hazards.length > 0),
      false,
    ),
    nightPosts: postList(
      order.posts.filter((post) => post.nightShift),
      false,
    ),
    startQuarter: order.startQuarter,
    validFrom,
    validTo,
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
