import { type StudentFacts, studentsNamed } from '@dualtrack/organisations/server';
import { newId } from '@dualtrack/platform/ids';
import type { OperationContext } from '@dualtrack/platform/operation';
import { createIssueList, rowIssues, type SayIssue, type SheetIssue } from '@dualtrack/platform/sheets';
import { type Selectable, sql } from 'kysely';
import { whyNotToday } from '../application-window.ts';
import { choiceKey, codeOf } from '../class-sheet.ts';
import { whyNotEligible, whyNotSeat } from '../eligibility.ts';
import { groupsByWord, hasAgreed } from '../group.ts';
import { largestGroup } from '../placing.ts';
import { groupLabel } from './group-label.ts';
import type { SheetGround, SheetRows } from './read-class-sheet.ts';
import { seatsMeant, wordsOfSeat } from './seat-words.ts';
import type { OrderClassesTables } from './tables.ts';
import { tell } from './tell.ts';

type Context = OperationContext<OrderClassesTables>;
type ClassRow = Selectable<OrderClassesTables['orderClass']>;
type Application = Selectable<OrderClassesTables['application']>;
type Given = SheetRows['applications'][number];

/** An application as a row of the file wants it. */
type Wanted = {
  row: number;
  student: StudentFacts;
  known: Application | undefined;
  choices: string[];
  statement: string;
  groupCode: string | null;
  agrees: boolean | null;
  lateReason: string;
};

/** What a file of applications does, or would do. */
export type ApplicationChanges = { added: number; changed: number; same: number };

const chunk = 500;

/**
 * Applications on paper from a file, as if the office had entered each: the window, eligibility, posts and groups are
 * looked at for every row. Rows that are as the class has them change nothing. Nothing is written where a row cannot be.
 */
export async function writeApplications(
  ctx: Context,
  row: ClassRow,
  ground: SheetGround,
  given: readonly Given[],
  isTrial: boolean,
): Promise<{ issues: SheetIssue[]; changes: ApplicationChanges }> {
  const issues = createIssueList();
  const say = (one: Given): SayIssue => rowIssues(issues, '', one.source);
  const changes = { added: 0, changed: 0, same: 0 };
  if (whyNotToday(row, ctx.today) === 'application.not-yet') {
    const params = { from: row.applicationsFrom ?? ctx.today };
    issues.add({ file: '', code: 'application.not-yet', params, severity: 'error' });
    return { issues: [...issues.list()], changes };
  }
  const known = await ctx.db
    .selectFrom('application')
    .selectAll()
    .where('classId', '=', row.id)
    .forUpdate()
    .execute();
  const wanted = await wantedRows(ctx, row, ground, given, known, say);
  for (const { code, params, one } of await groupFaults(row, wanted, known)) say(one)('group', code, params);
  const written: Wanted[] = [];
  for (const { want } of wanted) {
    const change = changeOf(want);
    changes[change] += 1;
    if (change !== 'same') written.push(want);
  }
  const isWrong = issues.errors() > 0;
  if (!isWrong && !isTrial) {
    if (written.length > 0) await write(ctx, row, written);
    await agree(
      ctx,
      row,
      wanted.map(({ want }) => want),
    );
  }
  return { issues: [...issues.list()], changes };
}

/** The rows as the class would keep them; what cannot be is said at its cell. */
async function wantedRows(
  ctx: Context,
  row: ClassRow,
  ground: SheetGround,
  given: readonly Given[],
  known: readonly Application[],
  say: (one: Given) => SayIssue,
) {
  const students = await studentsNamed(ctx, {
    numbers: given.map(({ number }) => number),
    names: given.map(({ name }) => name),
  });
  const byNumber = new Map(students.map((one) => [one.studentNumber.toLowerCase(), one]));
  const byName = Map.groupBy(students, ({ name }) => name);
  const applications = new Map(known.map((one) => [one.studentId, one]));
  const elsewhere = await placedElsewhere(ctx, row);
  const isOver = whyNotToday(row, ctx.today) === 'application.over';
  const firstRows = new Map<string, number>();
  const groups = groupsByWord(
    known
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .map((mine) => ({ ...mine, agreedWith: mine.groupAgreedWith })),
  );
  const agreesNow = (mine: Application) => {
    const members = groups.get(mine.groupCode ?? '') ?? [];
    return members.length > 1 && hasAgreed({ ...mine, agreedWith: mine.groupAgreedWith }, members);
  };
  const wanted: { one: Given; want: Wanted }[] = [];
  const words = new Map(
    known.flatMap(({ groupCode }) =>
      groupCode === null ? [] : [[groupLabel(row.id, groupCode), groupCode]],
    ),
  );
  for (const one of given) {
    const at = say(one);
    const student = studentOf(one, { byNumber, byName, known }, at);
    const reason = student === undefined ? null : whyNotEligible(row, student);
    // What one post asks of a major says nothing more of somebody whom the whole class is closed to.
    const choices = choicesOf(one, ground, reason === null ? student : undefined, at);
    if (student === undefined) continue;
    const twice = firstRows.get(student.id);
    if (twice !== undefined)
      at(one.number === '' ? 'student' : 'number', 'sheet.student-twice', { firstRow: twice });
    else firstRows.set(student.id, one.row);
    const mine = applications.get(student.id);
    if (reason !== null)
      at(one.number === '' ? 'student' : 'number', 'sheet.not-eligible', { major: student.majorCode });
    const other = elsewhere.get(student.id);
    if (other !== undefined) at('student', 'application.placed-elsewhere', { name: other });
    // A label stands for the word that students gave; whoever writes another word means another group.
    const groupCode =
      one.group === '' ? null : (words.get(one.group.toUpperCase()) ?? one.group.toLowerCase());
    const want: Wanted = {
      ...{ row: one.row, student, known: mine, choices, statement: one.statement, groupCode },
      ...{ agrees: one.agrees, lateReason: isOver ? one.lateReason : '' },
    };
    const isUnchanged = changeOf(want) === 'same';
    if (isOver && !isUnchanged && one.lateReason === '')
      at('lateReason', 'sheet.late', { until: row.applicationsUntil ?? ctx.today });
    // What students chose or took back themselves is newer than any list; the page takes a correction, one by one.
    if (mine?.enteredBy === 'student' && !isUnchanged)
      at(
        one.number === '' ? 'student' : 'number',
        mine.isWithdrawn ? 'sheet.withdrew-online' : 'sheet.chose-online',
        {
          on: mine.changedAt.toISOString().slice(0, 10),
        },
      );
    if (mine?.enteredBy === 'student' && one.agrees === true && isUnchanged && !agreesNow(mine))
      at('agrees', 'sheet.agrees-online');
    wanted.push({ one, want });
  }
  return wanted;
}

function studentOf(
  one: Given,
  found: {
    byNumber: ReadonlyMap<string, StudentFacts>;
    byName: ReadonlyMap<string, StudentFacts[]>;
    known: readonly Application[];
  },
  say: SayIssue,
): StudentFacts | undefined {
  if (one.number !== '') {
    const student = found.byNumber.get(one.number.toLowerCase());
    if (student === undefined) say('number', 'sheet.number-unknown', { value: one.number });
    else if (one.name !== '' && one.name !== student.name) {
      say('student', 'sheet.name-differs', { value: one.name, number: one.number, name: student.name });
      return undefined;
    }
    return student;
  }
  if (one.name === '') {
    say('number', 'import.value-required');
    return undefined;
  }
  const named = found.byName.get(one.name) ?? [];
  // The code of an exported application tells namesakes apart who are in the class already.
  const own = found.known.filter(({ id }) => codeOf(id) === one.code.toLowerCase());
  const meant = own.length === 1 ? named.filter(({ id }) => id === own[0]?.studentId) : named;
  if (meant.length === 0) say('student', 'sheet.name-unknown', { value: one.name });
  if (meant.length > 1) say('student', 'sheet.name-ambiguous', { value: one.name, count: meant.length });
  return meant.length === 1 ? meant[0] : undefined;
}

function choicesOf(
  one: Given,
  ground: SheetGround,
  student: StudentFacts | undefined,
  say: SayIssue,
): string[] {
  const choices: string[] = [];
  let gap: number | undefined;
  one.choices.forEach((words, at) => {
    const key = choiceKey(at);
    if (words === '') {
      gap ??= at;
      return;
    }
    if (gap !== undefined && gap < at) {
      say(choiceKey(gap), 'sheet.choice-gap', { later: at + 1 });
      gap = undefined;
    }
    const meant = seatsMeant(words, ground.seats);
    const [seat] = meant;
    if (seat === undefined) {
      const allowed = ground.seats.map((each) => wordsOfSeat(each, ground.seats, 0)).join('、');
      say(key, 'sheet.post-unknown', { value: words, allowed });
    } else if (meant.length > 1) {
      say(key, 'sheet.post-ambiguous', { value: words, codes: meant.map(({ code }) => code).join('、') });
    } else if (choices.includes(seat.id)) {
      say(key, 'sheet.choice-twice', { value: words });
    } else {
      choices.push(seat.id);
      if (student !== undefined && whyNotSeat(seat, student) !== null)
        say(key, 'application.seat-not-for-major', { seat: words });
    }
  });
  if (one.choices.every((words) => words === '')) say(choiceKey(0), 'import.value-required');
  return choices;
}

/** Words that the class does not take, and groups that would be too large with those who are there already. */
async function groupFaults(
  row: ClassRow,
  wanted: readonly { one: Given; want: Wanted }[],
  known: readonly Application[],
) {
  const faults: { one: Given; code: string; params: Record<string, number> }[] = [];
  const named = new Set(wanted.map(({ want }) => want.student.id));
  const sizes = new Map<string, number>();
  for (const { groupCode, studentId, isWithdrawn } of known)
    if (groupCode !== null && !isWithdrawn && !named.has(studentId))
      sizes.set(groupCode, (sizes.get(groupCode) ?? 0) + 1);
  for (const { one, want } of wanted) {
    if (want.groupCode === null) continue;
    if (!row.hasGroups) faults.push({ one, code: 'application.no-groups', params: {} });
    const size = (sizes.get(want.groupCode) ?? 0) + 1;
    sizes.set(want.groupCode, size);
    if (size > largestGroup)
      faults.push({ one, code: 'application.group-full', params: { limit: largestGroup } });
  }
  return faults;
}

/** Classes in which students have a place in the same span of time, by student. */
async function placedElsewhere(ctx: Context, row: ClassRow): Promise<Map<string, string>> {
  const found = await ctx.db
    .selectFrom('placement as p')
    .innerJoin('orderClass as c', (join) =>
      join.onRef('c.tenantId', '=', 'p.tenantId').onRef('c.id', '=', 'p.classId'),
    )
    .select(['p.studentId', 'c.name'])
    .where('p.classId', '!=', row.id)
    .where('p.state', 'in', ['offered', 'accepted', 'active'])
    .where('p.startsOn', '<=', row.endsOn)
    .where('p.endsOn', '>=', row.startsOn)
    .execute();
  return new Map(found.map(({ studentId, name }) => [studentId, name]));
}

function changeOf({ known, ...want }: Wanted): keyof ApplicationChanges {
  if (known === undefined || known.isWithdrawn) return 'added';
  const isSame =
    known.statement === want.statement &&
    known.groupCode === want.groupCode &&
    known.choices.join(' ') === want.choices.join(' ');
  return isSame ? 'same' : 'changed';
}

async function write(ctx: Context, row: ClassRow, wanted: readonly Wanted[]): Promise<void> {
  const batchId = newId();
  for (let from = 0; from < wanted.length; from += chunk)
    await ctx.db
      .insertInto('application')
      .values(
        wanted.slice(from, from + chunk).map(({ student, choices, statement, groupCode, lateReason }) => ({
          ...{ tenantId: ctx.tenant, enterpriseId: row.enterpriseId, id: newId(), classId: row.id },
          ...{ studentId: student.id, studentName: student.name, cohortName: student.cohortName },
          ...{ majorCode: student.majorCode, statement, choices, isWithdrawn: false, groupCode },
          ...{ enteredBy: 'office' as const, lateReason, batchId, appliedAt: ctx.now, changedAt: ctx.now },
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'classId', 'studentId']).doUpdateSet((eb) => ({
          ...{ statement: eb.ref('excluded.statement'), choices: eb.ref('excluded.choices') },
          ...{ groupCode: eb.ref('excluded.groupCode'), isWithdrawn: false, enteredBy: 'office' as const },
          groupAgreedWith: sql<
            string[] | null
          >`case when application.group_code is not distinct from excluded.group_code
            and not application.is_withdrawn then application.group_agreed_with end`,
          ...{ lateReason: eb.ref('excluded.lateReason'), batchId, changedAt: ctx.now },
        })),
      )
      .execute();
  await tell(ctx, row, 'entered', { happening: batchId });
}

/** Whoever has signed to stay with the others of a group agrees to those who are in it after the file. */
async function agree(ctx: Context, row: ClassRow, wanted: readonly Wanted[]): Promise<void> {
  const said = wanted.filter(
    // Who chose on the page says it there.
    ({ agrees, groupCode, known }) => agrees !== null && groupCode !== null && known?.enteredBy !== 'student',
  );
  if (said.length === 0) return;
  const members = await ctx.db
    .selectFrom('application')
    .select(['id', 'studentId', 'groupCode', 'groupAgreedWith'])
    .where('classId', '=', row.id)
    .where('isWithdrawn', '=', false)
    .where('groupCode', 'is not', null)
    .orderBy('id')
    .execute();
  for (const { student, groupCode, agrees } of said) {
    const own = members.find(({ studentId }) => studentId === student.id);
    if (own === undefined) continue;
    const others = members.flatMap((one) =>
      one.groupCode === groupCode && one.id !== own.id ? [one.id] : [],
    );
    const agreed = agrees === true ? others : null;
    const isAgreed = own.groupAgreedWith !== null && others.every((id) => own.groupAgreedWith?.includes(id));
    if (isAgreed === (agrees === true)) continue;
    await ctx.db
      .updateTable('application')
      .set({ groupAgreedWith: agreed })
      .where('id', '=', own.id)
      .execute();
  }
}
