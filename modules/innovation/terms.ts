import { whole } from './shares.ts';
import type { Side } from './side.ts';

/** What both sides are asked before an agreement is drafted. */
export const termQuestions = {
  /** Who brings knowledge that existed before. */
  brings: ['school', 'enterprise', 'both'],
  pays: ['school', 'enterprise', 'both'],
  /** Whose people do the inventive work. */
  invents: ['school', 'enterprise', 'both'],
  /** Who may use the results. */
  use: ['both', 'enterprise-only'],
  /** Who may publish. */
  publish: ['free', 'reviewed', 'closed'],
} as const;

export type TermAnswers = { [Name in keyof typeof termQuestions]: (typeof termQuestions)[Name][number] };

/** Model terms for what comes out of a project. */
export const termModels = ['enterprise-owns', 'school-owns', 'by-contribution', 'joint'] as const;
export type TermModel = (typeof termModels)[number];

export type Terms = {
  model: TermModel;
  /** Who owns how much of the results, in basis points; nobody with nothing. */
  shares: { side: Side; share: number }[];
  /** How long the other side may look at a publication; null: it is free, or closed. */
  isReviewed: boolean;
};

function modelOf(answers: TermAnswers, schoolShare: number): TermModel {
  const { brings, pays, invents, use } = answers;
  if (use === 'enterprise-only' && pays === 'enterprise') return 'enterprise-owns';
  if (use === 'both' && invents === 'school' && brings !== 'enterprise') return 'school-owns';
  if (invents === 'enterprise' && brings === 'enterprise' && pays !== 'school') return 'enterprise-owns';
  return pays === 'both' && schoolShare !== whole / 2 ? 'by-contribution' : 'joint';
}

/** Chooses model terms. `schoolShare`: the school's part of the budget in basis points. */
export function chooseTerms(answers: TermAnswers, schoolShare: number): Terms {
  const model = modelOf(answers, schoolShare);
  const ofSchool = {
    'enterprise-owns': 0,
    'school-owns': whole,
    'by-contribution': schoolShare,
    joint: whole / 2,
  }[model];
  const shares = [
    { side: 'school' as const, share: ofSchool },
    { side: 'enterprise' as const, share: whole - ofSchool },
  ].filter(({ share }) => share > 0);
  return { model, shares, isReviewed: answers.publish === 'reviewed' };
}
