import type { Side } from './side.ts';

/** Somebody who is to judge, as named by their own side. */
export type Reviewer = { personId: string; name: string; side: Side; department: string };
/** Of a proposal, what a conflict is seen from. */
export type Judged = {
  side: Side;
  department: string;
  authorId: string;
  team: readonly { name: string; personId: string | null }[];
};

export const conflictCodes = ['review.in-team', 'review.own-department'] as const;
export type Conflict = (typeof conflictCodes)[number];

/** Names compared as people mean them: width of letters, capitals and spaces say nothing. */
const plain = (words: string) => words.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');

/** What stands between a reviewer and a proposal, whatever the reviewer declares; null when nothing is known. */
export function conflictOf(reviewer: Reviewer, proposal: Judged): Conflict | null {
  const isNamed = proposal.team.some(
    (one) =>
      one.personId === reviewer.personId ||
      // Who was written down by name only is known by the name, within the side.
      (one.personId === null && proposal.side === reviewer.side && plain(one.name) === plain(reviewer.name)),
  );
  if (isNamed || proposal.authorId === reviewer.personId) return 'review.in-team';
  const isSame = proposal.side === reviewer.side && plain(proposal.department) === plain(reviewer.department);
  return isSame ? 'review.own-department' : null;
}
