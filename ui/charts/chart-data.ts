import type { Side } from '../parts/side.ts';

/** One row of figures in a chart. */
export type ChartSeries = {
  readonly name: string;
  /** `band` needs `low` and `high` and is drawn as a shaded fan around the line of its values. */
  readonly kind: 'line' | 'bar' | 'band';
  /** One value per category; null leaves a gap. */
  readonly values: readonly (number | null)[];
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
  /** The side it belongs to gives the colour; without one it is grey. */
  readonly side?: Side;
  /** Without a side: which of the series' own colours it has, from 1; after the last they begin again. */
  readonly shade?: number;
  /** Drawn dashed: a plan, a threshold, a forecast. */
  readonly isDashed?: boolean;
  /** Drawn dotted: a second one beside a dashed line, told apart without its colour. */
  readonly isDotted?: boolean;
  /** Bars with the same word stand on each other. */
  readonly stack?: string;
};

/** What a chart shows; the table view is made from the same. */
export type ChartData = {
  readonly categories: readonly string[];
  /** What the categories are, for the table: "Quarter". */
  readonly categoryLabel: string;
  readonly series: readonly ChartSeries[];
  readonly unit?: string;
  /** The upright axis begins near the smallest figure instead of at 0: for lines that lie close together. */
  readonly isClose?: boolean;
};

/** The rows of the table view: a heading and one row per category; a band gives three columns. */
export function chartTable(data: ChartData): { head: string[]; rows: (string | number | null)[][] } {
  const head = [
    data.categoryLabel,
    ...data.series.flatMap((one) =>
      one.kind === 'band' ? [`${one.name} ↓`, one.name, `${one.name} ↑`] : [one.name],
    ),
  ];
  const rows = data.categories.map((category, at) => [
    category,
    ...data.series.flatMap((one) => {
      const value = one.values[at] ?? null;
      return one.kind === 'band' ? [one.low?.[at] ?? null, value, one.high?.[at] ?? null] : [value];
    }),
  ]);
  return { head, rows };
}

/** Whether there is anything to draw. */
export function hasFigures(data: ChartData): boolean {
  return data.series.some((one) => one.values.some((value) => value !== null));
}
