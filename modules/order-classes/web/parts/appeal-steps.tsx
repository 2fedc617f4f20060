import { Moment, StateTag, type Tone, useNameOf, usePhrases } from '@dualtrack/ui';
import type { AppealResult, AppealState } from '../../appeal.ts';
import type { Appeal } from '../../contract/appeals.ts';
import type { SeatView } from '../../shapes.ts';
import { seatName } from '../class-words.ts';

const tone: Readonly<Record<AppealState, Tone>> = {
  made: 'soon',
  withdrawn: 'plain',
  refused: 'plain',
  granted: 'now',
  settled: 'done',
};

/** Where an appeal stands, in words. */
export function AppealTag(props: { readonly state: AppealState }) {
  const t = usePhrases('recruitment');
  return <StateTag tone={tone[props.state]}>{t(`appeal.state.${props.state}`)}</StateTag>;
}

/** The whole history of an appeal: who did what, when and why. */
export function AppealSteps(props: { readonly appeal: Appeal; readonly seats: readonly SeatView[] }) {
  const t = usePhrases('recruitment');
  const nameOfSeat = seatName(useNameOf());
  const resultWords = (result: AppealResult, seat: string) =>
    result === 'waiting-list' ? t('appeal.result.waiting-list') : t(`appeal.result.${result}`, { seat });
  const points = (score: number | null) => (score === null ? t('appeal.unscored') : String(score));
  return (
    <ol className="oc-steps">
      {props.appeal.steps.map((step) => {
        const seat = nameOfSeat(props.seats.find(({ id }) => id === step.seatId));
        return (
          <li key={`${step.at} ${step.action}`}>
            <strong>{t(`appeal.step.${step.action}`)}</strong>
            {step.result === null ? null : ` · ${resultWords(step.result, seat)}`}
            {step.newScore === null
              ? null
              : ` · ${t('appeal.scores', { from: points(step.oldScore), to: points(step.newScore) })}`}
            {step.note === '' ? null : <p>{step.note}</p>}
            <span className="oc-line dt-quiet dt-small">
              {step.byName} · <Moment instant={step.at} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
