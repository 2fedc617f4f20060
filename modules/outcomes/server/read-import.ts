import { readDay } from '@dualtrack/platform/contract';
import {
  createIssueList,
  readSheetRows,
  rowIssues,
  type SayIssue,
  type TableRow,
} from '@dualtrack/platform/sheets';
import type { ImportIssue, ImportTable } from '../contract.ts';
import { importColumns, leftByWords, readYesNo } from '../import-columns.ts';
import { readScore } from '../mark.ts';
import { leftBys, type OutcomeFacts, outcomeFaults } from '../outcome.ts';

type Person = { placementId: string; studentName: string; postTitle: string; postTitleEn: string };
export type OutcomeFromFile = OutcomeFacts & { placementId: string; leftReason: string };
export type MarkFromFile = { placementId: string; unit: string; score: number };
type Read = { outcomes: OutcomeFromFile[]; marks: MarkFromFile[]; issues: ImportIssue[]; errors: number };

/** The rows of a file in the terms of a class, and everything that is wrong with them. */
export async function readImport(given: {
  table: ImportTable;
  file: { name: string; bytes: Uint8Array };
  people: readonly Person[];
  today: string;
}): Promise<Read> {
  const { table, file, people, today } = given;
  const issues = createIssueList();
  const columns = importColumns[table].map(({ key, headers, required }) => ({ key, headers, required }));
  const outcomes: OutcomeFromFile[] = [];
  const marks: MarkFromFile[] = [];
  const seen = new Map<string, number>();
  for await (const row of readSheetRows(file.name, file.bytes, { columns }, { issues })) {
    const say = rowIssues(issues, file.name, row);
    const person = personOf(row, people, say);
    const unit = table === 'marks' ? (row.values['unit'] ?? '') : '';
    if (unit.length > 100) say('unit', 'import.text-too-long', { length: unit.length, limit: 100 });
    const key = `${person?.placementId} ${unit}`;
    const first = seen.get(key);
    if (person !== undefined && first !== undefined)
      say('student', 'import.duplicate-row', { firstRow: first, firstFile: file.name });
    else seen.set(key, row.row);
    if (table === 'marks') {
      const score = readScore(row.values['score'] ?? '');
      if (row.values['score'] === undefined) say('score', 'import.value-required');
      else if (score === undefined || score === null)
        say('score', 'import.out-of-range', { value: row.values['score'], min: 0, max: 100 });
      else if (person !== undefined) marks.push({ placementId: person.placementId, unit, score });
    } else {
      const facts = outcomeOf(row, today, say);
      if (person !== undefined) outcomes.push({ placementId: person.placementId, ...facts });
    }
  }
  if (issues.errors() === 0 && outcomes.length + marks.length === 0)
    issues.add({ file: file.name, code: 'outcome.file-without-rows', params: {}, severity: 'error' });
  return { outcomes, marks, issues: [...issues.list()], errors: issues.errors() };
}

function personOf(row: TableRow, people: readonly Person[], say: SayIssue): Person | undefined {
  const { student, post } = row.values;
  if (student === undefined) {
    say('student', 'import.value-required');
    return undefined;
  }
  const named = people.filter((one) => one.studentName === student);
  const found =
    post === undefined ? named : named.filter((one) => [one.postTitle, one.postTitleEn].includes(post));
  if (found.length === 0) say('student', 'outcome.student-unknown', { value: student });
  else if (found.length > 1) say('student', 'outcome.student-ambiguous', { value: student });
  return found.length === 1 ? found[0] : undefined;
}

function outcomeOf(row: TableRow, today: string, say: SayIssue): OutcomeFacts & { leftReason: string } {
  const day = (key: string) => {
    const text = row.values[key];
    const found = text === undefined ? null : readDay(text);
    if (found === undefined) say(key, 'import.day-invalid', { value: text ?? '' });
    return found ?? null;
  };
  const trained = row.values['isTrained'];
  const isTrained = trained === undefined ? undefined : readYesNo(trained);
  if (trained === undefined) say('isTrained', 'import.value-required');
  else if (isTrained === undefined)
    say('isTrained', 'outcome.word-unknown', { value: trained, allowed: '是 yes、否 no' });
  const facts = {
    isTrained: isTrained ?? false,
    offeredOn: day('offeredOn'),
    joinedOn: day('joinedOn'),
    monthlyPay: payOf(row, say),
    leftOn: day('leftOn'),
    leftBy: leftByOf(row, say),
  };
  // What follows from a cell that could not be read is not said as well.
  if (isTrained !== undefined)
    for (const { at, code } of outcomeFaults(facts, today)) if (facts[at] !== null) say(at, code);
  const leftReason = row.values['leftReason'] ?? '';
  if (leftReason.length > 500)
    say('leftReason', 'import.text-too-long', { length: leftReason.length, limit: 500 });
  if (leftReason !== '' && facts.leftOn === null) say('leftReason', 'outcome.left-by-without-day');
  return { ...facts, leftReason };
}

function payOf(row: TableRow, say: SayIssue): number | null {
  const text = row.values['monthlyPay'];
  if (text === undefined) return null;
  const pay = Number(text.replaceAll(',', '').replace(/^¥/, ''));
  if (Number.isFinite(pay) && pay >= 0 && pay <= 1_000_000) return Math.round(pay * 100);
  say('monthlyPay', 'import.money-invalid', { value: text });
  return null;
}

function leftByOf(row: TableRow, say: SayIssue): OutcomeFacts['leftBy'] {
  const text = row.values['leftBy'];
  if (text === undefined) return null;
  const found = leftBys.find((by) => leftByWords[by].some((word) => word === text.toLowerCase()));
  if (found === undefined)
    say('leftBy', 'outcome.word-unknown', {
      value: text,
      allowed: Object.values(leftByWords).flat().join(' '),
    });
  return found ?? null;
}
