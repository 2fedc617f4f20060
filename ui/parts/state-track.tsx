import { usePhrases } from '../language/use-phrases.ts';
import '../styles/state-track.css';

/** One stop of a state machine in the order in which it is normally passed. */
export type TrackStop = { readonly key: string; readonly label: string };

type StateTrackProps = {
  readonly stops: readonly TrackStop[];
  /** The key of the current stop. */
  readonly current: string;
  /** How far each side has come, when one is ahead of the other (one has signed, the other not yet). */
  readonly reached?: { readonly school: string; readonly enterprise: string };
};

/**
 * A state machine as a thin track: the school's line above, the enterprise's below, a tie at each stop that was passed,
 * the dot at the current one. A side that is ahead has the longer line.
 */
export function StateTrack(props: StateTrackProps) {
  const t = usePhrases('ui');
  const { stops, current, reached } = props;
  const at = Math.max(
    0,
    stops.findIndex((stop) => stop.key === current),
  );
  const place = (key: string | undefined) => {
    const found = stops.findIndex((stop) => stop.key === key);
    return found < 0 ? at : found;
  };
  const school = place(reached?.school);
  const enterprise = place(reached?.enterprise);
  const label = t('state.label', {
    state: stops[at]?.label ?? '',
    position: at + 1,
    count: stops.length,
  });
  return (
    <div>
      <ol className="dt-track" aria-label={label}>
        {stops.map((stop, index) => {
          const phase = index < at ? 'done' : index === at ? 'now' : 'ahead';
          const lines = `${index < school ? ' dt-track-school' : ''}${index < enterprise ? ' dt-track-enterprise' : ''}`;
          return (
            <li
              key={stop.key}
              className={`dt-track-${phase}${lines}`}
              aria-current={phase === 'now' ? 'step' : undefined}
            >
              <span className="dt-track-stop" aria-hidden="true" />
              <span className="dt-track-label">
                {stop.label}
                <span className="dt-hidden"> ({t(`state.${phase}`)})</span>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="dt-track-words" aria-hidden="true">
        {stops[at]?.label}
        <span>
          {at + 1} / {stops.length}
        </span>
      </p>
    </div>
  );
}
