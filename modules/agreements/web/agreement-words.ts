import { type Tone, useNameOf, usePhrases, useSession } from '@dualtrack/ui';
import { type AgreementState, type Side, sideOfRole, whyNotCodes } from '../agreement.ts';
import type { AgreementRow } from '../contract.ts';
import { slotWhyNotCodes } from '../sign-slots.ts';

/** What a state means for the reader. */
export function toneOf(state: AgreementState): Tone {
  if (state === 'in-force') return 'done';
  if (state === 'declined' || state === 'terminated') return 'danger';
  if (state === 'suspended') return 'soon';
  return state === 'ended' || state === 'renewed' || state === 'registered' ? 'plain' : 'now';
}

/** The side for which the person at the screen speaks. */
export function useOwnSide(): Side | null {
  return sideOfRole(useSession().membership.role);
}

/** The sentence of a why-not code; undefined when the thing may be done. */
export function useWhyNot(): (code: string | null | undefined) => string | undefined {
  const t = usePhrases('agreements');
  const tSigning = usePhrases('agreement-signing');
  return (code) => {
    const known = whyNotCodes.find((one) => one === code);
    if (known !== undefined) return t(`error.${known}`);
    const signing = slotWhyNotCodes.find((one) => one === code);
    return signing === undefined ? undefined : tSigning(`error.${signing}`);
  };
}

/** Title and parties of an agreement in the page's language. */
export function useAgreementNames() {
  const nameOf = useNameOf();
  return {
    title: (row: Pick<AgreementRow, 'title' | 'titleEn' | 'number'>) =>
      nameOf({ name: row.title || row.titleEn, nameEn: row.titleEn }) || row.number,
    sides: (row: Pick<AgreementRow, 'school' | 'schoolEn' | 'enterprise' | 'enterpriseEn'>) => ({
      school: nameOf({ name: row.school, nameEn: row.schoolEn }),
      enterprise: nameOf({ name: row.enterprise, nameEn: row.enterpriseEn }),
    }),
  };
}
