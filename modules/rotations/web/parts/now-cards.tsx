import { usePhrases } from '@dualtrack/ui';
import { dayAfter } from '../../week.ts';
import { StartCard } from './start-card.tsx';
import { blocksIn, firstAhead, type MyWeeks, mondaysOf } from './use-my-weeks.ts';
import { WeekCard } from './week-card.tsx';
import '../rotations.css';

/** This week and the next of a student; before the rotation begins, when it does and what comes first. */
export function NowCards(props: { readonly weeks: MyWeeks }) {
  const { weeks } = props;
  const t = usePhrases('rotations');
  const [monday, next] = mondaysOf(weeks);
  const first = firstAhead(weeks);
  if (first !== undefined) {
    const [second] = blocksIn(weeks, dayAfter(first.firstWeek, first.weeks * 7));
    return (
      <div className="ro-now">
        <StartCard block={first} title={t('mine.first')} />
        {second === undefined ? null : <StartCard block={second} title={t('mine.then')} />}
      </div>
    );
  }
  return (
    <div className="ro-now">
      <WeekCard weeks={weeks} monday={monday} title={t('mine.thisWeek')} />
      <WeekCard weeks={weeks} monday={next} title={t('mine.nextWeek')} />
    </div>
  );
}
