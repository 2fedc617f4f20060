import { type Side, sides } from './agreement.ts';
import type { Debtor } from './obligation.ts';

/** Why a side has to sign an amendment. */
export const signReasons = ['party-facts', 'owes-duty', 'is-owed-duty', 'consent-of-both'] as const;
export type SignReason = (typeof signReasons)[number];

/** Clauses in which each side speaks of itself. */
const partyClauses = ['O01', 'O20'];
/** Clauses that shape what students were promised: they are told, and nothing may worsen for those already admitted. */
const studentClauses = ['O03', 'O04', 'O08', 'O09', 'O10', 'O11', 'O15', 'O16'];

/**
 * Who must sign an amendment and why, clause by clause. A side signs because the changed clause is about itself,
 * because it owes the duty in it, or because it is owed that duty; where a clause names no debtor, because changes
 * need the consent of both (O18).
 */
export function signersOfChange(
  clauses: readonly string[],
  debtorOf: (clause: string) => Debtor | null,
): { side: Side; reasons: { clause: string; code: SignReason }[] }[] {
  return sides
    .map((side) => ({
      side,
      reasons: clauses.map((clause) => ({ clause, code: reasonOf(clause, side, debtorOf(clause)) })),
    }))
    .filter(({ reasons }) => reasons.length > 0);
}

function reasonOf(clause: string, side: Side, debtor: Debtor | null): SignReason {
  if (partyClauses.includes(clause)) return 'party-facts';
  if (debtor === null) return 'consent-of-both';
  return debtor === 'both' || debtor === side ? 'owes-duty' : 'is-owed-duty';
}

/** Of these clauses those that students and guardians have to be told of. */
export function clausesForStudents(clauses: readonly string[]): string[] {
  return clauses.filter((clause) => studentClauses.includes(clause));
}
