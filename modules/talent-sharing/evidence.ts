import { type PracticeSpan, practiceDays } from './practice.ts';

/**
 * What can be written down: work at an enterprise outside the platform, a certificate or title of a trade, a project with an
 * enterprise, a course taught together, and the training in teaching that part-time teachers pass.
 */
export const evidenceKinds = ['work', 'certificate', 'project', 'course', 'teaching-training'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a teacher with two qualifications shows. `transfer`: a project with an enterprise, or a course taught together. */
export const evidenceParts = ['enterprise', 'certificate', 'transfer'] as const;
export type EvidencePart = (typeof evidenceParts)[number];

/** One thing that speaks for somebody; `path`: its record on the platform, empty for a paper. */
export type Evidence = {
  kind: EvidenceKind;
  title: string;
  from: string;
  to: string | null;
  isChecked: boolean;
  path: string;
};

/** Where a part stands: in days of practice for `enterprise`, in records for the others. */
export type PartStanding = { part: EvidencePart; have: number; needed: number; isMet: boolean };

type Rule = { months: number; years: number; daysAMonth: number; certificates: number; transfers: number };

/**
 * Which parts are met on a day. Only what was checked counts. Days of practice and work count once each, within the years of
 * the rule; a certificate counts while it is valid; a project or a course counts within the same years.
 */
export function dualStanding(
  given: { practice: readonly PracticeSpan[]; evidence: readonly Evidence[] },
  rule: Rule,
  on: string,
): PartStanding[] {
  const checked = given.evidence.filter((one) => one.isChecked && one.from <= on);
  const spans = checked.flatMap(({ kind, from, to }) => (kind === 'work' ? [{ from, to: to ?? on }] : []));
  const since = `${Number(on.slice(0, 4)) - rule.years}${on.slice(4)}`;
  const days = practiceDays([...given.practice, ...spans], rule.years, on);
  const valid = checked.filter(({ kind, to }) => kind === 'certificate' && (to === null || to >= on));
  const recent = checked.filter(
    ({ kind, from, to }) => (kind === 'project' || kind === 'course') && (to ?? from) > since,
  );
  const standing = (part: EvidencePart, have: number, needed: number): PartStanding => ({
    ...{ part, have, needed, isMet: have >= needed },
  });
  return [
    standing('enterprise', days, rule.months * rule.daysAMonth),
    standing('certificate', valid.length, rule.certificates),
    standing('transfer', recent.length, rule.transfers),
  ];
}

export const evidenceWhyNotCodes = ['evidence.own', 'evidence.checked', 'evidence.not-yours'] as const;
export type EvidenceWhyNot = (typeof evidenceWhyNotCodes)[number];

/** Why somebody may not check a paper, or take it away; null when they may. Nobody checks what speaks for themselves. */
export function whyNotEvidence(
  evidence: { byPerson: string | null; isChecked: boolean; isAboutMe: boolean },
  asking: { personId: string; isLead: boolean },
  action: 'check' | 'remove',
): EvidenceWhyNot | null {
  if (evidence.isChecked) return 'evidence.checked';
  if (action === 'remove' && evidence.byPerson === asking.personId) return null;
  if (!asking.isLead) return 'evidence.not-yours';
  return evidence.isAboutMe ? 'evidence.own' : null;
}
