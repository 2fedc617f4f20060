import { rounded } from './statistics.ts';

/** One forecast beside what happened; all figures in heads (or whatever one unit all cases share). */
export type BackTestCase = {
  /** Quarters from the last known figure to the one forecast, at least 1. */
  horizon: number;
  forecast: { p10: number; p50: number; p90: number };
  actual: number;
  /** The figure in the quarters before, oldest first, at least one; the naive forecasts know nothing else. */
  history: readonly number[];
};

/** How good a set of forecasts was. */
export type BackTestScore = {
  cases: number;
  /** Mean pinball loss over the 10th, 50th and 90th percentile, heads; 0 is perfect. */
  pinball: number;
  /**
   * Share of cases whose actual figure lies between the 10th and 90th percentile; 0.8 is honest. A figure exactly at
   * one end counts half, since heads are whole numbers and the end belongs to both parts.
   */
  coverage: number;
  /** Mean of median forecast minus actual, heads; above zero: forecast too high. */
  bias: number;
  /** The same loss of two naive forecasts, and how much of it the forecast saves: 1 − loss ⁄ naive loss; null when naive was perfect. */
  lastValue: { pinball: number; skill: number | null };
  trend: { pinball: number; skill: number | null };
};

const SHARES = [0.1, 0.5, 0.9] as const;

/** Loss of saying `quantile` for the share `q` when `actual` happened (Koenker, Bassett 1978). */
export function pinballLoss(q: number, quantile: number, actual: number): number {
  return actual >= quantile ? q * (actual - quantile) : (1 - q) * (quantile - actual);
}

function lossOf(quantiles: readonly [number, number, number], actual: number): number {
  return SHARES.reduce((sum, q, i) => sum + pinballLoss(q, quantiles[i]!, actual), 0) / SHARES.length;
}

function coverageOf({ forecast: { p10, p90 }, actual }: BackTestCase): number {
  if (actual < p10 || actual > p90) return 0;
  return p10 < p90 && (actual === p10 || actual === p90) ? 0.5 : 1;
}

/** Straight line of least squares through a history, read `ahead` steps behind its end; one point is a flat line. */
export function trendAhead(history: readonly number[], ahead: number): number {
  const n = history.length;
  const middle = (n - 1) / 2;
  const mean = history.reduce((sum, value) => sum + value, 0) / n;
  let above = 0;
  let below = 0;
  for (const [i, value] of history.entries()) {
    above += (i - middle) * (value - mean);
    below += (i - middle) ** 2;
  }
  const slope = below === 0 ? 0 : above / below;
  return mean + slope * (n - 1 + ahead - middle);
}

/**
 * Scores forecasts against what happened, beside "as it was last" and "as the straight line goes on". A naive
 * forecast says one number for all percentiles, as people do in a spreadsheet. At least one case.
 */
export function scoreForecasts(cases: readonly BackTestCase[]): BackTestScore {
  const mean = (of: (one: BackTestCase) => number) =>
    cases.reduce((sum, one) => sum + of(one), 0) / cases.length;
  const pinball = mean(({ forecast: { p10, p50, p90 }, actual }) => lossOf([p10, p50, p90], actual));
  const naive = (say: (one: BackTestCase) => number) => {
    const loss = mean((one) => {
      const said = say(one);
      return lossOf([said, said, said], one.actual);
    });
    return { pinball: rounded(loss), skill: loss === 0 ? null : rounded(1 - pinball / loss) };
  };
  return {
    cases: cases.length,
    pinball: rounded(pinball),
    coverage: rounded(mean(coverageOf)),
    bias: rounded(mean(({ forecast, actual }) => forecast.p50 - actual)),
    lastValue: naive(({ history }) => history.at(-1) ?? 0),
    trend: naive(({ history, horizon }) => trendAhead(history, horizon)),
  };
}
