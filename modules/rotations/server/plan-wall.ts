import { type Locale, phrase } from '@dualtrack/locales';
import type { PrintableText, TablePdfData } from '@dualtrack/platform/pdf';
import type { PlanDetail } from '../contract.ts';
import { dayAfter } from '../week.ts';
import { blockStationIn, stationIn, unitIn } from './plan-book.ts';
import { planGrid, type Stretch } from './plan-grid.ts';

type Languages = TablePdfData['languages'];
type Cell = TablePdfData['rows'][number][number];
type Word =
  | 'paper.title'
  | 'chart.student'
  | 'chart.station'
  | 'plan.class'
  | 'plan.base'
  | 'plan.span'
  | 'paper.asOf';

/** Weeks above which the text gets smaller, so that a week still holds a name. */
const manyWeeks = 22;

/** A page for the wall: a row a student or a place of a workstation, a column a week, the units in colours. */
export function wallOf(
  plan: PlanDetail,
  by: 'student' | 'station',
  languages: Languages,
  today: string,
): TablePdfData {
  const locale: Locale = languages === 'en' ? 'en' : 'zh-CN';
  const colours = [...new Set(plan.balance.map((unit) => unit.unitId))];
  const last = dayAfter(plan.firstWeek, plan.weeks * 7 - 1);
  const rows = planGrid(plan, by).map(({ id, place, stretches }) => [
    nameOf(plan, id, place, locale),
    ...stretches.map((stretch) => cellOf(stretch, by, locale, colours)),
  ]);
  return {
    ...{ languages, paper: 'a3', orientation: 'landscape' },
    textSize: plan.weeks > manyWeeks ? 7.5 : 9,
    title: words('paper.title'),
    subtitle: { zh: plan.name },
    facts: [
      { label: words('plan.class'), value: plan.className },
      {
        label: words('plan.base'),
        value: stationIn(locale, { name: plan.baseName, nameEn: plan.baseNameEn }),
      },
      { label: words('plan.span'), value: `${plan.firstWeek} – ${last}` },
      { label: words('paper.asOf'), value: today },
    ],
    groups: [{ head: words(`chart.${by}`), columns: 1 }, ...months(plan)],
    columns: [
      { head: { zh: ' ' } },
      ...plan.calendar.map((week, at) => ({
        head: weekHead(week.weekStart, at),
        share: 1,
        align: 'centre' as const,
      })),
    ],
    rows,
    legend: [
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

function nameOf(plan: PlanDetail, id: string, place: number, locale: Locale): string {
  if (place > 0) return '';
  const learner = plan.learners.find((one) => one.placementId === id);
  const station = plan.stations.find((one) => one.id === id);
  return learner?.studentName ?? (station === undefined ? '' : stationIn(locale, station));
}

function cellOf(
  { length, block, kind }: Stretch,
  by: 'student' | 'station',
  locale: Locale,
  colours: readonly string[],
): Cell {
  if (block === undefined) {
    if (kind === undefined || kind === 'enterprise') return { text: '', span: length };
    const track = kind === 'school' ? 'school' : 'away';
    return { text: phrase(locale, 'rotations', `kind.${kind}`), span: length, track };
  }
  // A single week has room for the workstation only.
  const mentor = length === 1 ? '' : block.mentorName;
  const place = [blockStationIn(locale, block), mentor].filter((text) => text !== '').join(' · ');
  const text =
    by === 'student'
      ? `${unitIn(locale, block)}\n${place}`
      : `${block.studentName}\n${block.mentorName}`.trim();
  return { text, span: length, tint: Math.max(0, colours.indexOf(block.unitId)) % 8 };
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

function weekHead(weekStart: string, at: number): PrintableText {
  const day = Number(weekStart.slice(8));
  const params = { number: at + 1, day: String(day) };
  return {
    zh: phrase('zh-CN', 'rotations', 'paper.week', params),
    en: phrase('en', 'rotations', 'paper.week', params),
  };
}
