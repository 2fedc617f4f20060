import { Day, DayRange, Panel, useLanguage, usePhrases } from '@dualtrack/ui';
import { stretchesOfDays } from '../../calendar-groups.ts';
import { holidayName } from '../../holidays.ts';
import type { Calendar } from './calendar-words.ts';

/** Holidays as stretches, the workdays that are moved for them, and what is not announced yet. */
export function SpecialDays(props: { readonly calendar: Calendar }) {
  const { days, undecreed } = props.calendar;
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const stretches = stretchesOfDays(days);
  if (stretches.length === 0 && undecreed.length === 0) return null;
  return (
    <Panel title={t('cal.days')} count={stretches.length}>
      {undecreed.length === 0 ? null : (
        <p role="note" className="ro-undecreed">
          {t('cal.undecreed', { years: undecreed.join(locale === 'en' ? ', ' : '、') })}
        </p>
      )}
      <ul className="ro-days">
        {stretches.map((one) => (
          <li key={`${one.from} ${one.name}`}>
            <b>{holidayName(one.name, locale)}</b>
            {one.from === one.to ? <Day day={one.from} /> : <DayRange from={one.from} to={one.to} />}
            <span className={one.kind === 'work' ? 'ro-warn' : 'dt-quiet'}>
              {t(one.kind === 'work' ? 'cal.work' : one.kind === 'regional' ? 'cal.regional' : 'cal.off')}
              {one.days > 1 ? ` · ${t('cal.dayCount', { count: one.days })}` : ''}
            </span>
          </li>
        ))}
      </ul>
      <p className="dt-quiet">{t('cal.daysNote')}</p>
    </Panel>
  );
}
