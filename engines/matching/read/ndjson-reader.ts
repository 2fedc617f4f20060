import { applicantFormat, headFormat } from '../format/problem-format.ts';
import { grownInt32 } from '../market/growing.ts';
import { createIdTable } from '../market/id-table.ts';
import { createMarketBuilder, type MarketBuilder } from '../market/market-builder.ts';
import { wordOf } from '../market/word.ts';
import { choiceIssues } from './choice-issues.ts';
import { type Issue, type IssueCode, isRecord } from './issue.ts';
import { utf8Text } from './json-tokens.ts';
import { createLineCutter } from './line-cutter.ts';
import { type Parsed, type ReadOptions, withSeed } from './parse-problem.ts';
import { placeIssues } from './place-issues.ts';
import { type ApplicantScanner, createApplicantScanner } from './scan-applicant.ts';
import { shaped } from './shape-issues.ts';

export type NdjsonOptions = ReadOptions & {
  /** Issues kept in full; those beyond are only counted. Default 100,000. */
  readonly maxIssues?: number;
};

/**
 * Takes a `.ndjson` problem as pieces of text or UTF-8 bytes, cut anywhere, and hands over the market or all
 * issues.
 */
export type NdjsonReader = { push(piece: string | Uint8Array): void; finish(): Parsed };

const BYTE_ORDER_MARK = '\ufeff';

// Where a value may begin, what other programs write for a number that is none; JSON has no word for it.
const NO_NUMBER = /(?<=[:,[]\s*)(-?)(NaN|Infinity)(?=\s*[,}\]])/g;
const SIGN = '\u0000no number: ';

/** Reads a line whose numbers may be none, so that each of them is named with its place. @throws SyntaxError */
function withNoNumbers(text: string): unknown {
  const marked = text.replaceAll(NO_NUMBER, (_, sign, word) => JSON.stringify(`${SIGN}${sign}${word}`));
  return JSON.parse(marked, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(SIGN) ? Number(value.slice(SIGN.length)) : value,
  );
}

/** The JSON value of a line, or what kept it from being one; undefined for a blank line. */
function lineValue(
  bytes: Uint8Array,
): { readonly value: unknown } | { readonly code: IssueCode } | undefined {
  const text = utf8Text(bytes);
  if (text === undefined) return { code: 'text.not-utf8' };
  if (text.trim() === '') return undefined;
  const json = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  try {
    return { value: JSON.parse(json) };
  } catch {
    // Looked at again below.
  }
  try {
    return { value: withNoNumbers(json) };
  } catch {
    return { code: 'json.malformed' };
  }
}

/** The ids of applicants so far, and the line each was first seen in. */
function createIdLines() {
  const ids = createIdTable();
  let lines = new Int32Array(1024);
  return {
    ids,
    lineOf: (id: string): number | undefined => {
      const index = ids.find(wordOf(id));
      return index < 0 ? undefined : lines[index];
    },
    /** Notes the line of the id that was added last. */
    note(line: number): void {
      const index = ids.size() - 1;
      if (index >= lines.length) lines = grownInt32(lines, index + 1);
      lines[index] = line;
    },
  };
}

/**
 * A reader for `dualtrack/matching-problem@1` as `.ndjson`: the first line is the problem without applicants,
 * then one applicant a line. Blank lines and a byte order mark are passed over. Memory: the market and one
 * piece of text.
 */
export function createNdjsonReader(options: NdjsonOptions = {}): NdjsonReader {
  const maxIssues = options.maxIssues ?? 100_000;
  const issues: Issue[] = [];
  const { ids, lineOf, note } = createIdLines();
  let omitted = 0;
  let line = 0;
  let hasHead = false;
  let seats: ReadonlySet<string> | undefined;
  let builder: MarketBuilder | undefined;
  let scan: ApplicantScanner | undefined;

  const report = (found: readonly Issue[]): void => {
    for (const issue of found) {
      if (issues.length < maxIssues) issues.push({ line, ...issue });
      else omitted++;
    }
  };

  const takeHead = (value: unknown): void => {
    const given = withSeed(value, options.seed);
    const places = placeIssues(given);
    const head = shaped(headFormat, given);
    seats = places.seats;
    report([...head.issues, ...places.issues]);
    if (!head.data || places.issues.length > 0) return;
    builder = createMarketBuilder(head.data, ids);
    scan = createApplicantScanner(builder);
  };

  const duplicate = (id: string): Issue[] => {
    const first = lineOf(id);
    return first === undefined ? [] : [{ pointer: '/id', code: 'id.duplicate', params: { id, first } }];
  };

  /** Finds out what the fast way did not like; a line without issues is added all the same. */
  const takeApplicant = (value: unknown): void => {
    const id = isRecord(value) && typeof value.id === 'string' ? value.id : undefined;
    const shape = shaped(applicantFormat, value);
    const found = [...shape.issues, ...choiceIssues(value, seats)];
    if (id !== undefined) found.push(...duplicate(id));
    const before = ids.size();
    report(found);
    // The id of a faulty line stays known, so that its second appearance is reported in the same run.
    if (found.length === 0 && shape.data && builder) builder.add(shape.data);
    else if (id !== undefined) ids.add(wordOf(id));
    if (ids.size() > before) note(line);
  };

  const cutter = createLineCutter((bytes, from, to) => {
    line++;
    if (scan?.(bytes, from, to)) {
      note(line);
      return;
    }
    const read = lineValue(bytes.subarray(from, to));
    if (read === undefined) return;
    const take = hasHead ? takeApplicant : takeHead;
    hasHead = true;
    if ('code' in read) report([{ pointer: '', code: read.code, params: {} }]);
    else take(read.value);
  });

  return {
    push: cutter.push,
    finish() {
      cutter.end();
      if (!hasHead) issues.push({ line: 1, pointer: '', code: 'head.missing', params: {} });
      if (issues.length > 0 || omitted > 0 || !builder) return { ok: false, issues, omitted };
      return { ok: true, market: builder.finish() };
    },
  };
}
