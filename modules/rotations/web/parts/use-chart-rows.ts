import { type TimeBlock, type TimeRow, useLanguage, useNameOf, usePhrases } from '@dualtrack/ui';
import { useMemo } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { holidayName } from '../../holidays.ts';
import { type ChartView, nobody } from './drop-deed.ts';

/** The rows of the plan's chart: students, workstations, or mentors with those who were withdrawn. */
export function useChartRows(plan: PlanDetail, view: ChartView): TimeRow[] {
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  return useMemo(() => rowsOf(plan, view, { t, nameOf }), [plan, view, t, nameOf]);
}

type Words = {
  readonly t: ReturnType<typeof usePhrases<'rotations'>>;
  readonly nameOf: ReturnType<typeof useNameOf>;
};

function rowsOf(plan: PlanDetail, view: ChartView, { t, nameOf }: Words): TimeRow[] {
  if (view === 'student') {
    return plan.learners.map((learner) => ({ id: learner.placementId, label: learner.studentName }));
  }
  if (view === 'station') {
    return plan.stations.map((station) => ({
      id: station.id,
      label: nameOf(station),
      note: t('chart.places', {
        site: nameOf({ name: station.siteName, nameEn: station.siteNameEn }),
        count: station.places,
      }),
    }));
  }
  // Also those who were withdrawn and still stand in the plan.
  const gone = new Map(
    plan.blocks.flatMap(({ mentorId, mentorName }) => (mentorId === null ? [] : [[mentorId, mentorName]])),
  );
  for (const { id } of plan.mentors) gone.delete(id);
  return [
    ...plan.mentors.map(({ id, name, weekRoom }) => ({
      id,
      label: name,
      note: t('chart.room', { count: Math.max(0, ...weekRoom) }),
    })),
    ...[...gone].map(([id, label]) => ({ id: id ?? nobody, label: label ?? '' })),
    ...(plan.blocks.some((block) => block.mentorId === null)
      ? [{ id: nobody, label: t('chart.noMentor') }]
      : []),
  ];
}

/** Weeks of one kind in a row as one stretch; those at the enterprise are what the rows below show. */
export function useCalendarBlocks(plan: PlanDetail): TimeBlock[] {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  return useMemo(() => stretchesOf(plan, t, locale), [plan, t, locale]);
}

function stretchesOf(plan: PlanDetail, t: Words['t'], locale: string): TimeBlock[] {
  const stretches: { kind: string; note: string; from: number; length: number }[] = [];
  for (const [at, week] of plan.calendar.entries()) {
    const last = stretches.at(-1);
    // What shortens a week at work or at school is said in the calendar below; here it would only cut the stretch up.
    const note = week.kind === 'school' || week.kind === 'enterprise' ? '' : week.note;
    if (last?.kind === week.kind && last.note === note) last.length += 1;
    else stretches.push({ kind: week.kind, note, from: at, length: 1 });
  }
  return stretches.map(({ kind, note, from, length }) => {
    const name = kind === 'school' || kind === 'exam' || kind === 'holiday' ? kind : 'enterprise';
    return {
      id: `calendar-${from}`,
      row: 'calendar',
      from,
      length,
      label: note === '' ? t(`kind.${name}`) : holidayName(note, locale),
      ...(name === 'school' || name === 'enterprise' ? { side: name } : { tint: 7 }),
    };
  });
}
