import { usePhrases } from '@dualtrack/ui';

import { exitReasons, type LeavingSide } from '../../way.ts';

/** The reason somebody went: of exits from the class by its code, of employment as it was written down. */
export function useReason(): (one: { side: LeavingSide | null; reason: string }) => string {
  const t = usePhrases('outcomes');
  const tw = usePhrases('class-work');
  return ({ side, reason }) => {
    const known = exitReasons.find((one) => one === reason);
    if (side === 'class' && known !== undefined) return tw(`reason.${known}`);
    return reason === '' ? t('way.noReason') : reason;
  };
}
