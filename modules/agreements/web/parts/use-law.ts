import { useOperation } from '@dualtrack/ui';
import type { AgreementDetail } from '../../contract.ts';
import { agreements } from '../client.ts';

const changeable = ['negotiating', 'confirmed', 'signing'];

/** What the law says of an agreement, as long as its text can still be changed. */
export function useLaw({ id: agreementId, state }: Pick<AgreementDetail, 'id' | 'state'>) {
  return useOperation(
    'agreements.law',
    agreements.law,
    { agreementId },
    { enabled: changeable.includes(state), keepsPrevious: true },
  );
}

/** Where a clause stands on the page. */
export const clausePlace = (clause: string) => `clause-${clause}`;

/** Brings a clause into sight and puts the keyboard there. */
export function showClause(clause: string): void {
  const place = document.getElementById(clausePlace(clause));
  place?.scrollIntoView({ block: 'start' });
  place?.focus({ preventScroll: true });
}
