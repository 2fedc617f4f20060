import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeCsv } from './write-csv.ts';

// A reader written from RFC 4180 alone, to read back what was written.
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let quoted = false;
  for (let at = 1; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') value += sign;
      else if (text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === ',') {
      row.push(value);
      value = '';
    } else if (sign === '\r' && text[at + 1] === '\n') {
      rows.push([...row, value]);
      row = [];
      value = '';
      at += 1;
    } else value += sign;
  }
  return rows;
}

test('every text is read back, and none begins like a formula', () => {
  const table = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(table, (rows) => {
      const read = readCsv(writeCsv(rows));
      assert.equal(read.length, rows.length);
      for (const [index, row] of rows.entries()) {
        for (const [column, value] of row.entries()) {
          const found = read[index]?.[column] ?? '';
          assert.doesNotMatch(found, /^[=+\-@\t\r]/);
          assert.ok(found === value || found === `'${value}`);
        }
      }
    }),
  );
});

test('numbers stay numbers, nothing stays empty, and the byte order mark leads', () => {
  assert.equal(writeCsv([[-3, null, undefined, '-3']]), "\uFEFF-3,,,'-3\r\n");
});
