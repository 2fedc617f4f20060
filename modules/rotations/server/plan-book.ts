import { type Locale, phrase } from '@dualtrack/locales';
import type { WriteBook, WriteSheet, WriteValue } from '@dualtrack/platform/sheets';
import type { PlanDetail } from '../contract.ts';
import { dayAfter } from '../week.ts';
import { planGrid } from './plan-grid.ts';

type Row = Record<string, WriteValue>;

/** The workbook of a plan: one sheet by student and one by workstation with a column a week, and one of all blocks. */
export function bookOf(plan: PlanDetail, language: 'zh' | 'en', modifiedAt: Date): WriteBook {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const sheets = [
    weekSheet(plan, 'student', locale),
    weekSheet(plan, 'station', locale),
    blockSheet(plan, locale),
  ];
  return { sheets, modifiedAt, title: plan.name };
}

/** The unit's name in a language. */
export function unitIn(locale: Locale, unit: { unitName: string; unitNameEn: string }): string {
  return locale === 'zh-CN' || unit.unitNameEn === '' ? unit.unitName : unit.unitNameEn;
}

/** The workstation's name in a language. */
export function stationIn(locale: Locale, station: { name: string; nameEn: string }): string {
  return locale === 'zh-CN' || station.nameEn === '' ? station.name : station.nameEn;
}

function postIn(locale: Locale, { postTitle, postTitleEn }: PlanDetail['learners'][number]): string {
  return locale === 'zh-CN' || postTitleEn === '' ? postTitle : postTitleEn;
}

/** The name of a block's workstation in a language. */
export function blockStationIn(
  locale: Locale,
  { stationName: name, stationNameEn: nameEn }: { stationName: string; stationNameEn: string },
): string {
  return stationIn(locale, { name, nameEn });
}

/** The name of a block's or workstation's site in a language. */
export function blockSiteIn(
  locale: Locale,
  { siteName: name, siteNameEn: nameEn }: { siteName: string; siteNameEn: string },
): string {
  return stationIn(locale, { name, nameEn });
}

function weekSheet(plan: PlanDetail, by: 'student' | 'station', locale: Locale): WriteSheet {
  const isByStudent = by === 'student';
  const rows = planGrid(plan, by).map(({ id, place, stretches }) => {
    const row: Row = {
      ...headOf(plan, id, place, locale),
      ...(isByStudent ? {} : { places: placesOf(plan, id) }),
    };
    for (const { from, length, block, kind } of stretches) {
      const text =
        block === undefined
          ? kind === undefined || kind === 'enterprise'
            ? ''
            : phrase(locale, 'rotations', `kind.${kind}`)
          : isByStudent
            ? `${unitIn(locale, block)} · ${blockStationIn(locale, block)}`
            : block.studentName;
      for (let week = from; week < from + length; week += 1) row[`w${week}`] = text;
    }
    return row;
  });
  return {
    name: phrase(locale, 'rotations', isByStudent ? 'chart.byStudent' : 'chart.byStation'),
    columns: [
      { key: 'name', header: phrase(locale, 'rotations', `chart.${by}`), width: 18 },
      {
        key: 'note',
        header: phrase(locale, 'rotations', isByStudent ? 'paper.post' : 'paper.site'),
        width: 18,
      },
      ...(isByStudent
        ? []
        : [
            {
              ...{ key: 'places', width: 8, type: 'integer' as const },
              header: phrase(locale, 'rotations', 'paper.places'),
            },
          ]),
      ...plan.calendar.map((week, at) => ({
        ...{ key: `w${at}`, width: 14 },
        header: phrase(locale, 'rotations', 'paper.weekFrom', { number: at + 1, day: week.weekStart }),
      })),
    ],
    rows,
  };
}

function headOf(plan: PlanDetail, id: string, place: number, locale: Locale): Row {
  const learner = plan.learners.find((one) => one.placementId === id);
  const station = plan.stations.find((one) => one.id === id);
  const name = learner?.studentName ?? (station === undefined ? '' : stationIn(locale, station));
  return {
    name: place === 0 ? name : `${name} (${place + 1})`,
    note:
      learner !== undefined
        ? postIn(locale, learner)
        : station === undefined
          ? undefined
          : blockSiteIn(locale, station),
  };
}

function placesOf(plan: PlanDetail, stationId: string): number | undefined {
  return plan.stations.find((one) => one.id === stationId)?.places;
}

function blockSheet(plan: PlanDetail, locale: Locale): WriteSheet {
  const word = (key: 'chart.student' | 'paper.unit' | 'chart.station' | 'paper.site' | 'block.mentor') =>
    phrase(locale, 'rotations', key);
  return {
    name: phrase(locale, 'rotations', 'paper.blocks'),
    columns: [
      { key: 'student', header: word('chart.student'), width: 16 },
      { key: 'unit', header: word('paper.unit'), width: 24 },
      { key: 'station', header: word('chart.station'), width: 24 },
      { key: 'site', header: word('paper.site'), width: 16 },
      { key: 'mentor', header: word('block.mentor'), width: 16 },
      { key: 'from', header: phrase(locale, 'rotations', 'paper.from'), width: 12, type: 'day' },
      { key: 'to', header: phrase(locale, 'rotations', 'paper.to'), width: 12, type: 'day' },
      { key: 'weeks', header: phrase(locale, 'rotations', 'plan.weeks'), width: 8, type: 'integer' },
    ],
    rows: plan.blocks.map((block) => ({
      ...{ student: block.studentName, unit: unitIn(locale, block), station: blockStationIn(locale, block) },
      ...{ site: blockSiteIn(locale, block), mentor: block.mentorName, from: block.firstWeek },
      ...{ to: dayAfter(block.firstWeek, block.weeks * 7 - 1), weeks: block.weeks },
    })),
  };
}
