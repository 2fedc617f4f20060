import type { Condition } from '@dualtrack/rules';
import { condition } from '../facts.ts';
import { FILING_FACTS, filingsOf } from '../reading/filings.ts';

/**
 * The superior competent department has agreed beforehand. A filing that names no scope counts, because there is often
 * just one; one that names another scope does not.
 */
export function consentFor(topic: string, rule: string): Condition {
  return condition({
    code: `filing.consent-${topic}`,
    oneOf: [['filing.id', 'filings']],
    uses: [...FILING_FACTS, 'placement.start'],
    holds: (facts, { on }) => {
      const start = facts['placement.start'] ?? on;
      const about = filingsOf(facts).filter(
        ({ scope }) => scope === undefined || scope.includes(topic) || scope.includes(rule),
      );
      if (about.some(({ approvedAt, until }) => approvedAt && approvedAt <= start && (until ?? on) >= on))
        return true;
      const open = about.some(({ approvedAt }) => approvedAt === undefined);
      return open ? { missing: ['filing.approvedAt'] } : false;
    },
  });
}
