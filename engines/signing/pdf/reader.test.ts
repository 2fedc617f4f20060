import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readValue } from './reader.ts';
import { type PdfValue, sameValue } from './values.ts';

const bytesOf = (words: string) => Uint8Array.from(words, (sign) => sign.charCodeAt(0) & 0xff);
const read = (words: string) => readValue({ bytes: bytesOf(words), at: 0 });

// A value together with one of the many ways to write it.
type Written = { value: PdfValue; words: string };
const gap = fc.constantFrom(' ', '\n', '\r\n', '\t', ' % a comment\n', '\0');

const numbers: fc.Arbitrary<Written> = fc.oneof(
  fc
    .integer({ min: -99_999, max: 99_999 })
    .map((value) => ({ value: { type: 'number' as const, value }, words: String(value) })),
  fc.constantFrom(['-.5', -0.5], ['+3', 3], ['4.', 4], ['00.250', 0.25]).map(([words, value]) => ({
    value: { type: 'number' as const, value: Number(value) },
    words: String(words),
  })),
);

const names: fc.Arbitrary<Written> = fc.string({ minLength: 1, maxLength: 8 }).map((value) => ({
  value: { type: 'name' as const, value },
  words: `/${[...value].map((sign) => (/[A-Za-z]/.test(sign) ? sign : `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)).join('')}`,
}));

const octal = (byte: number) => `\\${byte.toString(8).padStart(3, '0')}`;
const strings: fc.Arbitrary<Written> = fc
  .tuple(fc.uint8Array({ maxLength: 12 }), fc.constantFrom('hex', 'HEX', 'octal', 'escaped'))
  .map(([bytes, form]) => {
    const hex = `<${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')}>`;
    const escaped = (byte: number) =>
      byte > 0x20 && byte < 0x7f && !'()\\'.includes(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : octal(byte);
    const written: Record<string, string> = {
      hex,
      HEX: hex.toUpperCase(),
      octal: `(${[...bytes].map(octal).join('\\\n')})`,
      escaped: `(${[...bytes].map(escaped).join('')})`,
    };
    return {
      value: { type: 'string' as const, bytes, isHex: false, start: 0, end: 0 },
      words: written[form] ?? '',
    };
  });

const simple: fc.Arbitrary<Written> = fc.oneof(
  numbers,
  names,
  strings,
  fc.constant<Written>({ value: { type: 'null' }, words: 'null' }),
  fc.boolean().map((value) => ({ value: { type: 'boolean' as const, value }, words: String(value) })),
  fc
    .nat({ max: 9_999 })
    .map((number) => ({ value: { type: 'ref' as const, number, generation: 0 }, words: `${number} 0 R` })),
);

const { value: anything } = fc.letrec<{ value: Written }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    simple,
    fc.tuple(fc.array(tie('value'), { maxLength: 5 }), gap).map(([items, space]) => ({
      value: { type: 'array' as const, items: items.map((item) => item.value) },
      words: `[${items.map((item) => item.words).join(space)}${space}]`,
    })),
    fc
      .tuple(
        fc.uniqueArray(fc.tuple(fc.stringMatching(/^[A-Z][a-z]{0,4}$/), tie('value')), {
          selector: ([key]) => key,
          maxLength: 5,
        }),
        gap,
      )
      .map(([pairs, space]) => ({
        value: {
          type: 'dictionary' as const,
          entries: new Map(pairs.map(([key, item]) => [key, item.value])),
        },
        words: `<<${pairs.map(([key, item]) => `${space}/${key}${space}${item.words}`).join('')}${space}>>`,
      })),
  ),
}));

test('a value is read as it was meant, however it was written', () => {
  fc.assert(
    fc.property(anything, gap, ({ value, words }, space) => {
      assert.ok(sameValue(read(`${space}${words}${space}`), value), words);
    }),
    { numRuns: 1_000 },
  );
});

test('two different values are never taken for the same', () => {
  fc.assert(
    fc.property(anything, anything, (left, right) => {
      const plain = (value: PdfValue): unknown =>
        value.type === 'dictionary' || value.type === 'stream'
          ? [value.type, [...value.entries].map(([key, item]) => [key, plain(item)]).sort()]
          : value.type === 'array'
            ? value.items.map(plain)
            : value.type === 'string'
              ? ['string', ...value.bytes]
              : { ...value };
      const isSame = JSON.stringify(plain(left.value)) === JSON.stringify(plain(right.value));
      assert.equal(sameValue(left.value, right.value), isSame);
    }),
    { numRuns: 1_000 },
  );
});

test('what readers would understand differently is not read at all', () => {
  const refused = [
    '<< /A 1 /A 2 >>',
    '<41',
    '(never closed',
    '[1 2',
    '<< /A >>',
    '/bad#4',
    '<4x>',
    'yes',
    '1.2.3',
    '',
    '<<',
    `${'['.repeat(200)}${']'.repeat(200)}`,
  ];
  for (const words of refused) assert.throws(() => read(words), { name: 'PdfStructureError' }, words);
});
