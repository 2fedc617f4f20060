import { Day, today, usePhrases } from '@dualtrack/ui';
import '../workforce.css';

const dayLength = 86_400_000;
/** From so many days on the clock is shown as running out. */
const soon = 3;

/** The day by which a demand is to be answered and, while somebody is to answer, how many days are left. */
export function AnswerClock(props: { readonly day: string; readonly isRunning: boolean }) {
  const t = usePhrases('workforce');
  const left = Math.round((Date.parse(props.day) - Date.parse(today())) / dayLength);
  return (
    <span className="wf-clock">
      <Day day={props.day} />
      {props.isRunning ? (
        <span className={left <= soon ? 'wf-clock-soon dt-small' : 'dt-quiet dt-small'}>
          {left < 0 ? t('clock.over', { days: -left }) : t('clock.left', { days: left })}
        </span>
      ) : null}
    </span>
  );
}

/** Whether somebody still has to answer. */
export function isAnswerDue(state: string): boolean {
  return state === 'published' || state === 'paused';
}
