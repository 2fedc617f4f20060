import { StateTag, type Tone, usePhrases } from '@dualtrack/ui';
import type { KeptOutcome, TallyShape } from '../../shapes.ts';
import '../compliance.css';

/** The mark of an outcome; its word always stands beside or behind it. */
export const markOf: Record<KeptOutcome, string> = { breached: '✕', unknown: '?', met: '✓', excused: '◇' };

const toneOf: Record<KeptOutcome, Tone> = {
  breached: 'danger',
  unknown: 'soon',
  met: 'done',
  excused: 'plain',
};

/** An outcome in a word, with how many there are when that is said. */
export function OutcomeTag(props: { readonly outcome: KeptOutcome; readonly count?: number }) {
  const t = usePhrases('compliance');
  return (
    <StateTag tone={toneOf[props.outcome]}>
      {t(`outcome.${props.outcome}`)}
      {props.count === undefined ? null : ` ${props.count}`}
    </StateTag>
  );
}

/** What is open in a sum of verdicts; "met" when nothing is. */
export function OpenTags(props: { readonly tally: Pick<TallyShape, 'breached' | 'unknown'> }) {
  const { breached, unknown } = props.tally;
  return (
    <span className="cp-tags">
      {breached > 0 ? <OutcomeTag outcome="breached" count={breached} /> : null}
      {unknown > 0 ? <OutcomeTag outcome="unknown" count={unknown} /> : null}
      {breached + unknown === 0 ? <OutcomeTag outcome="met" /> : null}
    </span>
  );
}
