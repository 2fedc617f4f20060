import { type Locale, phrase } from '@dualtrack/locales';
import type { PrintableText, TablePdfData } from '@dualtrack/platform/pdf';
import type { PlanDetail } from '../contract.ts';
import { dayAfter } from '../week.ts';
import { blockStationIn, rowName, stationIn, unitIn } from './plan-book.ts';
import { type GridBy, planGrid, type Stretch } from './plan-grid.ts';

type Languages = TablePdfData['languages'];
type Cell = TablePdfData['rows'][number][number];
type Word =
  | 'paper.title'
  | 'chart.student'
  | 'chart.station'
  | 'block.mentor'
  | 'plan.class'
  | 'plan.base'
  | 'plan.span'
  | 'paper.asOf';

/** Weeks above which the text gets smaller, so that a week still holds a name. */
const manyWeeks = 22;

/** A page for the wall: a row a student or a place of a workstation, a column a week, the units in colours. */
export function wallOf(plan: PlanDetail, by: GridBy, languages: Languages, today: string): TablePdfData {
  const locale: Locale = languages === 'en' ? 'en' : 'zh-CN';
  const colours = [...new Set(plan.balance.map((unit) => unit.unitId))];
  const last = dayAfter(plan.firstWeek, plan.weeks * 7 - 1);
  const rows = planGrid(plan, by).map(({ id, place, stretches }) => [
    place > 0 ? '' : rowName(plan, { id, by }, locale),
    ...stretches.map((stretch) => cellOf(stretch, by, locale, colours)),
  ]);
  return {
    ...{ languages, paper: 'a3', orientation: 'landscape' },
    textSize: plan.weeks > manyWeeks ? (languages === 'en' ? 6.8 : 7.5) : 9,
    title: words('paper.title'),
    subtitle: { zh: plan.name },
    facts: [
      { label: words('plan.class'), value: plan.className },
      {
        label: words('plan.base'),
        value: stationIn(locale, { name: plan.baseName, nameEn: plan.baseNameEn }),
      },
      { label: words('plan.span'), value: spanIn(languages, plan.firstWeek, last) },
      { label: words('paper.asOf'), value: dayIn(languages, today) },
    ],
    groups: [{ head: words(by === 'mentor' ? 'block.mentor' : `chart.${by}`), columns: 1 }, ...months(plan)],
    columns: [
      { head: { zh: ' ' } },
      ...plan.calendar.map((week, at) => ({
        head: weekHead(week.weekStart, at, languages),
        share: 1,
        align: 'centre' as const,
      })),
    ],
    rows,
    legend: [
      ...plan.balance.map((unit) => ({
        tint: Math.max(0, colours.indexOf(unit.unitId)) % 8,
        text: { zh: unit.unitName, en: unitIn('en', unit) },
      })),
      { track: 'school', text: kindWords('school') },
      {
        track: 'away',
        text: {
          zh: `${kindWords('exam').zh}、${kindWords('holiday').zh}`,
          en: `${kindWords('exam').en}, ${kindWords('holiday').en}`,
        },
      },
    ],
    footer:
      [
        stationIn(locale, { name: plan.school, nameEn: plan.schoolEn }),
        stationIn(locale, { name: plan.enterprise, nameEn: plan.enterpriseEn }),
      ]
        .filter((name) => name !== '')
        .join(' · ') || plan.name,
  };
}

function words(key: Word): PrintableText {
  return { zh: phrase('zh-CN', 'rotations', key), en: phrase('en', 'rotations', key) };
}

function kindWords(kind: 'school' | 'exam' | 'holiday') {
  return { zh: phrase('zh-CN', 'rotations', `kind.${kind}`), en: phrase('en', 'rotations', `kind.${kind}`) };
}

function cellOf(
  { length, block, kind }: Stretch,
  by: GridBy,
  locale: Locale,
  colours: readonly string[],
): Cell {
  if (block === undefined) {
    if (kind === undefined || kind === 'enterprise') return { text: '', span: length };
    const track = kind === 'school' ? 'school' : 'away';
    return { text: phrase(locale, 'rotations', `kind.${kind}`), span: length, track };
  }
  return {
    text: wordsIn(block, length, by, locale),
    span: length,
    tint: Math.max(0, colours.indexOf(block.unitId)) % 8,
  };
}

/** What a block says of itself; a single week has room for one thing only, and its colour says the unit. */
function wordsIn(block: PlanDetail['blocks'][number], length: number, by: GridBy, locale: Locale): string {
  const station = blockStationIn(locale, block);
  if (by === 'mentor') return length === 1 ? block.studentName : `${block.studentName}\n${station}`;
  if (by === 'station')
    return length === 1 ? block.studentName : `${block.studentName}\n${block.mentorName}`.trim();
  if (length === 1) return station;
  return [unitIn(locale, block), station, block.mentorName].filter((text) => text !== '').join('\n');
}

/** Days as people write them; a paper in two languages has one form for both. */
function dayIn(languages: Languages, day: string): string {
  return spanIn(languages, day, day);
}

function spanIn(languages: Languages, from: string, to: string): string {
  if (languages === 'zh-en') return from === to ? from : `${from} – ${to}`;
  const written = new Intl.DateTimeFormat(languages === 'en' ? 'en-GB' : 'zh-CN', {
    ...{ year: 'numeric', day: 'numeric', timeZone: 'UTC' },
    month: languages === 'en' ? 'short' : 'long',
  });
  const [first, last] = [from, to].map((day) => written.format(new Date(`${day}T00:00:00Z`)));
  return from === to ? (first ?? from) : `${first} – ${last}`;
}

/** Months over their weeks, by each week's Monday. */
function months(plan: PlanDetail): { head: PrintableText; columns: number }[] {
  const found: { month: string; columns: number }[] = [];
  for (const { weekStart } of plan.calendar) {
    const month = weekStart.slice(0, 7);
    const last = found.at(-1);
    if (last?.month === month) last.columns += 1;
    else found.push({ month, columns: 1 });
  }
  return found.map(({ month, columns }) => ({ head: monthHead(month), columns }));
}

function monthHead(month: string): PrintableText {
  const date = new Date(`${month}-01T00:00:00Z`);
  const written = (locale: string) =>
    new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(date);
  return { zh: written('zh-CN'), en: written('en-GB') };
}

function weekHead(weekStart: string, at: number, languages: Languages): PrintableText {
  const params = { number: at + 1, day: String(Number(weekStart.slice(8))) };
  const zh = phrase('zh-CN', 'rotations', 'paper.week', params);
  // Two languages in four lines would be taller than the names beneath: the figures are the same.
  if (languages === 'zh-en') return { zh: `${params.number}${lineBreak}${params.day}` };
  return { zh: lines(zh), en: lines(phrase('en', 'rotations', 'paper.week', params)) };
}

/** A line end that a head may hold; control characters it may not. */
const lineBreak = '\u2028';

const lines = (text: string): string => text.replace('|', lineBreak);
