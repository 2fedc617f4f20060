import type { EChartsCoreOption } from 'echarts/core';
import type { ChartData, ChartSeries } from './chart-data.ts';

/** The colours of the page as they are now, read from the tokens. */
export type ChartColours = {
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly paper: string;
  readonly school: string;
  readonly enterprise: string;
  readonly student: string;
  readonly grey: string;
  /** For series that belong to no side. */
  readonly series: readonly string[];
  readonly font: string;
};

/** Reads the tokens of an element; canvas cannot read CSS variables itself. */
export function chartColours(element: Element): ChartColours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: read('--ink'),
    quiet: read('--ink-2'),
    line: read('--line'),
    paper: read('--paper'),
    school: read('--side-school-line'),
    enterprise: read('--side-enterprise-line'),
    student: read('--side-student-line'),
    grey: read('--line-strong'),
    series: [1, 2, 3, 4, 5, 6].map((at) => read(`--series-${at}`)),
    font: style.fontFamily,
  };
}

// Marks differ as well as colours, so that a grey print can be read.
const symbols = { school: 'circle', enterprise: 'rect', student: 'triangle', grey: 'diamond' } as const;
const seriesSymbols = ['circle', 'triangle', 'diamond', 'roundRect', 'pin', 'arrow'] as const;

/** Colour and mark of a series: those of its side, of its shade, or grey. */
function inkOf({ side, shade }: ChartSeries, colours: ChartColours): { colour: string; symbol: string } {
  if (side === undefined && shade !== undefined) {
    const at = (Math.max(1, shade) - 1) % seriesSymbols.length;
    return { colour: colours.series[at] ?? colours.grey, symbol: seriesSymbols[at] ?? symbols.grey };
  }
  const key = side ?? 'grey';
  return { colour: colours[key], symbol: symbols[key] };
}

function bandSeries(one: ChartSeries, colour: string): object[] {
  const low = one.low ?? one.values;
  const span = one.values.map((_, at) => {
    const [from, to] = [low[at], one.high?.[at]];
    return from === null || from === undefined || to === null || to === undefined ? null : to - from;
  });
  const quiet = {
    type: 'line',
    stack: `band-${one.name}`,
    symbol: 'none',
    silent: true,
    tooltip: { show: false },
  };
  return [
    { ...quiet, name: `${one.name} ↓`, data: low, lineStyle: { opacity: 0 } },
    {
      ...quiet,
      name: `${one.name} ↑`,
      data: span,
      lineStyle: { opacity: 0 },
      areaStyle: { color: colour, opacity: 0.18 },
    },
  ];
}

const strokeOf = ({ isDashed, isDotted }: ChartSeries) =>
  isDotted ? 'dotted' : isDashed ? 'dashed' : 'solid';

function drawn(one: ChartSeries, colours: ChartColours): object[] {
  const { colour, symbol } = inkOf(one, colours);
  if (one.kind === 'bar') {
    const stack = one.stack === undefined ? {} : { stack: one.stack };
    return [
      {
        type: 'bar',
        name: one.name,
        data: one.values,
        itemStyle: { color: colour },
        barMaxWidth: 28,
        ...stack,
      },
    ];
  }
  const line = {
    type: 'line',
    name: one.name,
    data: one.values,
    symbol,
    symbolSize: 7,
    lineStyle: { color: colour, width: 2, type: strokeOf(one) },
    itemStyle: { color: colour },
  };
  return one.kind === 'band' ? [...bandSeries(one, colour), line] : [line];
}

/** The drawing instructions for ECharts. */
export function chartOption(data: ChartData, colours: ChartColours, isMoving: boolean): EChartsCoreOption {
  const text = { color: colours.quiet, fontFamily: colours.font, fontSize: 12 };
  const bars = data.series.filter((one) => one.kind === 'bar').length;
  return {
    animation: isMoving,
    animationDuration: 180,
    textStyle: text,
    aria: { enabled: true, decal: { show: bars > 1 } },
    legend: {
      data: data.series.map((one) => one.name),
      // Each with its own stroke and mark, so that the key can be read without colours too.
      itemWidth: 32,
      itemGap: 20,
      itemHeight: 8,
      top: 0,
      left: 0,
      textStyle: { ...text, color: colours.ink },
    },
    // The key of more than three takes two rows on a phone.
    grid: { left: 8, right: 16, top: data.series.length > 3 ? 78 : 44, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.paper,
      borderColor: colours.line,
      textStyle: { ...text, color: colours.ink },
    },
    xAxis: {
      type: 'category',
      data: data.categories,
      axisLine: { lineStyle: { color: colours.grey } },
      axisTick: { show: false },
      axisLabel: text,
    },
    yAxis: {
      type: 'value',
      name: data.unit ?? '',
      scale: data.isClose ?? false,
      nameTextStyle: { ...text, align: 'left' },
      axisLabel: text,
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: data.series.flatMap((one) => drawn(one, colours)),
  };
}
