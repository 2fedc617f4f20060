import { classesOf } from '@dualtrack/order-classes/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { baseOf } from '@dualtrack/training-bases/server';
import type { CalendarView } from '../calendar-contract.ts';
import { type SpecialDay, undecreedYears } from '../holidays.ts';
import { isAbroad } from '../region.ts';
import { dayAfter, weekAfter } from '../week.ts';
import { specialDaysIn } from './days-abroad.ts';
import { ownDb } from './plan-facts.ts';

/** One class, student, mentor, workstation or base whose calendar is wanted. */
export type CalendarSubject = { by: CalendarView; subjectId: string };

const columns = {
  class: 'p.classId',
  student: 'b.studentId',
  mentor: 'b.mentorId',
  station: 'b.stationId',
  base: 'p.baseId',
} as const satisfies Record<CalendarView, string>;

/** Weeks and blocks of published plans that concern the subject, in the homes the context sees; undefined without any. */
export async function calendarOf<Tables>(context: TransactionContext<Tables>, subject: CalendarSubject) {
  const { by, subjectId } = subject;
  const blocks = await ownDb(context)
    .selectFrom('rotationBlock as b')
    .innerJoin('rotationPlan as p', (join) =>
      join.onRef('p.tenantId', '=', 'b.tenantId').onRef('p.id', '=', 'b.planId'),
    )
    .select(['b.id', 'b.planId', 'p.classId', 'p.baseId', 'b.placementId', 'b.studentId', 'b.studentName'])
    .select(['b.unitId', 'b.unitName', 'b.unitNameEn', 'b.stationId', 'b.stationName', 'b.siteName'])
    .select(['b.stationNameEn', 'b.siteNameEn'])
    .select([
      'b.mentorId',
      'b.mentorName',
      'b.firstWeek',
      'b.weeks',
      'b.shift',
      'p.settings',
      'p.publishedAt',
    ])
    .where('p.state', '=', 'published')
    .where(columns[by], '=', subjectId)
    .orderBy('b.firstWeek')
    .orderBy('b.studentName')
    .execute();
  const [first] = blocks;
  if (first === undefined) return undefined;
  const classes = new Map((await classesOf(context)).map((one) => [one.id, one.name]));
  const isOneClass = by === 'class' || by === 'student';
  const planIds = [...new Set(blocks.map((block) => block.planId))];
  const weeks = !isOneClass
    ? []
    : await ownDb(context)
        .selectFrom('rotationWeek')
        .select(['planId', 'weekStart', 'kind', 'note'])
        .where('planId', 'in', planIds)
        .orderBy('weekStart')
        .execute();
  const names: Record<CalendarView, () => Promise<Named> | Named> = {
    class: () => ({ name: classes.get(first.classId) ?? '', nameEn: '' }),
    student: () => ({ name: first.studentName, nameEn: '' }),
    mentor: () => ({ name: first.mentorName, nameEn: '' }),
    station: () => stationName(first),
    base: async () => {
      const base = await baseOf(context, first.baseId);
      return { name: base?.name ?? '', nameEn: base?.nameEn ?? '' };
    },
  };
  const { name, nameEn } = await names[by]();
  const classOfPlan = new Map(blocks.map((block) => [block.planId, block.classId]));
  return {
    ...{ name, nameEn },
    weeks: weeks.map(({ planId, ...week }) => ({ ...week, classId: classOfPlan.get(planId) ?? '' })),
    revisions: await revisionsOf(context, blocks),
    blocks: blocks.map(({ settings: _, baseId: __, publishedAt: ___, ...block }) => ({
      ...block,
      className: classes.get(block.classId) ?? '',
    })),
    ...daysOf(blocks),
  };
}

/** When what stands in a calendar of a class was last published, and how many plans were before. */
export type Revision = { at: Date; sequence: number };

async function revisionsOf<Tables>(
  context: TransactionContext<Tables>,
  blocks: readonly { classId: string; publishedAt: Date | null }[],
): Promise<ReadonlyMap<string, Revision>> {
  const published = new Map(blocks.map((block) => [block.classId, block.publishedAt]));
  const rows = await ownDb(context)
    .selectFrom('rotationPlan')
    .select((eb) => ['classId', eb.fn.countAll<number>().as('plans')])
    .where('classId', 'in', [...published.keys()])
    .where('state', '=', 'superseded')
    .groupBy('classId')
    .execute();
  const before = new Map(rows.map((row) => [row.classId, Number(row.plans)]));
  return new Map(
    [...published].flatMap(([classId, at]) =>
      at === null ? [] : [[classId, { at, sequence: before.get(classId) ?? 0 }] as const],
    ),
  );
}

type Named = { name: string; nameEn: string };

function stationName(block: {
  stationName: string;
  stationNameEn: string;
  siteName: string;
  siteNameEn: string;
}): Named {
  const { stationName: name, stationNameEn, siteName, siteNameEn } = block;
  const nameEn = stationNameEn === '' ? '' : `${stationNameEn} · ${siteNameEn || siteName}`;
  return { name: `${name} · ${siteName}`, nameEn };
}

type Spanned = { firstWeek: string; weeks: number; settings: Readonly<Record<string, unknown>> };

/** Holidays and adjusted workdays from the first block to the last, where each plan's people are. */
function daysOf(blocks: readonly Spanned[]): { days: SpecialDay[]; undecreed: number[] } {
  const from = blocks[0]?.firstWeek ?? '';
  const to = dayAfter(
    blocks
      .map((block) => weekAfter(block.firstWeek, block.weeks))
      .sort()
      .at(-1) ?? '',
    -1,
  );
  const regions = new Set(
    blocks.map(({ settings: { region } }) => (typeof region === 'string' ? region : '')),
  );
  const days = [...regions].map((region) => specialDaysIn(from, to, region));
  const own = new Map(days.flat().map((day) => [`${day.date} ${day.name}`, day]));
  const key = ({ date, name }: SpecialDay) => `${date} ${name}`;
  const isChina = [...regions].some((region) => !isAbroad(region));
  return {
    days: [...own.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    undecreed: isChina ? undecreedYears(from, to) : [],
  };
}
