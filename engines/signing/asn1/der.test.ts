import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  GeneralizedTime,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  UTCTime,
  Utf8String,
} from 'asn1js';
import fc from 'fast-check';
import { childrenOf, contentOf, derTag, readDer } from './der.ts';
import { integerOf, oidOf, smallIntegerOf, textOf, timeOf } from './der-values.ts';

// Another encoder is the reference: what it writes must be read back as it was meant.
const bytesOf = (value: { toBER(): ArrayBuffer }) => new Uint8Array(value.toBER());
const malformed = { code: 'der.malformed' };

test('object identifiers, integers, texts and octets are read as another encoder wrote them', () => {
  const arc = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  const oids = fc
    .tuple(fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: 39 }), fc.array(arc, { maxLength: 8 }))
    .map(([top, second, rest]) => [top, second, ...rest].join('.'));
  fc.assert(
    fc.property(oids, (value) =>
      assert.equal(oidOf(readDer(bytesOf(new ObjectIdentifier({ value })))), value),
    ),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (value) =>
      assert.equal(smallIntegerOf(readDer(bytesOf(new Integer({ value })))), value),
    ),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) =>
      assert.equal(textOf(readDer(bytesOf(new Utf8String({ value })))), value),
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 5 }), (parts) => {
      const value = parts.map((part) => new OctetString({ valueHex: new Uint8Array(part).buffer }));
      const children = childrenOf(readDer(bytesOf(new Sequence({ value }))), derTag.sequence);
      assert.deepEqual(
        children.map(contentOf),
        parts.map((part) => new Uint8Array(part)),
      );
    }),
  );
});

test('times are read to the second in both forms', () => {
  const seconds = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(seconds, (date) => {
      const valueDate = new Date(Math.floor(date.getTime() / 1000) * 1000);
      assert.deepEqual(timeOf(readDer(bytesOf(new UTCTime({ valueDate })))), valueDate);
      assert.deepEqual(timeOf(readDer(bytesOf(new GeneralizedTime({ valueDate })))), valueDate);
    }),
  );
  const text = (tag: number, words: string) =>
    readDer(Uint8Array.from([tag, words.length, ...new TextEncoder().encode(words)]));
  assert.throws(() => timeOf(text(derTag.utcTime, '260231000000Z')), malformed);
  assert.throws(() => timeOf(text(derTag.utcTime, '2602010000Z')), malformed);
  assert.throws(() => timeOf(text(derTag.generalizedTime, '20260201000000+0800')), malformed);
});

const refused: Record<string, number[]> = {
  nothing: [],
  'indefinite length': [0x30, 0x80, 0x00, 0x00],
  'length that could be shorter': [0x04, 0x81, 0x01, 0x00],
  'length with leading zeros': [0x04, 0x82, 0x00, 0x80, ...new Array(128).fill(0)],
  'content beyond the end': [0x04, 0x02, 0x00],
  'something left over': [0x05, 0x00, 0x00],
  'high tag number': [0x1f, 0x81, 0x01, 0x00],
  'length of five octets': [0x04, 0x85, 0x00, 0x00, 0x00, 0x00, 0x00],
};
for (const [what, bytes] of Object.entries(refused))
  test(`refused: ${what}`, () => assert.throws(() => readDer(Uint8Array.from(bytes)), malformed));

test('refused: integers and identifiers that could be shorter', () => {
  assert.throws(() => integerOf(readDer(Uint8Array.of(2, 2, 0, 1))), malformed);
  assert.throws(() => integerOf(readDer(Uint8Array.of(2, 2, 0xff, 0x80))), malformed);
  assert.throws(() => integerOf(readDer(Uint8Array.of(2, 0))), malformed);
  assert.throws(() => oidOf(readDer(Uint8Array.of(6, 3, 0x2a, 0x80, 0x01))), malformed);
  assert.throws(() => oidOf(readDer(Uint8Array.of(6, 2, 0x2a, 0x81))), malformed);
  assert.throws(() => childrenOf(readDer(Uint8Array.of(0x30, 2, 4, 1))), malformed);
});

test('any bytes are read or refused, never worse', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const walk = (node: ReturnType<typeof readDer>): void => {
        if ((node.tag & 0x20) !== 0) for (const child of childrenOf(node)) walk(child);
      };
      try {
        walk(readDer(bytes));
      } catch (error) {
        assert.equal(error instanceof Error && error.name, 'SigningError');
      }
    }),
    { numRuns: 2_000 },
  );
});
