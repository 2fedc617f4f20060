import { Panel, useLanguage, useNameOf, usePhrases, writeDay } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { weeksOfLeast } from '../../plan-rules.ts';
import { planWeeks } from '../../rules-of-move.ts';
import { daysBetween } from '../../week.ts';
import { useListOf } from './use-list-of.ts';

type Cell = { heads: number; places: number; least: number };

/** Heads against places by unit and week; the weeks that bind the plan are marked and said in words. */
export function HeadsPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const rules = usePhrases('rotation-rules');
  const listOf = useListOf();
  const nameOf = useNameOf();
  const { locale } = useLanguage();
  const rows = plan.balance.map((unit) => ({
    id: unit.unitId,
    name: nameOf({ name: unit.unitName, nameEn: unit.unitNameEn }),
    cells: cellsOf(plan, unit.unitId),
  }));
  const heads = { id: 'mentors', name: t('heads.mentors'), cells: mentorCells(plan) };
  const shown = plan.mentors.length === 0 ? rows : [...rows, heads];
  const dayOf = (week: number) => writeDay(locale, plan.calendar[week]?.weekStart ?? '', 'short');
  const cellWords = (unit: string, week: number, { least, ...cell }: Cell) => {
    const words = t('heads.cell', { unit, number: week + 1, ...cell });
    return least === 0 ? words : rules('heads.cellLeast', { cell: words, least });
  };
  const binding = shown.filter((row) => row.cells.some(isFull));
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const gains = [...plan.prices].sort((left, right) => right.gain - left.gain).slice(0, 3);
  return (
    <Panel title={t('heads.title')}>
      <p className="dt-quiet">{t('heads.note')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section className="ro-heat" aria-label={t('heads.title')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('heads.unit')}</th>
              {plan.calendar.map((week, at) => (
                <th key={week.weekStart} scope="col" title={dayOf(at)}>
                  {at + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, week) => (
                  <td
                    key={plan.calendar[week]?.weekStart}
                    className={`ro-heat-${isFull(cell) ? 'full' : cell.heads > 0 ? 'part' : 'free'}`}
                    title={cellWords(row.name, week, cell)}
                  >
                    {cell.heads === 0 && cell.least === 0 ? '' : `${cell.heads}/${cell.places}`}
                    {cell.least === 0 ? null : <span className="ro-least">≥{cell.least}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ul className="ro-why">
        {plan.bottlenecks.slice(0, 4).map((one) => (
          <li key={`${one.unitId} ${one.siteName} ${one.month}`}>
            {t('heads.helps', {
              unit: rows.find((row) => row.id === one.unitId)?.name ?? '',
              site: nameOf({ name: one.siteName, nameEn: one.siteNameEn }),
              month: month.format(new Date(`${one.month}-15`)),
              ...{ count: one.placementIds.length, gain: Math.round(one.gain * 10) / 10 },
              names: namesOf(plan, one.placementIds, listOf),
            })}
          </li>
        ))}
        {plan.mentors.length === 0 ? <li>{t('heads.withoutMentor')}</li> : null}
        {shown.some((row) => row.cells.some((cell) => cell.least > 0)) ? (
          <li>{rules('heads.least')}</li>
        ) : null}
        {binding.length === 0 ? <li>{t('heads.noneBinding')}</li> : null}
        {binding.map((row) => (
          <li key={row.id}>
            {t('heads.binding', {
              unit: row.name,
              weeks: row.cells.filter(isFull).length,
              day: dayOf(row.cells.findIndex(isFull)),
            })}
          </li>
        ))}
        {(plan.bottlenecks.length > 0 ? [] : gains).map((price) => (
          <li key={`${price.unitId} ${price.week}`}>
            {t('heads.gain', {
              unit: rows.find((row) => row.id === price.unitId)?.name ?? '',
              day: writeDay(locale, price.week, 'short'),
              gain: Math.round(price.gain * 10) / 10,
            })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const namesShown = 6;

/** The first few names, and an ellipsis where there are more. */
function namesOf(
  plan: PlanDetail,
  placementIds: readonly string[],
  listOf: (names: readonly string[]) => string,
): string {
  const names = plan.learners
    .filter((one) => placementIds.includes(one.placementId))
    .map((one) => one.studentName);
  return listOf(names.slice(0, namesShown)) + (names.length > namesShown ? '…' : '');
}

function isFull({ heads, places }: Cell): boolean {
  return heads > 0 && heads >= places;
}

/** All heads against the room of all mentors. */
function mentorCells(plan: PlanDetail): Cell[] {
  return plan.calendar.map((_, week) => ({
    heads: plan.blocks.filter((block) => runsIn(plan, block, week)).length,
    places: plan.mentors.reduce((sum, mentor) => sum + (mentor.weekRoom[week] ?? 0), 0),
    least: 0,
  }));
}

function runsIn(plan: PlanDetail, block: PlanDetail['blocks'][number], week: number): boolean {
  const from = daysBetween(plan.firstWeek, block.firstWeek) / 7;
  return from <= week && week < from + block.weeks;
}

function cellsOf(plan: PlanDetail, unitId: string): Cell[] {
  const own = plan.blocks.filter((block) => block.unitId === unitId);
  const stations = plan.stations.filter((station) => station.unitId === unitId);
  const weeks = planWeeks(plan);
  const least = plan.rules.least
    .filter((rule) => rule.unitId === unitId)
    .map((rule) => ({ heads: rule.heads, weeks: weeksOfLeast(rule, { ...weeks, ahead: 0 }) }));
  return plan.calendar.map((_, week) => ({
    heads: own.filter((block) => runsIn(plan, block, week)).length,
    places: stations.reduce((sum, station) => sum + (station.weekPlaces[week] ?? 0), 0),
    least: least.reduce((sum, rule) => sum + (rule.weeks.includes(week) ? rule.heads : 0), 0),
  }));
}
