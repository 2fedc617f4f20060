import { Panel, type TimeBlock, TimeChart, today, useLanguage, useNameOf, usePhrases } from '@dualtrack/ui';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { holidayName } from '../../holidays.ts';
import { daysBetween, weekAfter } from '../../week.ts';
import { BlockPanel } from './block-panel.tsx';
import { type ChartView, deedAt, nobody } from './drop-deed.ts';
import { useFlawWords } from './use-flaw-words.ts';
import { useHandWork } from './use-hand-work.ts';
import { useListOf } from './use-list-of.ts';

/** The plan by student, workstation or mentor, with the weeks away on top; a block opens beside it. */
export function ChartsPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const nameOf = useNameOf();
  const [view, setView] = useState<ChartView>('student');
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
      detail: `${nameOf({ name: block.stationName, nameEn: block.stationNameEn })}, ${nameOf({ name: block.siteName, nameEn: block.siteNameEn })}${block.mentorName === '' ? '' : `, ${block.mentorName}`}`,
      tint: Math.max(0, units.indexOf(block.unitId)),
    };
  });
  const block = plan.blocks.find((one) => one.id === opened);
  const words = useFlawWords();
  const hand = useHandWork(plan.id);
  const canMove = plan.state === 'solved' && plan.abilities.pin === null;
  const deedOf = (dragged: TimeBlock, row: string, week: number) => {
    const own = plan.blocks.find((one) => one.id === dragged.id);
    return own === undefined ? undefined : deedAt(plan, view, own, row, weekAfter(plan.firstWeek, week));
  };
  const whyNotDrop = (dragged: TimeBlock, row: string, week: number) => {
    const deed = deedOf(dragged, row, week);
    return deed === undefined ? t('move.nobodyThere') : words(deed.flaws);
  };
  const drop = (dragged: TimeBlock, row: string, week: number) => {
    const deed = deedOf(dragged, row, week);
    if (deed === undefined || deed.flaws.length > 0) return;
    if (deed.kind === 'swap') hand.swap(deed.own, deed.other);
    else hand.move(deed.own, deed.target);
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
          {...(canMove ? { whyNotDrop, onDrop: drop } : {})}
        />
        {hand.before === undefined && !hand.isBusy ? null : (
          <div className="ro-row" role="status">
            {hand.before === undefined ? null : (
              <>
                <span>
                  {t('move.last', {
                    names: listOf(hand.before.flatMap((one) => (one === undefined ? [] : [one.studentName]))),
                  })}
                </span>
                <Button size="small" loading={hand.isBusy} onClick={hand.undo}>
                  {t('move.undo')}
                </Button>
              </>
            )}
          </div>
        )}
      </Panel>
      {block === undefined ? null : (
        <BlockPanel plan={plan} block={block} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}

const rowWords = { student: 'chart.student', station: 'chart.station', mentor: 'block.mentor' } as const;

function rowOf(view: ChartView, block: PlanDetail['blocks'][number]): string {
  if (view === 'student') return block.placementId;
  return view === 'station' ? block.stationId : (block.mentorId ?? nobody);
}

function useRows(plan: PlanDetail, view: ChartView): { id: string; label: string; note?: string }[] {
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
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
function useCalendarBlocks(plan: PlanDetail): TimeBlock[] {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
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
