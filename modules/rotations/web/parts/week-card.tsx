import { DayRange, useNameOf, usePhrases } from '@dualtrack/ui';
import { dayAfter } from '../../week.ts';
import { blocksIn, type MyWeeks } from './use-my-weeks.ts';
import '../rotations.css';

/** Where the student is in one week: the place in large letters, or what the week is for. */
export function WeekCard(props: {
  readonly weeks: MyWeeks;
  readonly monday: string;
  readonly title: string;
}) {
  const { weeks, monday } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const [block] = blocksIn(weeks, monday);
  const week = weeks.weeks.find((one) => one.weekStart === monday);
  return (
    <section className={`ro-card${block === undefined ? '' : ' ro-week-enterprise'}`}>
      <h3>
        {props.title} · <DayRange from={monday} to={dayAfter(monday, 6)} style="short" />
      </h3>
      {block === undefined ? (
        <span className="ro-place">{week === undefined ? t('mine.nothing') : t(`mine.${week.kind}`)}</span>
      ) : (
        <>
          <span className="ro-place">{nameOf({ name: block.unitName, nameEn: block.unitNameEn })}</span>
          <span>
            {t('mine.at', {
              station: nameOf({ name: block.stationName, nameEn: block.stationNameEn }),
              site: nameOf({ name: block.siteName, nameEn: block.siteNameEn }),
            })}
          </span>
          <span>
            {block.mentorName === '' ? t('block.noMentor') : t('mine.with', { mentor: block.mentorName })}
          </span>
        </>
      )}
      {week === undefined || week.note === '' ? null : <span className="dt-quiet">{week.note}</span>}
    </section>
  );
}
