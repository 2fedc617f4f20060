import { today, useAddressQuery, useLanguage, usePhrases, writeDay } from '@dualtrack/ui';
import { Button } from 'antd';
import type { CalendarView } from '../../calendar-contract.ts';
import { blocksInWeek, monthAfter, stretchesOfDays, weeksOfMonth } from '../../calendar-groups.ts';
import { holidayName } from '../../holidays.ts';
import { dayAfter, weekAfter } from '../../week.ts';
import { type Calendar, type CalendarBlock, useBlockWords } from './calendar-words.ts';

/** So many blocks of a week are named one by one; more are counted by unit. */
const mostNamed = 6;

/** A calendar month by month: each week with its days, its kind, and who is where in it. */
export function CalendarMonth(props: { readonly by: CalendarView; readonly calendar: Calendar }) {
  const { by, calendar } = props;
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const [query, change] = useAddressQuery();
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(query.month ?? '')
    ? (query.month ?? '')
    : monthShown(calendar);
  const show = (value: string) => change({ month: value }, { replaces: true });
  const title = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <section className="ro-month" aria-label={title.format(new Date(`${month}-01`))}>
      <div className="ro-row">
        <Button size="small" onClick={() => show(monthAfter(month, -1))}>
          {t('cal.monthBefore')}
        </Button>
        <h3 aria-live="polite">{title.format(new Date(`${month}-01`))}</h3>
        <Button size="small" onClick={() => show(monthAfter(month, 1))}>
          {t('cal.monthAfter')}
        </Button>
      </div>
      <div className="ro-weekdays" aria-hidden="true">
        {Array.from({ length: 7 }, (_, at) => at).map((at) => (
          <span key={at}>{weekday.format(new Date(Date.UTC(2024, 0, 1 + at)))}</span>
        ))}
      </div>
      <ol>
        {weeksOfMonth(month).map((monday) => (
          <MonthWeek key={monday} by={by} calendar={calendar} monday={monday} month={month} />
        ))}
      </ol>
    </section>
  );
}

/** This month where the calendar reaches into it, else the one in which it begins. */
function monthShown({ blocks }: Calendar): string {
  const now = today();
  const first = blocks.map((block) => block.firstWeek).sort()[0] ?? now;
  const end = blocks
    .map((block) => weekAfter(block.firstWeek, block.weeks))
    .sort()
    .at(-1);
  return (first <= now && now < (end ?? now) ? now : first).slice(0, 7);
}

function MonthWeek(props: {
  readonly by: CalendarView;
  readonly calendar: Calendar;
  readonly monday: string;
  readonly month: string;
}) {
  const { by, calendar, monday, month } = props;
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const week = calendar.weeks.find((one) => one.weekStart === monday);
  const days = Array.from({ length: 7 }, (_, at) => dayAfter(monday, at));
  return (
    <li className={week === undefined ? undefined : `ro-month-${week.kind}`}>
      <div className="ro-month-days">
        {days.map((day) => (
          <DayCell key={day} day={day} isOutside={day.slice(0, 7) !== month} calendar={calendar} />
        ))}
      </div>
      <div className="ro-month-blocks">
        {week === undefined || week.kind === 'enterprise' ? null : (
          <span className="ro-month-kind">
            {week.note === '' ? t(`kind.${week.kind}`) : holidayName(week.note, locale)}
          </span>
        )}
        {stretchesOfDays(calendar.days.filter((one) => days.includes(one.date) && one.kind !== 'work')).map(
          (one) => (
            <span key={one.from} className="ro-month-kind">
              {`${holidayName(one.name, locale)} · ${writeDay(locale, one.from, 'short')}${one.from === one.to ? '' : `–${writeDay(locale, one.to, 'short')}`}`}
            </span>
          ),
        )}
        <WeekBlocks by={by} blocks={blocksInWeek(calendar.blocks, monday)} />
      </div>
    </li>
  );
}

function DayCell(props: { readonly day: string; readonly isOutside: boolean; readonly calendar: Calendar }) {
  const { day, calendar } = props;
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const special = calendar.days.find((one) => one.date === day);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isFree = special === undefined ? weekday === 0 || weekday === 6 : special.kind !== 'work';
  const look = [
    isFree ? 'ro-day-free' : '',
    props.isOutside ? 'ro-day-outside' : '',
    day === today() ? 'ro-day-today' : '',
  ];
  return (
    <span className={look.filter(Boolean).join(' ')}>
      <time dateTime={day}>{Number(day.slice(8))}</time>
      {special === undefined ? null : (
        <small title={holidayName(special.name, locale)}>
          {t(special.kind === 'work' ? 'cal.workShort' : 'cal.offShort')}
        </small>
      )}
    </span>
  );
}

function WeekBlocks(props: { readonly by: CalendarView; readonly blocks: readonly CalendarBlock[] }) {
  const { by, blocks } = props;
  const t = usePhrases('rotations');
  const words = useBlockWords(by);
  if (blocks.length <= mostNamed) {
    return blocks.map((block) => (
      <span key={block.id} className="ro-month-block">
        <b>{words.title(block)}</b> <span className="dt-quiet">{words.detail(block)}</span>
      </span>
    ));
  }
  const units = new Map<string, CalendarBlock[]>();
  for (const block of blocks) units.set(block.unitId, [...(units.get(block.unitId) ?? []), block]);
  return [...units].map(([unitId, own]) => (
    <details key={unitId} className="ro-month-block">
      <summary>
        <b>{own[0] === undefined ? '' : words.unit(own[0])}</b>{' '}
        <span className="dt-quiet">{t('cal.people', { count: own.length })}</span>
      </summary>
      <span className="dt-quiet">{own.map((block) => block.studentName).join(' · ')}</span>
    </details>
  ));
}
