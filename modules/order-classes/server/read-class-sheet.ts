import {
  createIssueList,
  readSheetRows,
  rowIssues,
  type SayIssue,
  type SheetIssue,
  type TableRow,
} from '@dualtrack/platform/sheets';
import { choiceKey, codeOf, columnsOf, heldAtWords } from '../class-sheet.ts';
import type { ClassTable } from '../contract/class-sheets.ts';
import { type HeldAt, heldAts } from '../placing.ts';
import type { NamedSeat } from './seat-words.ts';
import { instantAt } from './wall-time.ts';

/** What of a class a file is read against. */
export type SheetGround = {
  criteria: readonly { id: string; name: string }[];
  applicants: readonly { id: string; studentName: string; choices: readonly string[] }[];
  seats: readonly (NamedSeat & { majorCategories: readonly number[] })[];
  timeZone: string;
};

/** The rows of a file in the terms of a class, by table; only that of the table asked for is filled. */
export type SheetRows = {
  seats: { row: number; source: TableRow; post: string; capacity: number; minimum: number | null }[];
  points: { applicationId: string; criterionId: string; points: number | null }[];
  scores: { applicationId: string; seatId: string; score: number | null; note: string }[];
  slots: {
    row: number;
    startsAt: Date;
    minutes: number;
    place: string;
    interviewer: string;
    places: number;
  }[];
  syllabus: { name: string; hours: number; heldAt: HeldAt; teacherName: string; mentorName: string }[];
  applications: {
    row: number;
    /** Where the row stands, for what only the class and the school's students show. */
    source: TableRow;
    number: string;
    name: string;
    code: string;
    group: string;
    agrees: boolean | null;
    statement: string;
    lateReason: string;
    /** Words of posts, the first choice first; '' for a blank cell. */
    choices: string[];
  }[];
};

/** Columns of choices that are looked for: lists on paper have more than a small class has posts. */
const choicesIn = ({ seats }: SheetGround) => Math.max(10, seats.length);

type Reader = (row: TableRow, say: SayIssue, into: SheetRows, ground: SheetGround) => void;

const readers: Readonly<Record<ClassTable, Reader>> = {
  points: (row, say, into, ground) => {
    const applicant = applicantOf(row, say, ground);
    for (const { id: criterionId } of ground.criteria) {
      const points = numberIn(row, criterionId, say, [0, 100]);
      // A blank cell takes points back, as the page does: the file is the whole truth of the columns that it has.
      const isThere = row.columns[criterionId] !== undefined;
      if (applicant !== undefined && points !== undefined && isThere)
        into.points.push({ applicationId: applicant.id, criterionId, points });
    }
  },
  scores: (row, say, into, ground) => {
    const applicant = applicantOf(row, say, ground);
    const score = numberIn(row, 'score', say, [0, 100]);
    const title = textIn(row, 'seat', say, 200, true);
    const note = textIn(row, 'note', say, 500) ?? '';
    const seat = ground.seats.find((one) => one.title === title || one.titleEn === title);
    const isAsked = seat !== undefined && applicant?.choices.includes(seat.id);
    if (applicant !== undefined && title !== undefined && !isAsked)
      say('seat', 'sheet.seat-unknown', { value: title });
    if (applicant !== undefined && isAsked && score !== undefined)
      into.scores.push({ applicationId: applicant.id, seatId: seat.id, score, note });
  },
  slots: (row, say, into, { timeZone }) => {
    const day = textIn(row, 'day', say, 40, true);
    const time = textIn(row, 'time', say, 40, true);
    const minutes = numberIn(row, 'minutes', say, [5, 480], true);
    const places = numberIn(row, 'places', say, [1, 100], true);
    const place = textIn(row, 'place', say, 200, true);
    const interviewer = textIn(row, 'interviewer', say, 100) ?? '';
    const startsAt = day === undefined || time === undefined ? undefined : timeIn(day, time, timeZone);
    if (startsAt === null) say('time', 'sheet.time-invalid', { value: `${day} ${time}` });
    if (!startsAt || typeof minutes !== 'number' || typeof places !== 'number' || place === undefined) return;
    into.slots.push({ row: row.row, startsAt, minutes, place, interviewer, places });
  },
  syllabus: (row, say, into) => {
    const name = textIn(row, 'name', say, 200, true);
    const hours = numberIn(row, 'hours', say, [1, 2_000], true);
    const word = textIn(row, 'heldAt', say, 40, true)?.toLowerCase();
    const heldAt = heldAts.find((one) => heldAtWords[one].some((each) => each === word));
    if (word !== undefined && heldAt === undefined)
      say('heldAt', 'sheet.word-unknown', {
        value: word,
        allowed: Object.values(heldAtWords).flat().join(' '),
      });
    const teacherName = textIn(row, 'teacherName', say, 100) ?? '';
    const mentorName = textIn(row, 'mentorName', say, 100) ?? '';
    if (name !== undefined && typeof hours === 'number' && heldAt !== undefined)
      into.syllabus.push({ name, hours, heldAt, teacherName, mentorName });
  },
  seats: (row, say, into) => {
    const post = textIn(row, 'post', say, 200, true);
    const capacity = numberIn(row, 'capacity', say, [0, 500], true);
    const minimum =
      row.values['minimum'] === undefined ? null : numberIn(row, 'minimum', say, [0, 500], true);
    if (post !== undefined && typeof capacity === 'number' && minimum !== undefined)
      into.seats.push({ row: row.row, source: row, post, capacity, minimum });
  },
  applications: (row, say, into, ground) => {
    const text = (key: string, limit: number) => textIn(row, key, say, limit) ?? '';
    into.applications.push({
      ...{
        row: row.row,
        source: row,
        number: text('number', 40).normalize('NFKC'),
        name: text('student', 100),
      },
      ...{ code: text('code', 40), group: text('group', 40), agrees: wordOfYes(row, 'agrees', say) },
      ...{ statement: text('statement', 2_000), lateReason: text('lateReason', 300) },
      choices: Array.from({ length: choicesIn(ground) }, (_, at) => text(choiceKey(at), 200)),
    });
  },
};

const yes = new Set(['是', 'yes', 'y', '√', '✓', '1', '同意', 'agrees']);
const no = new Set(['否', 'no', 'n', '×', '0', '不同意']);

/** Yes or no as people write it; null for a blank cell, or for one that is neither (and said to be). */
function wordOfYes(row: TableRow, key: string, say: SayIssue): boolean | null {
  const word = row.values[key]?.normalize('NFKC').toLowerCase();
  if (word === undefined) return null;
  if (yes.has(word) || no.has(word)) return yes.has(word);
  say(key, 'sheet.word-unknown', { value: word, allowed: '是 yes 否 no' });
  return null;
}

/** Reads a whole file and everything that is wrong with it, each with its row and column. */
export async function readClassSheet(
  table: ClassTable,
  file: { name: string; bytes: Uint8Array },
  ground: SheetGround,
): Promise<{ rows: SheetRows; count: number; issues: SheetIssue[]; errors: number }> {
  const issues = createIssueList();
  const columns = columnsOf(table, ground.criteria, choicesIn(ground)).map(({ key, headers, required }) => ({
    ...{ key, headers, required },
  }));
  const rows: SheetRows = { seats: [], points: [], scores: [], slots: [], syllabus: [], applications: [] };
  const seen = new Map<string, number>();
  let count = 0;
  for await (const row of readSheetRows(file.name, file.bytes, { columns }, { issues })) {
    count += 1;
    const say = rowIssues(issues, file.name, row);
    const [first = ''] = columns.map(({ key }) => key);
    const name = keyOf(table, row);
    const before = name === undefined ? undefined : seen.get(name);
    if (name === undefined) {
      // Who a row is of is known only once the school's students are.
    } else if (before === undefined) seen.set(name, row.row);
    else say(first, 'import.duplicate-row', { firstRow: before, firstFile: file.name });
    readers[table](row, say, rows, ground);
  }
  if (issues.errors() === 0 && count === 0)
    issues.add({ file: file.name, code: 'sheet.without-rows', params: {}, severity: 'error' });
  return { rows, count, issues: [...issues.list()], errors: issues.errors() };
}

/** What a row is of: two rows of the same thing contradict each other; undefined where the row alone does not say. */
function keyOf(table: ClassTable, row: TableRow): string | undefined {
  if (table === 'applications' || table === 'seats') return undefined;
  const keys = {
    points: ['student', 'code'],
    scores: ['student', 'code', 'seat'],
    slots: ['day', 'time', 'place', 'interviewer'],
    syllabus: ['name', 'teacherName', 'mentorName'],
  }[table];
  return keys.map((key) => row.values[key] ?? '').join('\u0000');
}

function applicantOf(row: TableRow, say: SayIssue, { applicants }: SheetGround) {
  const name = textIn(row, 'student', say, 100, true);
  if (name === undefined) return undefined;
  const code = row.values['code']?.toLowerCase();
  const named = applicants.filter((one) => one.studentName === name);
  const found = code === undefined ? named : named.filter((one) => codeOf(one.id) === code);
  if (found.length === 0)
    say(named.length === 0 ? 'student' : 'code', 'sheet.student-unknown', { value: code ?? name });
  if (found.length > 1) say('student', 'sheet.student-ambiguous', { value: name });
  return found.length === 1 ? found[0] : undefined;
}

function textIn(
  row: TableRow,
  key: string,
  say: SayIssue,
  limit: number,
  required = false,
): string | undefined {
  const text = row.values[key];
  if (text === undefined && required) say(key, 'import.value-required');
  if (text !== undefined && text.length > limit)
    say(key, 'import.text-too-long', { length: text.length, limit });
  return text;
}

/** The number of a cell; null for a blank one, undefined for one that is wrong (and said to be). */
function numberIn(
  row: TableRow,
  key: string,
  say: SayIssue,
  [min, max]: readonly [number, number],
  whole = false,
): number | null | undefined {
  const text = row.values[key];
  if (text === undefined) {
    if (whole) say(key, 'import.value-required');
    return whole ? undefined : null;
  }
  const number = Number(text);
  if (whole && !Number.isInteger(number)) {
    say(key, 'import.integer-invalid', { value: text });
    return undefined;
  }
  if (number >= min && number <= max) return number;
  say(key, 'import.out-of-range', { value: text, min, max });
  return undefined;
}

function timeIn(day: string, time: string, timeZone: string): Date | null {
  const date = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(day.normalize('NFKC'));
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time.normalize('NFKC'));
  if (date === null || clock === null) return null;
  const written = [date[1], date[2]?.padStart(2, '0'), date[3]?.padStart(2, '0')].join('-');
  const known = new Date(`${written}T00:00:00Z`);
  if (Number.isNaN(known.getTime()) || !known.toISOString().startsWith(written)) return null;
  return instantAt(written, `${clock[1]?.padStart(2, '0')}:${clock[2]}`, timeZone);
}
