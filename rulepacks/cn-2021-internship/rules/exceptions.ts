import type { Exception } from '@dualtrack/rules';
import { condition, is } from '../facts.ts';
import { FILING_FACTS, isCovered } from '../reading/filings.ts';

/**
 * The rule is about post internships; a familiarisation internship is outside it. Where the type is not filed the
 * stricter reading, a post internship, holds.
 */
export const familiarisation: Exception = {
  id: 'familiarisation',
  priority: 10,
  when: [is('placement.is-familiarisation', 'placement.type', 'familiarisation')],
  gives: 'not-applicable',
};

/** A special need of the major or post, filed beforehand with the superior competent department, excuses a breach. */
export function filedFor(topic: string, rule: string, covers?: readonly string[]): Exception {
  return {
    id: `filed-${topic}`,
    priority: 1,
    when: [
      condition({
        code: `filing.covers-${topic}`,
        oneOf: [['filing.id', 'filings']],
        uses: [...FILING_FACTS, 'placement.start'],
        holds: (facts, { on }) => isCovered(facts, topic, rule, facts['placement.start'] ?? on, on),
      }),
    ],
    ...(covers && { covers }),
    gives: 'excused',
  };
}
