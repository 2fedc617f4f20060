import { type ForecastResult, quartersBetween, scoreForecasts, trendAhead } from '@dualtrack/forecast';
import type { BackTestCaseView, ForecastNames, HeadcountRecord, Score } from './contract.ts';

/** A forecast that was made, with what it said. */
export type PastForecast = { id: string; names: ForecastNames; result: ForecastResult };

/** A case with the history that the naive forecasts know. */
export type Case = BackTestCaseView & { history: number[] };

/** What was, of the figure in question; null where nobody recorded it. */
function actualOf(record: HeadcountRecord, figure: 'stock' | 'gap'): number | null {
  if (figure === 'stock') return record.headcount;
  return record.needed === null ? null : record.needed - record.headcount;
}

/**
 * The cases that records judge: quarters behind the start of the forecast, with a record, and at least one record up
 * to the start, so that the naive forecasts have something to go by.
 */
export function backTestCases(
  { id, names, result }: PastForecast,
  records: readonly HeadcountRecord[],
  figure: 'stock' | 'gap',
): Case[] {
  return result.occupations.flatMap((one) => {
    const own = records
      .filter(({ occupation }) => occupation === one.id)
      .sort((a, b) => a.quarter.localeCompare(b.quarter));
    const history = own.flatMap((record) => {
      const value = record.quarter <= result.start ? actualOf(record, figure) : null;
      return value === null ? [] : [value];
    });
    const last = history.at(-1);
    if (last === undefined) return [];
    const title = names.occupations.find((name) => name.id === one.id);
    return one.quarters.flatMap((figures) => {
      const horizon = quartersBetween(result.start, figures.quarter);
      const record = own.find(({ quarter }) => quarter === figures.quarter);
      const actual = record === undefined ? null : actualOf(record, figure);
      if (horizon < 1 || actual === null) return [];
      const { p10, p50, p90 } = figures[figure];
      const base = { forecastId: id, occupation: one.id, quarter: figures.quarter, horizon, p10, p50, p90 };
      const named = { title: title?.title ?? one.id, titleEn: title?.titleEn ?? one.id };
      return [{ ...base, ...named, actual, last, trend: trendAhead(history, horizon), history }];
    });
  });
}

function scoreOf(cases: readonly Case[]): Score {
  return scoreForecasts(
    cases.map(({ horizon, p10, p50, p90, actual, history }) => {
      return { horizon, forecast: { p10, p50, p90 }, actual, history };
    }),
  );
}

/** All cases together, and by how far ahead the forecast looked. */
export function summaryOf(cases: readonly Case[]) {
  const horizons = [...new Set(cases.map(({ horizon }) => horizon))].sort((a, b) => a - b);
  return {
    score: cases.length === 0 ? null : scoreOf(cases),
    byHorizon: horizons.map((horizon) => {
      return { horizon, score: scoreOf(cases.filter((one) => one.horizon === horizon)) };
    }),
  };
}
