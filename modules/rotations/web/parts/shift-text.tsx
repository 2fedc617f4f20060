import { useLanguage, usePhrases } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';

type Shift = NonNullable<PlanDetail['blocks'][number]['shift']>;

/** Working hours in words: weekdays, from, to, break. */
export function ShiftText(props: { readonly shift: Shift }) {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const { weekdays, start, end, breakMinutes } = props.shift;
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const name = (day: number) => format.format(new Date(Date.UTC(2024, 0, day)));
  const ordered = [...weekdays].sort((left, right) => left - right);
  const [first, last] = [ordered[0] ?? 1, ordered.at(-1) ?? 1];
  const isRun = ordered.length > 2 && last - first === ordered.length - 1;
  const days = isRun ? `${name(first)}–${name(last)}` : ordered.map(name).join(' ');
  return <>{t('block.shift', { days, start, end, minutes: breakMinutes })}</>;
}
