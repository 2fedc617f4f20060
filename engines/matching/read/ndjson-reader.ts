import { applicantFormat, headFormat } from '../format/problem-format.ts';
import { grownInt32 } from '../market/growing.ts';
import { createIdTable, wordOf } from '../market/id-table.ts';
import { createMarketBuilder, type MarketBuilder } from '../market/market-builder.ts';
import { choiceIssues } from './choice-issues.ts';
import { type Issue, isRecord } from './issue.ts';
import { type Parsed, type ReadOptions, withSeed } from './parse-problem.ts';
import { placeIssues } from './place-issues.ts';
import { createApplicantScanner } from './scan-applicant.ts';
import { shapeIssues } from './shape-issues.ts';

export type NdjsonOptions = ReadOptions & {
  /** Issues kept in full; those beyond are only counted. Default 100,000. */
  readonly maxIssues?: number;
};

/** Takes a `.ndjson` problem as pieces of text, cut anywhere, and hands over the market or all issues. */
export type NdjsonReader = { push(text: string): void; finish(): Parsed };

type Json = { readonly value: unknown } | undefined;

const malformed: Issue = { pointer: '', code: 'json.malformed', params: {} };

function jsonOf(text: string): Json {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/**
 * A reader for `dualtrack/matching-problem@1` as `.ndjson`: the first line is the problem without applicants, then
 * one applicant a line. Blank lines and a byte order mark are passed over. Memory: the market and one piece of text.
 */
export function createNdjsonReader(options: NdjsonOptions = {}): NdjsonReader {
  const maxIssues = options.maxIssues ?? 100_000;
  const issues: Issue[] = [];
  let omitted = 0;
  let line = 0;
  let carry = '';
  let hasHead = false;
  let seats: ReadonlySet<string> | undefined;
  let builder: MarketBuilder | undefined;
  let scan: ReturnType<typeof createApplicantScanner> | undefined;
  const ids = createIdTable();
  let lineOfId = new Int32Array(1024);

  const report = (found: readonly Issue[]): void => {
    for (const issue of found) {
      if (issues.length < maxIssues) issues.push({ line, ...issue });
      else omitted++;
    }
  };

  const noteId = (): void => {
    const index = ids.size() - 1;
    if (index >= lineOfId.length) lineOfId = grownInt32(lineOfId, index + 1);
    lineOfId[index] = line;
  };

  const takeHead = (json: Json): void => {
    hasHead = true;
    const given = json && withSeed(json.value, options.seed);
    const places = placeIssues(given);
    const found = json ? [...shapeIssues(headFormat, given), ...places.issues] : [malformed];
    seats = places.seats;
    report(found);
    if (found.length > 0) return;
    builder = createMarketBuilder(headFormat.parse(given), ids);
    scan = createApplicantScanner(builder);
  };

  const duplicate = (value: unknown): Issue[] => {
    if (!isRecord(value) || typeof value.id !== 'string') return [];
    const first = ids.find(wordOf(value.id));
    if (first < 0) return [];
    return [{ pointer: '/id', code: 'id.duplicate', params: { id: value.id, first: lineOfId[first]! } }];
  };

  /** Finds out what the fast way did not like; a line without issues is added all the same. */
  const takeThoroughly = ({ value }: { readonly value: unknown }): void => {
    const found = [
      ...shapeIssues(applicantFormat, value),
      ...choiceIssues(value, seats),
      ...duplicate(value),
    ];
    const before = ids.size();
    report(found);
    // The id of a faulty line stays known, so that its second appearance is reported in the same run.
    if (found.length === 0 && builder) builder.add(applicantFormat.parse(value));
    else if (isRecord(value) && typeof value.id === 'string') ids.add(wordOf(value.id));
    if (ids.size() > before) noteId();
  };

  const takeLine = (text: string, start: number, to: number): void => {
    line++;
    const from = line === 1 && text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    if (scan?.(text, from, to)) noteId();
    else {
      const content = text.slice(from, to);
      if (content.trim() === '') return;
      const json = jsonOf(content);
      if (!hasHead) takeHead(json);
      else if (json) takeThoroughly(json);
      else report([malformed]);
    }
  };

  return {
    push(text) {
      let from = 0;
      let to = text.indexOf('\n');
      if (to >= 0 && carry !== '') {
        const whole = carry + text.slice(0, to);
        carry = '';
        takeLine(whole, 0, whole.length);
        from = to + 1;
        to = text.indexOf('\n', from);
      }
      for (; to >= 0; to = text.indexOf('\n', from)) {
        takeLine(text, from, to);
        from = to + 1;
      }
      carry += text.slice(from);
    },
    finish() {
      if (carry !== '') takeLine(carry, 0, carry.length);
      carry = '';
      if (!hasHead) issues.push({ line: 1, pointer: '', code: 'head.missing', params: {} });
      if (issues.length > 0 || omitted > 0 || !builder) return { ok: false, issues, omitted };
      return { ok: true, market: builder.finish() };
    },
  };
}
