import type { Tone } from '@dualtrack/ui';
import { useLanguage, useNameOf, usePhrases, useSession } from '@dualtrack/ui/plain';
import { type ChallengeState, challengeWhyNotCodes } from '../challenge.ts';
import { conflictCodes } from '../conflict.ts';
import type { ProjectState } from '../project.ts';
import { type ProposalState, proposalWhyNotCodes } from '../proposal.ts';
import type { Share } from '../shares.ts';
import { leads, type Side, sideOfRole } from '../side.ts';

const doneStates: readonly string[] = ['decided', 'chosen'];
const endedStates: readonly string[] = ['withdrawn'];
const activeStates: readonly string[] = ['open', 'selecting', 'submitted', 'shortlisted'];

/** What a state means for the reader. */
export function toneOf(state: ChallengeState | ProposalState): Tone {
  if (doneStates.includes(state)) return 'done';
  if (activeStates.includes(state)) return 'now';
  return endedStates.includes(state) ? 'danger' : 'plain';
}

/** What the state of a project means for the reader. */
export function projectTone(state: ProjectState): Tone {
  if (state === 'completed') return 'done';
  return state === 'running' ? 'now' : state === 'stopped' ? 'danger' : 'plain';
}

/** The side for which the person at the screen works. */
export function useOwnSide(): Side {
  return sideOfRole(useSession().membership.role) ?? 'school';
}

/** Whether the person at the screen speaks for their side. */
export function useIsLead(): boolean {
  const { role } = useSession().membership;
  return leads.some((one) => one === role);
}

/** Names of both organisations. */
export type Sides = { school: string; schoolEn: string; enterprise: string; enterpriseEn: string };

/** How a side is written in the form of shares, in either language. */
const sideWords: Readonly<Record<Side, readonly string[]>> = {
  ...{ school: ['学校', 'School'], enterprise: ['企业', 'Enterprise'] },
};

/** Titles and names in the page's language; the other language stands in where there is none. */
export function useWords() {
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  return {
    pick: (zh: string, en: string) => (locale === 'en' ? en || zh : zh || en),
    /** A holder of a share; the two organisations by their names in the page's language. */
    holder: (row: Sides, { side, holder }: Pick<Share, 'side' | 'holder'>) => {
      if (side === 'other') return holder;
      const isWhole = holder === row[side] || sideWords[side].includes(holder);
      return isWhole ? nameOf({ name: row[side], nameEn: row[`${side}En`] }) : holder;
    },
    sides: (row: Sides) => ({
      school: nameOf({ name: row.school, nameEn: row.schoolEn }),
      enterprise: nameOf({ name: row.enterprise, nameEn: row.enterpriseEn }),
    }),
  };
}

const whyNotCodes = [...challengeWhyNotCodes, ...proposalWhyNotCodes, ...conflictCodes] as const;

/** The sentence of a why-not code; undefined when the thing may be done. */
export function useWhyNot(): (code: string | null | undefined) => string | undefined {
  const t = usePhrases('innovation');
  return (code) => {
    const known = whyNotCodes.find((one) => one === code);
    return known === undefined ? undefined : t(`error.${known}`);
  };
}
