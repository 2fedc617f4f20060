import { ForecastError } from './forecast-error.ts';
import { meanGap } from './gap-mean.ts';
import type { ForecastPlan } from './plan.ts';
import { quartersBetween } from './quarter.ts';
import { rounded } from './statistics.ts';

/** What a bar of a tornado moves. `join-rate` names programme and, where there is one, the cohort. */
export type DriverKind = 'attrition' | 'project-probability' | 'project-delay' | 'units' | 'join-rate';

/** One end of a bar: the driver's own value there, and the expected gap that goes with it, heads. */
export type BarEnd = { setting: number; gap: number };

/**
 * How far one driver alone moves the expected gap of one occupation in one quarter. `low` and `high` are by setting:
 * attrition per quarter halved and half as much again, a project certain not to come and certain to come, a delay of
 * nothing and of its maximum, units and join rates a fifth lower and higher (never beyond 0…1 for a share).
 */
export type TornadoBar = {
  driver: { kind: DriverKind; id: string };
  low: BarEnd;
  high: BarEnd;
  /** Distance of the two ends in heads, never negative. */
  swing: number;
};

/** The expected gap as it is, and what moves it, the strongest first. Drivers that move nothing are left out. */
export type Tornado = { occupation: string; quarter: string; gap: number; bars: TornadoBar[] };

type Driver = {
  kind: DriverKind;
  id: string;
  settings: [number, number];
  at(plan: ForecastPlan, setting: number): ForecastPlan;
};

/** How far shares and units are moved to either side. */
const FIFTH = 0.2;

/** The list with the item at `index` edited and all others as they are. */
function editedAt<T>(list: readonly T[], index: number, edit: (item: T) => T): T[] {
  return list.map((item, at) => (at === index ? edit(item) : item));
}

function attritionOf(plan: ForecastPlan, occupation: string): Driver[] {
  const index = plan.occupations.findIndex(({ id }) => id === occupation);
  const { attrition } = plan.occupations[index]!;
  if (attrition === 0) return [];
  return [
    {
      kind: 'attrition',
      id: occupation,
      settings: [attrition * 0.5, Math.min(1, attrition * 1.5)],
      at: (given, setting) => ({
        ...given,
        occupations: editedAt(given.occupations, index, (old) => ({
          ...old,
          attrition: setting,
          ageBands: old.ageBands?.map((band) =>
            band.attrition === undefined
              ? band
              : { ...band, attrition: Math.min(1, (band.attrition * setting) / attrition) },
          ),
        })),
      }),
    },
  ];
}

function projectsOf(plan: ForecastPlan, occupation: string): Driver[] {
  return plan.projects.flatMap((project, index): Driver[] => {
    if (!project.headcount.some((need) => need.occupation === occupation)) return [];
    const chance: Driver = {
      kind: 'project-probability',
      id: project.id,
      settings: [0, 1],
      at: (given, probability) => ({
        ...given,
        projects: editedAt(given.projects, index, (old) => ({ ...old, probability })),
      }),
    };
    const { max } = project.delayQuarters ?? { max: 0 };
    if (max === 0) return [chance];
    const delay: Driver = {
      kind: 'project-delay',
      id: project.id,
      settings: [0, max],
      at: (given, mean) => ({
        ...given,
        projects: editedAt(given.projects, index, (old) => ({ ...old, delayQuarters: { mean, max } })),
      }),
    };
    return [chance, delay];
  });
}

function linesOf(plan: ForecastPlan, occupation: string): Driver[] {
  return plan.lines.flatMap((line, index): Driver[] => {
    if (!line.staffing.some((need) => need.occupation === occupation)) return [];
    return [
      {
        kind: 'units',
        id: line.id,
        settings: [1 - FIFTH, 1 + FIFTH],
        at: (given, factor) => ({
          ...given,
          lines: editedAt(given.lines, index, (old) => ({
            ...old,
            units: old.units.map((units) => units * factor),
          })),
        }),
      },
    ];
  });
}

function joinRatesOf(plan: ForecastPlan, occupation: string): Driver[] {
  return plan.supply.flatMap((row, index): Driver[] => {
    if (row.occupation !== occupation) return [];
    return [
      {
        kind: 'join-rate',
        id: row.id === undefined ? row.programme : `${row.programme}:${row.id}`,
        settings: [row.joinRate * (1 - FIFTH), Math.min(1, row.joinRate * (1 + FIFTH))],
        at: (given, joinRate) => ({
          ...given,
          supply: editedAt(given.supply, index, (old) => ({ ...old, joinRate })),
        }),
      },
    ];
  });
}

/**
 * What drives the expected gap of one occupation in one quarter: each driver moved alone, all else as planned.
 * Takes a plan from `parseForecastPlan`. Throws {@link ForecastError} `occupation.unknown` or `quarter.unknown`.
 */
export function tornado(plan: ForecastPlan, occupation: string, quarter: string): Tornado {
  const t = quartersBetween(plan.start, quarter);
  if (!(t >= 0 && t < plan.quarters)) throw new ForecastError('quarter.unknown', { quarter });
  const gap = meanGap(plan, occupation, t);
  if (gap === undefined) throw new ForecastError('occupation.unknown', { occupation });
  const drivers = [attritionOf, projectsOf, linesOf, joinRatesOf].flatMap((of) => of(plan, occupation));
  const bars = drivers.map(({ kind, id, settings, at }): TornadoBar => {
    const end = (setting: number): BarEnd => ({
      setting: rounded(setting),
      gap: rounded(meanGap(at(plan, setting), occupation, t) ?? gap),
    });
    const [low, high] = [end(settings[0]), end(settings[1])];
    return { driver: { kind, id }, low, high, swing: rounded(Math.abs(high.gap - low.gap)) };
  });
  return {
    occupation,
    quarter,
    gap: rounded(gap),
    bars: bars
      // Two settings that read the same say nothing to anybody.
      .filter(({ swing, low, high }) => swing > 0 && low.setting !== high.setting)
      .sort((left, right) => right.swing - left.swing),
  };
}
