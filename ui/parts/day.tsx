import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { type DayStyle, type DayText, writeDay, writeMoment } from '../language/write-day.ts';

/** A calendar day (`YYYY-MM-DD`): 2026年3月2日（周一） / Mon 2 Mar 2026. */
export function Day(props: { readonly day: DayText; readonly style?: DayStyle }) {
  const { locale } = useLanguage();
  return <time dateTime={props.day}>{writeDay(locale, props.day, props.style)}</time>;
}

/** From a day to a day, both included. */
export function DayRange(props: { readonly from: DayText; readonly to: DayText; readonly style?: DayStyle }) {
  const { locale } = useLanguage();
  const t = usePhrases('ui');
  const style = props.style ?? 'day';
  // In a narrow column the line breaks between the days, not within one.
  const write = (day: DayText) => writeDay(locale, day, style).replaceAll(' ', '\u00a0');
  const [from, to] = [write(props.from), write(props.to)];
  return <span className="dt-days">{t('day.range', { from, to })}</span>;
}

/** An instant (ISO 8601) in the reader's time zone, to the minute. */
export function Moment(props: { readonly instant: string }) {
  const { locale } = useLanguage();
  return <time dateTime={props.instant}>{writeMoment(locale, props.instant)}</time>;
}
