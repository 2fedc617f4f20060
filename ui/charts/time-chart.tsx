import {
  type CSSProperties,
  type DragEvent,
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { type DayText, writeDay } from '../language/write-day.ts';
import '../styles/time-chart.css';
import { type LaidRow, layRows, neighbour, type TimeBlock, type TimeRow } from './time-chart-data.ts';

/** A week of the chart by its first day. `number` is what people call it (school week), counted from 1 when absent. */
export type TimeWeek = {
  readonly start: DayText;
  readonly number?: number;
  /** Shades the week in all rows: at school, or away altogether. */
  readonly tone?: 'school' | 'away';
};

type TimeChartProps = {
  readonly label: string;
  readonly rows: readonly TimeRow[];
  readonly weeks: readonly TimeWeek[];
  readonly blocks: readonly TimeBlock[];
  /** What the rows are: "Student", "Workstation". */
  readonly rowLabel: string;
  /** Today, to mark its week. */
  readonly today?: DayText;
  readonly onOpen?: (block: TimeBlock) => void;
  /** Why a block may not be dropped there, in words; null where it may. With it, blocks of the rows can be dragged. */
  readonly whyNotDrop?: (block: TimeBlock, row: string, week: number) => string | null;
  readonly onDrop?: (block: TimeBlock, row: string, week: number) => void;
};

function currentWeek(weeks: readonly TimeWeek[], today: DayText | undefined): number {
  if (today === undefined) return -1;
  const at = weeks.findLastIndex((week) => week.start <= today);
  const start = weeks[at]?.start;
  if (start === undefined) return -1;
  return (Date.parse(today) - Date.parse(start)) / 86_400_000 < 7 ? at : -1;
}

function blockClass(block: TimeBlock): string {
  const look = block.side ?? `tint-${(block.tint ?? 0) % 8}`;
  const faded = block.isFaded === true ? ' dt-block-faded' : '';
  return `dt-block dt-block-${look}${faded}${block.mark === undefined ? '' : ' dt-block-marked'}`;
}

type BlockProps = {
  readonly rowLabel: string;
  readonly block: TimeBlock;
  readonly lane: number;
  /** Each week in words, as a block says its own. */
  readonly weekWords: readonly string[];
  readonly isReached: boolean;
  readonly acts: Acts;
  readonly canOpen: boolean;
  readonly canDrag: boolean;
};

/** What is done with a block; the same functions all the time, so that a thousand blocks are not drawn anew. */
type Acts = {
  readonly reach: (id: string) => void;
  readonly walk: (event: KeyboardEvent) => void;
  readonly open: (block: TimeBlock) => void;
  /** Told by which of its weeks the block is held. */
  readonly lift: (block: TimeBlock, heldWeek: number) => void;
};

const Block = memo((props: BlockProps) => {
  const t = usePhrases('ui');
  const { block, weekWords, acts } = props;
  const words = t('timeChart.block', {
    name: props.rowLabel,
    block: [block.label, block.detail, block.mark].filter((word) => word !== undefined).join(', '),
    from: weekWords[block.from] ?? '',
    to: weekWords[block.from + block.length - 1] ?? '',
  });
  return (
    <button
      type="button"
      data-block={block.id}
      className={blockClass(block)}
      style={{ gridColumn: `${block.from + 1} / span ${block.length}`, gridRow: props.lane + 1 }}
      aria-label={words}
      title={words}
      tabIndex={props.isReached ? 0 : -1}
      onFocus={() => acts.reach(block.id)}
      onKeyDown={acts.walk}
      onClick={props.canOpen ? () => acts.open(block) : undefined}
      draggable={props.canDrag}
      onDragStart={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        acts.lift(block, Math.floor(((event.clientX - box.left) / box.width) * block.length));
      }}
    >
      <span>{block.label}</span>
    </button>
  );
});

function useWeekWords(weeks: readonly TimeWeek[]): string[] {
  const t = usePhrases('ui');
  const { locale } = useLanguage();
  return useMemo(
    () =>
      weeks.map(
        ({ number, start }, at) =>
          `${t('timeChart.week', { week: number ?? at + 1 })} (${writeDay(locale, start, 'short')})`,
      ),
    [weeks, locale, t],
  );
}

function Weeks(props: {
  readonly weeks: readonly TimeWeek[];
  readonly today: number;
  readonly rowLabel: string;
}) {
  const t = usePhrases('ui');
  const { locale } = useLanguage();
  const words = (week: TimeWeek, at: number) => {
    const day = t('timeChart.from', { day: writeDay(locale, week.start) });
    return at === props.today ? `${day}, ${t('timeChart.today')}` : day;
  };
  // Hidden from screen readers: each block says its own weeks.
  return (
    <div className="dt-time-row dt-time-head" aria-hidden="true">
      <div className="dt-time-name">{props.rowLabel}</div>
      <div className="dt-time-weeks">
        {props.weeks.map((week, at) => (
          <div
            key={week.start}
            className={at === props.today ? 'dt-time-week dt-time-today' : 'dt-time-week'}
            title={words(week, at)}
          >
            <b>{week.number ?? at + 1}</b>
            <small>{writeDay(locale, week.start, 'short')}</small>
          </div>
        ))}
      </div>
    </div>
  );
}

type ChartStyle = CSSProperties & Record<`--${string}`, string | number>;

// The band of the present week and those of weeks away are drawn once per row as a background, not as cells.
function chartStyle(weeks: readonly TimeWeek[], today: number, isRightToLeft: boolean): ChartStyle {
  const count = weeks.length;
  const bands = { '--weeks': count, '--bands': bandsOf(weeks, isRightToLeft) };
  if (today < 0 || count < 2) return bands;
  const along = (today / (count - 1)) * 100;
  return {
    ...bands,
    '--today-at': `${isRightToLeft ? 100 - along : along}%`,
    '--today-width': `${100 / count}%`,
  };
}

/** Shaded weeks as one background picture: a stop at each end of each week. */
function bandsOf(weeks: readonly TimeWeek[], isRightToLeft: boolean): string {
  if (weeks.every((week) => week.tone === undefined)) return 'linear-gradient(transparent, transparent)';
  const stops = weeks.map((week, at) => {
    const colour = week.tone === undefined ? 'transparent' : `var(--band-${week.tone})`;
    return `${colour} ${(100 * at) / weeks.length}% ${(100 * (at + 1)) / weeks.length}%`;
  });
  return `linear-gradient(to ${isRightToLeft ? 'left' : 'right'}, ${stops.join(', ')})`;
}

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;

/**
 * Rows by weeks: who is where, when. The heads stay in place while one scrolls, one block is in the tab order and arrow
 * keys walk from block to block. Blocks that share weeks in one row are laid into lanes.
 */
export function TimeChart(props: TimeChartProps) {
  const t = usePhrases('ui');
  const { direction } = useLanguage();
  const place = useRef<HTMLElement>(null);
  const laid = useMemo(() => layRows(props.rows, props.blocks), [props.rows, props.blocks]);
  const [reached, setReached] = useState<string | undefined>(undefined);
  const first = laid.flatMap((one) => one.blocks)[0]?.block.id;
  const inOrder = props.blocks.some((block) => block.id === reached) ? reached : first;
  const today = currentWeek(props.weeks, props.today);
  const walk = (event: KeyboardEvent) => {
    const key = arrows.find((arrow) => arrow === event.key);
    const from = props.blocks.find((block) => block.id === inOrder);
    if (key === undefined || from === undefined) return;
    event.preventDefault();
    const turned = {
      ArrowLeft: 'ArrowRight',
      ArrowRight: 'ArrowLeft',
      ArrowUp: 'ArrowUp',
      ArrowDown: 'ArrowDown',
    } as const;
    const next = neighbour(laid, from, direction === 'rtl' ? turned[key] : key);
    if (next === undefined) return;
    setReached(next.id);
    place.current?.querySelector<HTMLElement>(`[data-block="${CSS.escape(next.id)}"]`)?.focus();
  };
  const held = useRef<Held | null>(null);
  const { onOpen, whyNotDrop, onDrop } = props;
  const canDrag = whyNotDrop !== undefined && onDrop !== undefined;
  const latest = useRef({ walk, onOpen, whyNotDrop, onDrop });
  useEffect(() => {
    latest.current = { walk, onOpen, whyNotDrop, onDrop };
  });
  const [acts] = useState<Acts>(() => ({
    reach: setReached,
    walk: (event) => latest.current.walk(event),
    open: (block) => latest.current.onOpen?.(block),
    lift: (block, week) => {
      held.current = { block, week };
    },
  }));
  const [drag] = useState<Drag>(() => ({
    held,
    whyNot: (block, row, week) => latest.current.whyNotDrop?.(block, row, week) ?? null,
    drop: (block, row, week) => latest.current.onDrop?.(block, row, week),
  }));
  const weekWords = useWeekWords(props.weeks);
  useTodayInSight(place, today);
  const style = chartStyle(props.weeks, today, direction === 'rtl');
  const words = t('timeChart.label', { rows: laid.length, weeks: props.weeks.length });
  return (
    <section
      ref={place}
      className="dt-time"
      style={style}
      aria-label={`${props.label}. ${words}. ${t('timeChart.keys')}`}
    >
      <Weeks weeks={props.weeks} today={today} rowLabel={props.rowLabel} />
      <ul>
        {laid.map((one) => (
          <Row
            key={one.row.id}
            laid={one}
            weekWords={weekWords}
            reached={one.blocks.some(({ block }) => block.id === inOrder) ? inOrder : undefined}
            acts={acts}
            canOpen={onOpen !== undefined}
            drag={canDrag ? drag : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

/** Begins with the present week in sight where it would lie beyond the edge: one week before it comes first. */
function useTodayInSight(place: RefObject<HTMLElement | null>, today: number) {
  useEffect(() => {
    const chart = place.current;
    const head = chart?.querySelector<HTMLElement>('.dt-time-today');
    const name = chart?.querySelector<HTMLElement>('.dt-time-name');
    if (today < 0 || !chart || !head || !name) return;
    const shown = chart.getBoundingClientRect();
    const week = head.getBoundingClientRect();
    if (week.right <= shown.right && week.left >= shown.left) return;
    const isRightToLeft = getComputedStyle(chart).direction === 'rtl';
    const ahead = isRightToLeft
      ? shown.right - name.offsetWidth - week.right
      : week.left - shown.left - name.offsetWidth;
    chart.scrollBy({ left: (isRightToLeft ? -1 : 1) * (ahead - week.width) });
  }, [place, today]);
}

/** The block that is being dragged, by which of its weeks, counted from 0. */
type Held = { readonly block: TimeBlock; readonly week: number };
/** What is being dragged, and what may be done with it. */
type Drag = {
  readonly held: RefObject<Held | null>;
  readonly whyNot: (block: TimeBlock, row: string, week: number) => string | null;
  readonly drop: (block: TimeBlock, row: string, week: number) => void;
};

type RowProps = {
  readonly laid: LaidRow;
  readonly weekWords: readonly string[];
  /** The block of this row in the tab order, if it is one of them. */
  readonly reached: string | undefined;
  readonly acts: Acts;
  readonly canOpen: boolean;
  readonly drag: Drag | undefined;
};

const Row = memo((props: RowProps) => {
  const { row, lanes, blocks } = props.laid;
  const { drag } = props;
  const weeks = props.weekWords.length;
  const [over, setOver] = useState<{ week: number; whyNot: string | null }>();
  const weekAt = (event: DragEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const grip = drag?.held.current?.week ?? 0;
    return Math.max(0, Math.min(weeks - 1, Math.floor(share * weeks) - grip));
  };
  const length = drag?.held.current?.block.length ?? 1;
  return (
    <li className={row.isFixed === true ? 'dt-time-row dt-time-fixed' : 'dt-time-row'}>
      <div className="dt-time-name" title={row.note === undefined ? row.label : `${row.label}, ${row.note}`}>
        <span>{row.label}</span>
        {row.note === undefined ? null : <small>{row.note}</small>}
      </div>
      {/* Dragging is an addition for the mouse; what opens from the block does the same by keyboard. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        className="dt-time-weeks dt-time-cells"
        data-row={row.id}
        style={{ gridTemplateRows: `repeat(${lanes}, var(--lane))` }}
        onDragOver={(event) => {
          const block = drag?.held.current?.block;
          if (drag === undefined || block === undefined) return;
          const week = weekAt(event);
          const whyNot = over?.week === week ? over.whyNot : drag.whyNot(block, row.id, week);
          if (whyNot === null) event.preventDefault();
          if (over?.week !== week) setOver({ week, whyNot });
        }}
        onDragLeave={({ relatedTarget, currentTarget }) => {
          // Also told when the pointer goes from one block of the row to the next.
          if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(undefined);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(undefined);
          const block = drag?.held.current?.block;
          if (block !== undefined) drag?.drop(block, row.id, weekAt(event));
        }}
      >
        {over === undefined ? null : (
          <span
            className={over.whyNot === null ? 'dt-drop' : 'dt-drop dt-drop-not'}
            style={{
              gridColumn: `${over.week + 1} / span ${Math.min(length, weeks - over.week)}`,
              gridRow: `1 / span ${lanes}`,
            }}
          >
            {over.whyNot}
          </span>
        )}
        {blocks.map(({ block, lane }) => (
          <Block
            key={block.id}
            rowLabel={row.label}
            block={block}
            lane={lane}
            weekWords={props.weekWords}
            isReached={block.id === props.reached}
            acts={props.acts}
            canOpen={props.canOpen}
            canDrag={drag !== undefined}
          />
        ))}
      </div>
    </li>
  );
});
