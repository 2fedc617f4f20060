import { type Locale, phrase } from '@dualtrack/locales';
import type { WriteBook, WriteSheet, WriteValue } from '@dualtrack/platform/sheets';
import type { PlanDetail } from '../contract.ts';
import { dayAfter } from '../week.ts';
import { type GridBy, planGrid, type Stretch } from './plan-grid.ts';

type Row = Record<string, WriteValue>;

/** The workbook of a plan: sheets by student, workstation and mentor with a column a week, and one of all blocks. */
export function bookOf(plan: PlanDetail, language: 'zh' | 'en', modifiedAt: Date): WriteBook {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const sheets = [
    weekSheet(plan, 'student', locale),
    weekSheet(plan, 'station', locale),
    weekSheet(plan, 'mentor', locale),
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

const sheetNames = {
  student: 'chart.byStudent',
  station: 'chart.byStation',
  mentor: 'chart.byMentor',
} as const;
const rowNames = { student: 'chart.student', station: 'chart.station', mentor: 'block.mentor' } as const;
const noteNames = { student: 'paper.post', station: 'paper.site', mentor: 'paper.room' } as const;

function weekSheet(plan: PlanDetail, by: GridBy, locale: Locale): WriteSheet {
  const grid = planGrid(plan, by);
  const units = [...new Set(plan.balance.map((unit) => unit.unitId))];
  const rows = grid.map(({ id, place, stretches }) => {
    const row: Row = {
      ...headOf(plan, { id, place, by }, locale),
      ...(by === 'station' ? { places: placesOf(plan, id) } : {}),
    };
    for (const stretch of stretches) {
      const text = textOf(stretch, by, locale);
      for (const key of weekKeys(stretch)) row[key] = text;
    }
    return row;
  });
  const fills = grid.map(({ stretches }) =>
    Object.fromEntries(
      stretches.flatMap((stretch) => {
        const fill = fillOf(stretch, units);
        return fill === undefined ? [] : weekKeys(stretch).map((key) => [key, fill]);
      }),
    ),
  );
  return {
    name: phrase(locale, 'rotations', sheetNames[by]),
    columns: [
      { key: 'name', header: phrase(locale, 'rotations', rowNames[by]), width: 20 },
      { key: 'note', header: phrase(locale, 'rotations', noteNames[by]), width: by === 'mentor' ? 10 : 20 },
      ...(by === 'station'
        ? [
            {
              ...{ key: 'places', width: 8, type: 'integer' as const },
              header: phrase(locale, 'rotations', 'paper.places'),
            },
          ]
        : []),
      ...plan.calendar.map((week, at) => ({
        ...{ key: `w${at}`, width: 15 },
        header: phrase(locale, 'rotations', 'paper.weekFrom', { number: at + 1, day: week.weekStart }),
      })),
    ],
    rows,
    fills,
    // Its name stays in sight beside every week.
    frozenColumns: 1,
    isWide: true,
  };
}

const weekKeys = ({ from, length }: Stretch): string[] => Array.from({ length }, (_, at) => `w${from + at}`);

function textOf({ block, kind }: Stretch, by: GridBy, locale: Locale): string {
  if (block === undefined) {
    return kind === undefined || kind === 'enterprise' ? '' : phrase(locale, 'rotations', `kind.${kind}`);
  }
  if (by === 'student') return `${unitIn(locale, block)} · ${blockStationIn(locale, block)}`;
  return by === 'station' ? block.studentName : `${block.studentName} · ${unitIn(locale, block)}`;
}

/** The units' colours of the time chart, and quiet ones for weeks away. */
const unitFills = ['FBE7C4', 'F3D9D2', 'F1EEC2', 'DFE8CF', 'EFDCEA', 'D5E9E8', 'E5E0F3', 'E4E6EA'];

function fillOf({ block, kind }: Stretch, units: readonly string[]): string | undefined {
  if (block !== undefined) return unitFills[Math.max(0, units.indexOf(block.unitId)) % unitFills.length];
  if (kind === undefined || kind === 'enterprise') return undefined;
  return kind === 'school' ? 'E8F0FA' : 'F0F0F0';
}

function headOf(
  plan: PlanDetail,
  { id, place, by }: { id: string; place: number; by: GridBy },
  locale: Locale,
): Row {
  const name = rowName(plan, { id, by }, locale);
  return { name: place === 0 ? name : `${name} (${place + 1})`, note: noteOf(plan, { id, by }, locale) };
}

/** The name of a row of a printed plan in a language; of a mentor who was withdrawn, as it stands in the blocks. */
export function rowName(plan: PlanDetail, { id, by }: { id: string; by: GridBy }, locale: Locale): string {
  if (by === 'student') return plan.learners.find((one) => one.placementId === id)?.studentName ?? '';
  if (by === 'station') {
    const station = plan.stations.find((one) => one.id === id);
    return station === undefined ? '' : stationIn(locale, station);
  }
  const known = plan.mentors.find((one) => one.id === id)?.name;
  const standing = plan.blocks.find((block) => block.mentorId === id)?.mentorName;
  return known ?? standing ?? phrase(locale, 'rotations', 'chart.noMentor');
}

function noteOf(plan: PlanDetail, { id, by }: { id: string; by: GridBy }, locale: Locale): WriteValue {
  if (by === 'mentor') {
    const mentor = plan.mentors.find((one) => one.id === id);
    return mentor === undefined ? '' : String(Math.max(0, ...mentor.weekRoom));
  }
  const learner = plan.learners.find((one) => one.placementId === id);
  if (learner !== undefined) return postIn(locale, learner);
  const station = plan.stations.find((one) => one.id === id);
  return station === undefined ? undefined : blockSiteIn(locale, station);
}

function placesOf(plan: PlanDetail, stationId: string): number | undefined {
  return plan.stations.find((one) => one.id === stationId)?.places;
}

function blockSheet(plan: PlanDetail, locale: Locale): WriteSheet {
  const word = (key: 'chart.student' | 'paper.unit' | 'chart.station' | 'paper.site' | 'block.mentor') =>
    phrase(locale, 'rotations', key);
  return {
    name: phrase(locale, 'rotations', 'paper.blocks'),
    frozenColumns: 1,
    isWide: true,
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
