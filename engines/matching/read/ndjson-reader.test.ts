import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { MatchingProblem } from '../format/problem-format.ts';
import { generateNdjson, generateProblem } from '../generate-problem.ts';
import type { Market } from '../market/market.ts';
import { smallProblem } from '../testing/small-problems.ts';
import { createNdjsonReader, type NdjsonOptions } from './ndjson-reader.ts';
import { type Parsed, parseProblem } from './parse-problem.ts';

function read(pieces: Iterable<string | Uint8Array>, options?: NdjsonOptions): Parsed {
  const reader = createNdjsonReader(options);
  for (const piece of pieces) reader.push(piece);
  return reader.finish();
}

/** A market without its closures, so that two can be compared. */
function numbersOf(parsed: Parsed) {
  assert.ok(parsed.ok, JSON.stringify(parsed));
  const { market } = parsed;
  const names = (ids: Market['placeIds']) => Array.from({ length: ids.size() }, (_, i) => ids.text(i));
  const arrays = [market.capacity, market.parent, market.start, market.seat, market.score];
  return {
    seats: market.seats,
    places: names(market.placeIds),
    applicants: names(market.applicantIds),
    arrays: arrays.map((array) => Array.from(array)),
    lots: [market.lottery.seed, ...market.lottery.number],
  };
}

/** Renames ids so that they need escapes and several bytes. */
const strange = (id: string): string =>
  ({ 0: '学生 "0"', 1: '\\\u0001\t😀', 2: '\ufeff/é' })[id.slice(1)] ?? id;

function renamed(problem: MatchingProblem): MatchingProblem {
  return {
    ...problem,
    seats: problem.seats.map((seat) => ({ ...seat, id: `s${strange(seat.id)}` })),
    applicants: problem.applicants.map(({ id, choices }) => ({
      id: strange(id),
      choices: choices.map(({ seat, score }) => ({ seat: `s${strange(seat)}`, score })),
    })),
  };
}

const escaped = (json: string): string =>
  json.replace(/[^\t\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

type Style = { space: string; isTurned: boolean; isEscaped: boolean };

/** One applicant as somebody else's program might write it. */
function lineOf({ id, choices }: MatchingProblem['applicants'][number], style: Style): string {
  const { space, isTurned } = style;
  const object = (...fields: [string, string][]) =>
    `{${(isTurned ? fields.reverse() : fields).map(([name, value]) => `${space}"${name}"${space}:${space}${value}${space}`).join(',')}}`;
  const list = choices.map(({ seat, score }) =>
    object(['seat', JSON.stringify(seat)], ['score', JSON.stringify(score)]),
  );
  const line = object(['id', JSON.stringify(id)], ['choices', `[${space}${list.join(`${space},${space}`)}]`]);
  return style.isEscaped ? escaped(line) : line;
}

test('reads what the whole problem says, however it is written and cut', () => {
  const style = fc.record({
    space: fc.constantFrom('', ' ', '\t '),
    isTurned: fc.boolean(),
    isEscaped: fc.boolean(),
  });
  const score = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(-0.5, 1e21, 0.1, 99.95),
  );
  fc.assert(
    fc.property(
      smallProblem({ applicants: 6, seats: 6, choices: 5 }),
      fc.array(style, { minLength: 6, maxLength: 6 }),
      fc.array(score, { minLength: 5, maxLength: 5 }),
      fc.constantFrom('\n', '\r\n', '\n\n \n'),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      (small, styles, scores, lineEnd, width, asText) => {
        const problem = renamed(small);
        for (const { choices } of problem.applicants) {
          choices.splice(0, choices.length, ...choices.map(({ seat }, i) => ({ seat, score: scores[i]! })));
        }
        const { applicants, ...head } = problem;
        const lines = applicants.map((applicant, i) => lineOf(applicant, styles[i]!));
        const text = `\ufeff${[JSON.stringify(head), ...lines].join(lineEnd)}`;
        const whole = asText ? text : new TextEncoder().encode(text);
        const pieces = [];
        for (let at = 0; at < whole.length; at += width) pieces.push(whole.slice(at, at + width));
        assert.deepEqual(
          numbersOf(read(pieces)),
          numbersOf(parseProblem(JSON.parse(JSON.stringify(problem)))),
        );
      },
    ),
    { numRuns: 300 },
  );
});

test('generated text and generated object are the same problem', () => {
  const size = { applicants: 500, seats: 30, choices: 6, caps: 7, seed: 3 };
  const pieces: string[] = [];
  generateNdjson(size, (piece) => pieces.push(piece));
  assert.deepEqual(numbersOf(read(pieces)), numbersOf(parseProblem(generateProblem(size))));
});

const head =
  '{"format":"dualtrack/matching-problem@1","seats":[{"id":"p","capacity":1},{"id":"q","capacity":1}],"lottery":"s"}';

function issuesOf(text: string | Uint8Array, options?: NdjsonOptions): string[] {
  const parsed = read([text], options);
  return parsed.ok ? [] : parsed.issues.map(({ line, pointer, code }) => `${line} ${pointer} ${code}`);
}

const lines: [string, string[]][] = [
  ['{"id":"a","choices":[]}', []],
  ['{"id":"a","choices":[{"seat":"p","score":01}]}', ['2  json.malformed']],
  ['{"id":"a","choices":[{"seat":"p","score":1.}]}', ['2  json.malformed']],
  ['{"id":"a","choices":[{"seat":"p","score":-}]}', ['2  json.malformed']],
  ['{"id":"a","choices":[{"seat":"p","score":1e}]}', ['2  json.malformed']],
  ['{"id":"a","choices":[{"seat":"p","score":NaN}]}', ['2 /choices/0/score type.wrong']],
  ['{"id":"a","choices":[{"seat":"p","score": -Infinity }]}', ['2 /choices/0/score type.wrong']],
  ['{"id":":NaN,","choices":[{"seat":"p","score":1},{"seat":"q","score":NaN}]}', ['2  json.malformed']],
  ['{"id":"a","choices":[{"seat":"p","score":1e999}]}', ['2 /choices/0/score type.wrong']],
  ['{"id":"a","choices":[{"seat":"p","score":1},]}', ['2  json.malformed']],
  ['{"id":"a","choices":[{"seat":"p","score":1}]', ['2  json.malformed']],
  ['{"id":"a","choices":[]} x', ['2  json.malformed']],
  ['{"id":"a","choices":[],}', ['2  json.malformed']],
  ['{"id":"a\u0001","choices":[]}', ['2  json.malformed']],
  ['{"id":"a', ['2  json.malformed']],
  ['{"id":"a\\', ['2  json.malformed']],
  ['{"id":"","choices":[]}', ['2 /id text.empty']],
  ['{"id":"\\ud800","choices":[]}', ['2 /id text.ill-formed']],
  ['{"id":"a"}', ['2 /choices field.missing']],
  ['{"id":7,"choices":{}}', ['2 /id type.wrong', '2 /choices type.wrong']],
  ['{"id":"a","choices":[{"seat":"p","score":1,"note":""}]}', ['2 /choices/0/note field.unknown']],
  [
    '{"id":"a","choices":[{"seat":"z","score":1},{"seat":"q","score":"1"}]}',
    ['2 /choices/1/score type.wrong', '2 /choices/0/seat seat.unknown'],
  ],
  [
    '{"id":"a","choices":[{"seat":"p","score":1},{"seat":"p","score":2}]}',
    ['2 /choices/1/seat choice.duplicate'],
  ],
  ['[]', ['2  type.wrong']],
];

for (const [line, expected] of lines) {
  test(`line ${line}`, () => {
    assert.deepEqual(issuesOf(`${head}\n${line}\n{"id":"b","choices":[{"score":2,"seat":"q"}]}\n`), expected);
  });
}

test('a field that stands twice counts as it does in JSON', () => {
  const twice = read([`${head}\n{"id":"b","id":"a","choices":[{"seat":"p","score":1,"score":2}]}`]);
  const once = read([`${head}\n{"id":"a","choices":[{"seat":"p","score":2}]}`]);
  assert.deepEqual(numbersOf(twice), numbersOf(once));
});

test('duplicates are found across sound and faulty lines, with the line of the first', () => {
  const parsed = read([
    `${head}\n{"id":"a","choices":[]}\n\n{"id":"b"}\n{"id":"b","choices":[]}\n{"id":"a","choices":[]}`,
  ]);
  assert.ok(!parsed.ok);
  assert.deepEqual(parsed.issues, [
    { line: 4, pointer: '/choices', code: 'field.missing', params: { expected: 'array' } },
    { line: 5, pointer: '/id', code: 'id.duplicate', params: { id: 'b', first: 4 } },
    { line: 6, pointer: '/id', code: 'id.duplicate', params: { id: 'a', first: 2 } },
  ]);
});

test('a faulty head and faulty lines are reported together', () => {
  const broken = head.replace('"capacity":1}', '"capacity":-1}').replace('"lottery":"s"', '"applicants":[]');
  assert.deepEqual(issuesOf(`${broken}\n{"id":"a","choices":[{"seat":"z","score":1}]}\n{"id":"a"}`), [
    '1 /seats/0/capacity number.too-small',
    '1 /lottery field.missing',
    '1 /applicants field.unknown',
    '2 /choices/0/seat seat.unknown',
    '3 /choices field.missing',
    '3 /id id.duplicate',
  ]);
});

test('empty files and heads that are no JSON', () => {
  assert.deepEqual(issuesOf(''), ['1  head.missing']);
  assert.deepEqual(issuesOf(' \n\n'), ['1  head.missing']);
  assert.deepEqual(issuesOf('{\n{"id":"a"}'), ['1  json.malformed', '2 /choices field.missing']);
});

test('bytes that are not UTF-8', () => {
  const bytes = new TextEncoder().encode(
    `${head}\n{"id":"a?","choices":[]}\n{"id":"?","choices":[{"seat":"p?","score":1}]}`,
  );
  assert.deepEqual(issuesOf(bytes.map((byte) => (byte === 0x3f ? 0xe5 : byte))), [
    '2  text.not-utf8',
    '3  text.not-utf8',
  ]);
});

test('issues beyond the limit are counted', () => {
  const parsed = read([`${head}${'\n{'.repeat(10)}`], { maxIssues: 4 });
  assert.ok(!parsed.ok);
  assert.equal(parsed.issues.length, 4);
  assert.equal(parsed.omitted, 6);
});
