import {
  Panel,
  type TimeBlock,
  TimeChart,
  type TimeRow,
  type TimeWeek,
  today,
  useNameOf,
  usePhrases,
} from '@dualtrack/ui';
import { Button, Input, Segmented } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { daysBetween, weekAfter } from '../../week.ts';
import { BlockPanel } from './block-panel.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { findInChart } from './chart-search.ts';
import { type ChartView, deedAt, nobody } from './drop-deed.ts';
import { useCalendarBlocks, useChartRows } from './use-chart-rows.ts';
import { useFlawWords } from './use-flaw-words.ts';
import { type HandWork, useHandWork } from './use-hand-work.ts';
import { useListOf } from './use-list-of.ts';

type Block = PlanDetail['blocks'][number];

/** The plan by student, workstation or mentor, with the weeks away on top; a block opens beside it. */
export function ChartsPanel(props: { readonly plan: PlanDetail }) {
  const { plan } = props;
  const t = usePhrases('rotations');
  const [view, setView] = useState<ChartView>('student');
  const [search, setSearch] = useState('');
  const [unitId, setUnit] = useState<string>();
  const [opened, setOpened] = useState<string>();
  const calendar = useCalendarBlocks(plan);
  const blocks = useBlocks(plan, view, unitId);
  const rows = useChartRows(plan, view);
  const drawn = useDrawn({ plan, rows, blocks, calendar, search });
  const block = plan.blocks.find((one) => one.id === opened);
  const hand = useHandWork(plan.id);
  const canMove = plan.state === 'solved' && plan.abilities.pin === null;
  const drag = useDrag(plan, view, hand);
  useSeen(block?.id);
  const close = () => {
    setOpened(undefined);
    if (opened !== undefined) blockInChart(opened)?.focus();
  };
  return (
    <Panel
      title={t('chart.title')}
      actions={
        <div className="ro-row">
          <Input
            allowClear
            className="ro-find"
            aria-label={t('chart.find')}
            placeholder={t('chart.find')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <Segmented
            value={view}
            options={[
              { value: 'student' as const, label: t('chart.byStudent') },
              { value: 'station' as const, label: t('chart.byStation') },
              { value: 'mentor' as const, label: t('chart.byMentor') },
            ]}
            onChange={setView}
          />
        </div>
      }
    >
      {canMove ? (
        <>
          <p className="dt-quiet ro-by-mouse">{t('move.drag')}</p>
          <p className="dt-quiet ro-by-touch">{t('move.tap')}</p>
        </>
      ) : (
        <p className="dt-quiet">{t('chart.open')}</p>
      )}
      <ChartLegend plan={plan} chosen={unitId} onChoose={setUnit} />
      <div className={block === undefined ? 'ro-chart' : 'ro-chart ro-chart-two'}>
        <TimeChart
          label={t('chart.title')}
          rowLabel={t(rowWords[view])}
          rows={drawn.rows}
          weeks={drawn.weeks}
          blocks={drawn.blocks}
          today={today()}
          onOpen={(one) => setOpened(one.id)}
          {...(canMove ? drag : {})}
        />
        {block === undefined ? null : (
          <aside
            className="ro-beside"
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.defaultPrevented) close();
            }}
          >
            <BlockPanel plan={plan} block={block} hand={hand} onClose={close} />
          </aside>
        )}
      </div>
      {drawn.rows.length === 1 ? <p className="dt-quiet">{t('chart.nothing', { search })}</p> : null}
      <LastChange hand={hand} />
    </Panel>
  );
}

const rowWords = { student: 'chart.student', station: 'chart.station', mentor: 'block.mentor' } as const;

/** What the chart draws, the same objects as long as nothing of it changes: it may be a thousand blocks. */
function useDrawn(given: {
  readonly plan: PlanDetail;
  readonly rows: readonly TimeRow[];
  readonly blocks: readonly TimeBlock[];
  readonly calendar: readonly TimeBlock[];
  readonly search: string;
}): { rows: TimeRow[]; weeks: TimeWeek[]; blocks: TimeBlock[] } {
  const { plan, rows, blocks, calendar, search } = given;
  const t = usePhrases('rotations');
  const title = t('calendar.title');
  const weeks = useMemo(
    () => plan.calendar.map(({ weekStart, kind }) => ({ start: weekStart, ...toneOf(kind) })),
    [plan.calendar],
  );
  return useMemo(() => {
    const found = findInChart(rows, blocks, search);
    return {
      weeks,
      rows: [{ id: 'calendar', label: title, isFixed: true }, ...found.rows],
      blocks: [...calendar, ...blocks.map((one) => (found.isFaded(one) ? { ...one, isFaded: true } : one))],
    };
  }, [weeks, rows, blocks, calendar, search, title]);
}

function toneOf(kind: PlanDetail['calendar'][number]['kind']): Pick<TimeWeek, 'tone'> {
  if (kind === 'enterprise') return {};
  return { tone: kind === 'school' ? 'school' : 'away' };
}

/** The blocks of the plan as the chart draws them; those of other units than the chosen one step back. */
function useBlocks(plan: PlanDetail, view: ChartView, chosen: string | undefined): TimeBlock[] {
  const t = usePhrases('rotations');
  const nameOf = useNameOf();
  return useMemo(() => {
    const units = plan.balance.map((row) => row.unitId);
    return plan.blocks.map((block) => {
      const unit = nameOf({ name: block.unitName, nameEn: block.unitNameEn });
      const station = nameOf({ name: block.stationName, nameEn: block.stationNameEn });
      const site = nameOf({ name: block.siteName, nameEn: block.siteNameEn });
      const words = [view === 'student' ? '' : unit, station, site, block.mentorName];
      return {
        id: block.id,
        row: rowOf(view, block),
        from: daysBetween(plan.firstWeek, block.firstWeek) / 7,
        length: block.weeks,
        label: view === 'student' ? unit : block.studentName,
        ...(block.isPinned ? { mark: t('chart.kept') } : {}),
        detail: words.filter((word) => word !== '').join(', '),
        tint: Math.max(0, units.indexOf(block.unitId)),
        ...(chosen === undefined || chosen === block.unitId ? {} : { isFaded: true }),
      };
    });
  }, [plan, view, chosen, nameOf, t]);
}

function rowOf(view: ChartView, block: Block): string {
  if (view === 'student') return block.placementId;
  return view === 'station' ? block.stationId : (block.mentorId ?? nobody);
}

/** What dragging does: the rules are said while one drags, dropping moves or swaps. */
function useDrag(plan: PlanDetail, view: ChartView, hand: HandWork) {
  const t = usePhrases('rotations');
  const words = useFlawWords();
  const deedOf = (dragged: TimeBlock, row: string, week: number) => {
    const own = plan.blocks.find((one) => one.id === dragged.id);
    return own === undefined ? undefined : deedAt(plan, view, own, row, weekAfter(plan.firstWeek, week));
  };
  return {
    whyNotDrop: (dragged: TimeBlock, row: string, week: number) => {
      const deed = deedOf(dragged, row, week);
      return deed === undefined ? t('move.nobodyThere') : words(deed.flaws);
    },
    onDrop: (dragged: TimeBlock, row: string, week: number) => {
      const deed = deedOf(dragged, row, week);
      if (deed === undefined || deed.flaws.length > 0) return;
      if (deed.kind === 'swap') hand.swap(deed.own, deed.other);
      else hand.move(deed.own, deed.target);
    },
  };
}

function blockInChart(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.dt-time [data-block="${CSS.escape(id)}"]`);
}

/** Keeps the opened block in sight when the chart makes room for what is said about it. */
function useSeen(id: string | undefined) {
  useEffect(() => {
    if (id !== undefined) blockInChart(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [id]);
}

function LastChange(props: { readonly hand: HandWork }) {
  const { hand } = props;
  const t = usePhrases('rotations');
  const listOf = useListOf();
  if (hand.before === undefined && !hand.isBusy) return null;
  return (
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
  );
}
