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

/** The plan by student, workstation or mentor, with the weeks away on top; a block opens beside it. */
export function ChartsPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  const [view, setView] = useState<View>('student');
  const [opened, setOpened] = useState<string>();
  const calendar = useCalendarBlocks(plan);
  const units = plan.balance.map((row) => row.unitId);
  const rows = useRows(plan, view);
  const blocks = plan.blocks.map((block) => {
    const unit = nameOf({ name: block.unitName, nameEn: block.unitNameEn });
    return {
      id: block.id,
      row: rowOf(view, block),
      from: daysBetween(plan.firstWeek, block.firstWeek) / 7,
      length: block.weeks,
      label: `${block.isPinned ? '● ' : ''}${view === 'student' ? unit : block.studentName}`,
      detail: `${nameOf({ name: block.stationName, nameEn: block.stationNameEn })}, ${block.siteName}${block.mentorName === '' ? '' : `, ${block.mentorName}`}`,
      tint: Math.max(0, units.indexOf(block.unitId)),
    };
  });
  const block = plan.blocks.find((one) => one.id === opened);
  const words = useFlawWords();
  const move = useWrite(rotations.change.move, { invalidates: ['rotations'], done: t('move.done') });
  const canMove = plan.state === 'solved' && plan.abilities.pin === null;
  // In the rows of students workstation and mentor stay, in those of workstations and mentors the row is what changes.
  const targetOf = (dragged: TimeBlock, row: string, week: number) => {
    const own = plan.blocks.find((one) => one.id === dragged.id);
    const isRow = view !== 'student' || own?.placementId === row;
    return own === undefined || !isRow || row === nobody
      ? undefined
      : {
          own,
          stationId: view === 'station' ? row : own.stationId,
          firstWeek: weekAfter(plan.firstWeek, week),
          ...(view === 'mentor' ? { mentorId: row } : {}),
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
    const { own, ...to } = target;
    move.mutate({ planId: plan.id, blockId: own.id, ...to });
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
              { value: 'mentor' as const, label: t('chart.byMentor') },
            ]}
            onChange={setView}
          />
        }
      >
        {canMove ? <p className="dt-quiet">{t('move.drag')}</p> : null}
        <TimeChart
          label={t('chart.title')}
          rowLabel={t(rowWords[view])}
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

type View = 'student' | 'station' | 'mentor';
const rowWords = { student: 'chart.student', station: 'chart.station', mentor: 'block.mentor' } as const;
/** The row of blocks without a mentor. */
const nobody = 'nobody';

function rowOf(view: View, block: PlanDetail['blocks'][number]): string {
  if (view === 'student') return block.placementId;
  return view === 'station' ? block.stationId : (block.mentorId ?? nobody);
}

function useRows(plan: PlanDetail, view: View): { id: string; label: string; note?: string }[] {
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  if (view === 'student') {
    return plan.learners.map((learner) => ({ id: learner.placementId, label: learner.studentName }));
  }
  if (view === 'station') {
    return plan.stations.map((station) => ({
      id: station.id,
      label: nameOf(station),
      note: t('chart.places', { site: station.siteName, count: station.places }),
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
