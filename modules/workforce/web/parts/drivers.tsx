import { type ForecastPlan, type TornadoBar, tornado } from '@dualtrack/forecast';
import { useLanguage, usePhrases, writeNumber } from '@dualtrack/ui';
import { useMemo } from 'react';
import type { ForecastNames } from '../../contract.ts';
import '../workforce.css';
import { nameIn, supplyName } from './names.ts';

const shownAtMost = 8;

/** What drives one gap: each driver moved alone, all else as planned; the widest bar first. Calculated in the browser. */
export function Drivers(props: {
  readonly plan: ForecastPlan;
  readonly names: ForecastNames;
  readonly occupation: string;
  readonly quarter: string;
}) {
  const { plan, occupation, quarter } = props;
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const found = useMemo(() => tornado(plan, occupation, quarter), [plan, occupation, quarter]);
  const bars = found.bars.filter(({ swing }) => swing >= 0.05).slice(0, shownAtMost);
  if (bars.length === 0) return null;
  const ends = [found.gap, ...bars.flatMap(({ low, high }) => [low.gap, high.gap])];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const place = (gap: number) => (100 * (gap - least)) / (most - least);
  const heads = (gap: number) => writeNumber(locale, gap, 1);
  return (
    <section className="wf-drivers">
      <h3>{t('drivers.title')}</h3>
      <p className="dt-quiet dt-small">{t('drivers.note', { gap: heads(found.gap) })}</p>
      <ol>
        {bars.map((bar) => {
          const from = Math.min(bar.low.gap, bar.high.gap);
          const to = Math.max(bar.low.gap, bar.high.gap);
          return (
            <li key={`${bar.driver.kind} ${bar.driver.id}`}>
              <DriverLabel bar={bar} names={props.names} occupation={occupation} />
              <span className="wf-driver-track" aria-hidden="true">
                <span
                  className="wf-driver-bar"
                  style={{ insetInlineStart: `${place(from)}%`, width: `${place(to) - place(from)}%` }}
                />
                <span className="wf-driver-now" style={{ insetInlineStart: `${place(found.gap)}%` }} />
              </span>
              <span className="dt-number">{t('drivers.range', { from: heads(from), to: heads(to) })}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function DriverLabel(props: {
  readonly bar: TornadoBar;
  readonly names: ForecastNames;
  readonly occupation: string;
}) {
  const { driver, low, high } = props.bar;
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const percent = (share: number) => writeNumber(locale, 100 * share, 1);
  const ends = { low: percent(low.setting), high: percent(high.setting) };
  const nameOf = (kind: 'projects' | 'lines') => nameIn(props.names, kind, driver.id, locale);
  if (driver.kind === 'attrition') return <span>{t('drivers.attrition', ends)}</span>;
  if (driver.kind === 'project-probability')
    return <span>{t('drivers.probability', { name: nameOf('projects') })}</span>;
  if (driver.kind === 'project-delay')
    return <span>{t('drivers.delay', { name: nameOf('projects'), quarters: high.setting })}</span>;
  if (driver.kind === 'units') return <span>{t('drivers.units', { name: nameOf('lines') })}</span>;
  return <span>{t('drivers.joinRate', { name: supplyName(props.names, driver.id, locale), ...ends })}</span>;
}
