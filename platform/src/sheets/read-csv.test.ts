import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { detectDelimiter } from './csv-delimiter.ts';
import { createCsvParser } from './csv-parser.ts';
import { encodeGb18030 } from './encode-gb18030.ts';
import { writeCsv } from './index.ts';
import { readAll } from './test-files.ts';

const text = '姓名,备注\r\n帕提古丽,"甲,乙\n丙"\r\n';
const expected = { 1: ['姓名', '备注'], 2: ['帕提古丽', '甲,乙\n丙'] };

test('the same table is read from every encoding that office programs write', async () => {
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  const files = {
    plain: Buffer.from(text),
    mark: Buffer.from(`\ufeff${text}`),
    utf16,
    utf16be: Buffer.from(utf16).swap16(),
    gb18030: encodeGb18030(text),
  };
  for (const [name, bytes] of Object.entries(files)) {
    const { rows, codes } = await readAll('t.csv', bytes);
    assert.deepEqual([rows, codes], [expected, []], name);
  }
});

test('GB18030: every character outside the private area comes back', () => {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const isPrivate = (code: number) => code >= 0xe000 && code <= 0xf8ff;
  const lost: string[] = [];
  for (let code = 0; code < 0x110000; code += code < 0x10000 ? 1 : 97) {
    if (isPrivate(code) || (code >= 0xd800 && code <= 0xdfff)) continue;
    const text = `|${String.fromCodePoint(code)}`;
    if (decoder.decode(encodeGb18030(text)) !== text) lost.push(code.toString(16));
  }
  assert.deepEqual(lost, []);
  assert.deepEqual([...encodeGb18030('\ud800')], [63]);
});

test('bytes of no known encoding are refused', async () => {
  assert.deepEqual((await readAll('t.csv', Buffer.from([0x61, 0xff, 0xff, 0x0a]))).codes, [
    'import.encoding-unknown',
  ]);
  const utf16WithoutMark = Buffer.from('a,b\n', 'utf16le');
  assert.deepEqual((await readAll('t.csv', utf16WithoutMark)).codes, ['import.encoding-unknown']);
});

test('a UTF-8 file cut inside its last character is called damaged, not read as GB18030', async () => {
  const bytes = Buffer.from('姓名,班级\n张三,机电');
  for (const cut of [1, 2]) {
    const { codes, rows } = await readAll('t.csv', bytes.subarray(0, -cut));
    assert.deepEqual([codes, rows], [['import.file-damaged'], {}]);
  }
});

test('the delimiter is found on the first line outside quotes', () => {
  assert.deepEqual(detectDelimiter('a;b;c\n1,2;3;4'), { delimiter: ';', skip: 0 });
  assert.deepEqual(detectDelimiter('"a,b,c"\td\n'), { delimiter: '\t', skip: 0 });
  assert.deepEqual(detectDelimiter('\n\na,b\n'), { delimiter: ',', skip: 0 });
  assert.deepEqual(detectDelimiter('sep=;\r\na,b;c'), { delimiter: ';', skip: 7 });
  assert.deepEqual(detectDelimiter('one'), { delimiter: ',', skip: 0 });
});

test('a cell of ten megabytes is refused with its place; the others are read', async () => {
  const { rows, issues } = await readAll('t.csv', Buffer.from(`a,b\n1,${'x'.repeat(10_000_000)}\n2,3\n`));
  assert.deepEqual(issues, [
    {
      file: 't.csv',
      sheet: undefined,
      row: 2,
      column: 'B',
      code: 'import.cell-too-long',
      params: { length: 10_000_000, limit: 32_767 },
      severity: 'error',
    },
  ]);
  assert.deepEqual(rows[3], ['2', '3']);
});

test('an open quote and text behind a closing quote are named by row and column', async () => {
  const open = await readAll('t.csv', Buffer.from('a,b\n1,"two\n3,4\n'));
  assert.deepEqual(
    [open.issues[0]?.code, open.issues[0]?.row, open.issues[0]?.column],
    ['import.quote-unclosed', 2, 'B'],
  );
  const behind = await readAll('t.csv', Buffer.from('a,b\n"1"x,2\n'));
  assert.deepEqual([behind.issues[0]?.code, behind.issues[0]?.row], ['import.quote-misplaced', 2]);
});

test('limits on rows, columns and bytes', async () => {
  const many = Buffer.from('a\n'.repeat(20));
  assert.deepEqual((await readAll('t.csv', many, { limits: { rows: 19 } })).codes, ['import.too-many-rows']);
  assert.deepEqual((await readAll('t.csv', many, { limits: { rows: 20 } })).codes, []);
  assert.deepEqual((await readAll('t.csv', Buffer.from('a,b,c'), { limits: { columns: 2 } })).codes, [
    'import.too-many-columns',
  ]);
  assert.deepEqual((await readAll('t.csv', Buffer.from('a,b,,,'), { limits: { columns: 2 } })).codes, []);
  const far = Buffer.from(`${','.repeat(20_000)}x`);
  assert.deepEqual((await readAll('t.csv', far)).codes, ['import.too-many-columns']);
  assert.deepEqual((await readAll('t.csv', many, { limits: { fileBytes: 39 } })).codes, [
    'import.file-too-large',
  ]);
});

const cell = fc.string({
  unit: fc.constantFrom('a', '张', '"', ',', ';', '\t', '\n', '\r', ' ', '=', '-', "'", '1', '👍'),
});

test('what writeCsv writes is read back, in both encodings', async () => {
  const columns = ['a', 'b', 'c'].map((key) => ({ header: key, key }));
  // Lone apostrophes before a sign are the guard itself and cannot be told from it.
  const value = cell.filter((one) => !/^'[=+\-@\t\r]/.test(one));
  const row = fc.record({ a: value.filter((one) => one !== ''), b: value, c: value });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 8 }),
      fc.constantFrom('utf-8', 'gb18030'),
      async (rows, encoding) => {
        const read = await readAll('t.csv', writeCsv({ columns, rows, encoding }));
        assert.deepEqual(read.codes, []);
        assert.deepEqual(Object.values(read.rows), [
          ['a', 'b', 'c'],
          ...rows.map((one) => [one.a, one.b, one.c]),
        ]);
      },
    ),
  );
});

test('cutting the text into pieces anywhere does not change what is parsed', () => {
  fc.assert(
    fc.property(cell, fc.array(fc.nat(30)), (content, cuts) => {
      const parse = (pieces: string[]) => {
        const faults: unknown[] = [];
        const parser = createCsvParser(',', 5, (fault) => faults.push(fault));
        const rows = pieces.flatMap((piece) => parser.push(piece));
        return { rows: [...rows, ...parser.finish()], faults };
      };
      const pieces: string[] = [];
      let rest = content;
      for (const at of cuts) {
        pieces.push(rest.slice(0, at));
        rest = rest.slice(at);
      }
      assert.deepEqual(parse([...pieces, rest]), parse([content]));
    }),
  );
});

test('a text that Excel would run as a formula is guarded; numbers are not', () => {
  const columns = [{ header: 'h', key: 'h' }];
  const written = new TextDecoder().decode(
    writeCsv({ columns, rows: [{ h: '=1+1' }, { h: '@x' }, { h: -5 }] }),
  );
  assert.equal(written, "h\r\n'=1+1\r\n'@x\r\n-5\r\n");
});
