import {
  Panel,
  type TimeBlock,
  TimeChart,
  today,
  useLanguage,
  useNameOf,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Segmented } from 'antd';
import { useState } from 'react';
import { flawsOfMove, type MoveFlaw } from '../../check-move.ts';
import type { PlanDetail } from '../../contract.ts';
import { holidayName } from '../../holidays.ts';
import { daysBetween, weekAfter } from '../../week.ts';
import { rotations } from '../client.ts';
import { BlockPanel } from './block-panel.tsx';
import { useFlawWords } from './use-flaw-words.ts';

/** The plan by student or by workstation, with the weeks away on top; a block opens beside it. */
export function ChartsPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const [view, setView] = useState<'student' | 'station'>('student');
  const [opened, setOpened] = useState<string>();
  const calendar = useCalendarBlocks(plan);
  const units = plan.balance.map((row) => row.unitId);
  const rows =
    view === 'student'
      ? plan.learners.map((learner) => ({
          id: learner.placementId,
          label: learner.studentName,
        }))
      : plan.stations.map((station) => ({
          id: station.id,
          label: station.name,
          note: t('chart.places', { site: station.siteName, count: station.places }),
        }));
  const blocks = plan.blocks.map((block) => {
    const unit = nameOf({ name: block.unitName, nameEn: block.unitNameEn });
    return {
      id: block.id,
      row: view === 'student' ? block.placementId : block.stationId,
      from: daysBetween(plan.firstWeek, block.firstWeek) / 7,
      length: block.weeks,
      label: `${block.isPinned ? '● ' : ''}${view === 'student' ? unit : block.studentName}`,
      detail: `${block.stationName}, ${block.siteName}${block.mentorName === '' ? '' : `, ${block.mentorName}`}`,
      tint: Math.max(0, units.indexOf(block.unitId)),
    };
  });
  const block = plan.blocks.find((one) => one.id === opened);
  const words = useFlawWords();
  const move = useWrite(rotations.change.move, { invalidates: ['rotations'], done: t('move.done') });
  const canMove = plan.state === 'solved' && plan.abilities.pin === null;
  // In the rows of students the workstation stays, in those of workstations it is the row.
  const targetOf = (dragged: TimeBlock, row: string, week: number) => {
    const own = plan.blocks.find((one) => one.id === dragged.id);
    const isRow = view === 'station' || own?.placementId === row;
    return own === undefined || !isRow
      ? undefined
      : {
          own,
          stationId: view === 'station' ? row : own.stationId,
          firstWeek: weekAfter(plan.firstWeek, week),
        };
  };
  const flawsAt = (dragged: TimeBlock, row: string, week: number): MoveFlaw[] => {
    const target = targetOf(dragged, row, week);
    return target === undefined
      ? [{ code: 'wrong-unit', week: plan.firstWeek }]
      : flawsOfMove(plan, target.own, target);
  };
  const drop = (dragged: TimeBlock, row: string, week: number) => {
    const target = targetOf(dragged, row, week);
    if (target === undefined || flawsAt(dragged, row, week).length > 0) return;
    const { own, stationId, firstWeek } = target;
    move.mutate({ planId: plan.id, blockId: own.id, stationId, firstWeek });
  };
  return (
    <>
      <Panel
        title={t('chart.title')}
        actions={
          <Segmented
            value={view}
            options={[
              { value: 'student' as const, label: t('chart.byStudent') },
              { value: 'station' as const, label: t('chart.byStation') },
            ]}
            onChange={setView}
          />
        }
      >
        {canMove ? <p className="dt-quiet">{t('move.drag')}</p> : null}
        <TimeChart
          label={t('chart.title')}
          rowLabel={view === 'student' ? t('chart.student') : t('chart.station')}
          rows={[{ id: 'calendar', label: t('calendar.title') }, ...rows]}
          weeks={plan.calendar.map((week) => ({ start: week.weekStart }))}
          blocks={[...calendar, ...blocks]}
          today={today()}
          onOpen={(one) => setOpened(one.id)}
          {...(canMove
            ? { whyNotDrop: (one, row, week) => words(flawsAt(one, row, week)), onDrop: drop }
            : {})}
        />
      </Panel>
      {block === undefined ? null : (
        <BlockPanel plan={plan} block={block} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}

/** Weeks of one kind in a row as one stretch; those at the enterprise are what the rows below show. */
function useCalendarBlocks(plan: PlanDetail): TimeBlock[] {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const stretches: { kind: string; note: string; from: number; length: number }[] = [];
  for (const [at, week] of plan.calendar.entries()) {
    const last = stretches.at(-1);
    if (last?.kind === week.kind && last.note === week.note) last.length += 1;
    else stretches.push({ kind: week.kind, note: week.note, from: at, length: 1 });
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
