import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type WriteColumn, writeXlsx } from './index.ts';
import { defaultSheetLimits } from './sheet-limits.ts';
import { SheetRefusal } from './sheet-refusal.ts';
import { readAll, sheetOf, workbookOf, zipOf } from './test-files.ts';
import { serialToIso } from './xlsx-dates.ts';
import { readXlsx } from './xlsx-reader.ts';

const modifiedAt = new Date(Date.UTC(2026, 0, 1));

test('dates, texts, numbers, booleans and times come out as text', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="#,##0.00;[Red]-#,##0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
  const strings =
    '<sst><si><t>全名</t></si><si><r><t>帕提</t></r><r><rPr><b/></rPr><t xml:space="preserve">古丽 </t></r><rPh><t>ピ</t></rPh></si><si><t>a&lt;b&amp;c_x000D_d</t></si><si/></sst>';
  const row =
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" s="1"><v>46083</v></c><c r="E2" s="2"><v>46083.354166666664</v></c><c r="F2" s="3"><v>1234.5</v></c><c r="G2" t="b"><v>1</v></c><c r="H2" t="inlineStr"><is><t>内</t></is></c><c r="I2"><v>0.30000000000000004</v></c><c r="J2" t="str"><f>A1&amp;"x"</f><v>x&amp;y</v></c><c r="L2" t="d"><v>2026-03-02T00:00:00</v></c></row>';
  const { rows, codes } = await readAll('t.xlsx', workbookOf(sheetOf(row), { styles, strings }));
  assert.deepEqual(codes, []);
  assert.deepEqual(rows[2], [
    '全名',
    '帕提古丽 ',
    'a<b&c\rd',
    '2026-03-02',
    '2026-03-02T08:30:00',
    '1234.5',
    'TRUE',
    '内',
    '0.3',
    'x&y',
    '',
    '2026-03-02',
  ]);
});

test('Excel serials agree with the calendar in both date systems', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      const day = new Date(Date.UTC(1900, 2, 1));
      day.setUTCDate(day.getUTCDate() + serial - 61);
      assert.equal(serialToIso(serial, false), day.toISOString().slice(0, 10));
      if (serial < 2_900_000)
        assert.equal(
          serialToIso(serial - 1462, true),
          serial > 1462 ? day.toISOString().slice(0, 10) : serialToIso(serial - 1462, true),
        );
    }),
  );
  assert.equal(serialToIso(0.5, false), '12:00:00');
  assert.equal(serialToIso(-1, false), undefined);
});

test('namespace prefixes, missing references and a 1904 workbook are understood', async () => {
  const sheet =
    '<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c></x:row><x:row/><x:row><x:c r="B3" s="1"><x:v>44621</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  const workbook =
    '<x:workbook><x:workbookPr date1904="1"/><x:sheets><x:sheet name="S" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>';
  const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const { rows, codes } = await readAll('t.xlsx', workbookOf(sheet, { workbook, styles }));
  assert.deepEqual([codes, rows], [[], { 1: ['1', 'b'], 3: ['', '2026-03-02'] }]);
});

test('each bad cell is named; the rest of the file is still read', async () => {
  const rows =
    '<row r="1"><c r="A1"><f>B1*2</f></c><c r="B1"><f>1+1</f><v>2</v></c></row>' +
    '<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="C2"><v>650501199901010000</v></c></row>' +
    `<row r="3"><c r="A3" t="inlineStr"><is><t>${'长'.repeat(32_768)}</t></is></c><c r="B3" t="s"><v>7</v></c><c r="AA3"><v>5</v></c></row>`;
  const read = await readAll('t.xlsx', workbookOf(sheetOf(rows)));
  assert.deepEqual(
    read.issues.map((issue) => [issue.sheet, issue.row, issue.column, issue.code]),
    [
      ['S', 1, 'A', 'import.formula-without-value'],
      ['S', 2, 'A', 'import.cell-error'],
      ['S', 2, 'C', 'import.number-imprecise'],
      ['S', 3, 'A', 'import.cell-too-long'],
      ['S', 3, 'B', 'import.file-damaged'],
    ],
  );
  assert.equal(read.rows[1]?.[1], '2');
  assert.equal(read.rows[3]?.[26], '5');
});

test('a cell of ten megabytes in the shared strings is refused where it is used', async () => {
  // Noise, so that the member does not look like a bomb.
  const noise = Array.from({ length: 10_000_000 / 8 }, (_, i) =>
    ((i * 2_654_435_761) >>> 0).toString(36).padEnd(8, 'x'),
  ).join('');
  const strings = `<sst><si><t>${noise}</t></si><si><t>ok</t></si></sst>`;
  const sheet = sheetOf('<row r="5"><c r="B5" t="s"><v>0</v></c><c r="C5" t="s"><v>1</v></c></row>');
  const { issues, rows } = await readAll('t.xlsx', workbookOf(sheet, { strings }));
  assert.deepEqual(
    issues.map(({ row, column, code, params }) => ({ row, column, code, params })),
    [{ row: 5, column: 'B', code: 'import.cell-too-long', params: { length: noise.length, limit: 32_767 } }],
  );
  assert.equal(rows[5]?.[2], 'ok');
});

test('the named sheet is read, else the first visible one; hidden sheets never', async () => {
  const workbook =
    '<workbook><sheets><sheet name="旧" state="hidden" r:id="rId3"/><sheet name="封面" r:id="rId1"/><sheet name="学生" r:id="rId2"/></sheets></workbook>';
  const cell = (text: string) => sheetOf(`<row r="1"><c t="inlineStr"><is><t>${text}</t></is></c></row>`);
  const file = workbookOf(cell('one'), {
    workbook,
    members: [{ name: 'xl/worksheets/sheet2.xml', data: cell('two') }],
  });
  assert.deepEqual((await readAll('t.xlsx', file)).rows, { 1: ['one'] });
  assert.deepEqual((await readAll('t.xlsx', file, { sheetNames: ['students', '学生'] })).rows, {
    1: ['two'],
  });
  const hidden = workbookOf(cell('x'), {
    workbook: '<workbook><sheets><sheet name="a" state="veryHidden" r:id="rId1"/></sheets></workbook>',
  });
  assert.deepEqual((await readAll('t.xlsx', hidden)).codes, ['import.sheet-missing']);
});

test('a bomb is refused by what its directory declares, before anything is inflated', async () => {
  const zeros = workbookOf(
    sheetOf(`<row r="1"><c t="inlineStr"><is><t>${'0'.repeat(40_000_000)}</t></is></c></row>`),
  );
  assert.deepEqual((await readAll('t.xlsx', zeros)).codes, ['import.zip-ratio']);
  const ordinary = workbookOf(sheetOf('<row r="1"><c><v>1</v></c></row>'));
  assert.deepEqual((await readAll('t.xlsx', ordinary, { limits: { zipTotalBytes: 500 } })).codes, [
    'import.zip-size',
  ]);
  assert.deepEqual((await readAll('t.xlsx', ordinary, { limits: { zipEntries: 4 } })).codes, [
    'import.zip-entries',
  ]);
});

test('a bomb whose directory lies is stopped while inflating', async () => {
  const lie = {
    name: 'xl/sharedStrings.xml',
    data: `<sst><si><t>${'0'.repeat(40_000_000)}</t></si></sst>`,
    claims: { size: 1000 },
  };
  const file = workbookOf(sheetOf('<row r="1"><c t="s"><v>0</v></c></row>'), { members: [lie] });
  assert.deepEqual(
    (await readAll('t.xlsx', file)).issues.map(({ code, params }) => [code, params]),
    [['import.file-damaged', { part: 'xl/sharedStrings.xml' }]],
  );
});

test('a changed byte in the packed data is noticed by its checksum', async () => {
  const member = { name: 'xl/sharedStrings.xml', data: '<sst/>', claims: { crc: 1 } };
  const file = workbookOf(sheetOf('<row r="1"><c><v>1</v></c></row>'), { members: [member] });
  assert.deepEqual((await readAll('t.xlsx', file)).codes, ['import.file-damaged']);
});

test('a half-written file never gives rows without an issue', async () => {
  const columns: WriteColumn[] = [
    { header: 'a', key: 'a' },
    { header: 'b', key: 'b', type: 'day' },
  ];
  const rows = Array.from({ length: 50 }, (_, i) => ({ a: `x${i}`, b: '2026-03-02' }));
  const whole = await writeXlsx({ modifiedAt, sheets: [{ name: 'S', columns, rows }] });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 1 }), async (length) => {
      const { issues } = await readAll('t.xlsx', whole.subarray(0, length));
      assert.equal(issues.length, 1, `cut at ${length}`);
    }),
    { numRuns: 12 },
  );
  const noEnd = workbookOf('<worksheet><sheetData><row r="1"><c><v>1</v></c></row>');
  assert.deepEqual((await readAll('t.xlsx', noEnd)).codes, ['import.file-damaged']);
});

test('whatever bytes are changed, reading ends with rows or with a refusal', async () => {
  const columns: WriteColumn[] = [{ header: 'a', key: 'a', choices: ['x', 'y'] }];
  const rows = [{ a: '=1' }, { a: '张' }];
  const whole = Buffer.from(
    await writeXlsx({ modifiedAt, sheets: [{ name: 'S', columns, rows, notes: [['n']] }] }),
  );
  const plain = workbookOf(sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>'));
  const change = fc.tuple(fc.nat(), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(whole, plain),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (file, changes) => {
        const bytes = Buffer.from(file);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        try {
          for await (const batch of readXlsx(bytes, [], defaultSheetLimits))
            assert.ok(Array.isArray(batch.rows));
        } catch (error) {
          assert.ok(error instanceof SheetRefusal, String(error));
        }
      },
    ),
    { numRuns: 600 },
  );
});

test('files that are something else say what they are', async () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]);
  const encrypted = zipOf([{ name: 'a', data: 'x', claims: { flags: 1 } }]);
  const cases: [string, Uint8Array, string][] = [
    ['old.xls', ole, 'import.old-excel-format'],
    ['web.xls', Buffer.from('<html><table>'), 'import.old-excel-format'],
    ['locked.xlsx', locked, 'import.password-protected'],
    ['zip.xlsx', encrypted, 'import.password-protected'],
    ['text.xlsx', Buffer.from('a,b\n'), 'import.file-damaged'],
    ['pdf.pdf', Buffer.from('%PDF-1.7'), 'import.format-unknown'],
    ['archive.xlsx', zipOf([{ name: 'a.txt', data: 'x' }]), 'import.not-a-workbook'],
    ['nothing.xlsx', new Uint8Array(), 'import.file-empty'],
    ['nothing.csv', new Uint8Array(), 'import.file-empty'],
  ];
  for (const [name, bytes, code] of cases) assert.deepEqual((await readAll(name, bytes)).codes, [code], name);
  const renamed = workbookOf(sheetOf('<row r="1"><c><v>1</v></c></row>'));
  assert.deepEqual((await readAll('renamed.csv', renamed)).rows, { 1: ['1'] });
});

test('what writeXlsx writes is read back: days, numbers, texts that look like formulas', async () => {
  const columns: WriteColumn[] = [
    { header: '文', key: 't', hint: 'h' },
    { header: '日', key: 'd', type: 'day' },
    { header: '数', key: 'n', type: 'decimal', choices: Array.from({ length: 90 }, (_, i) => `选${i}`) },
  ];
  const row = fc.record({
    t: fc
      .string({ unit: fc.constantFrom('a', '张', '=', '"', '&', '<', '\n', '_x0041_', ' ') })
      .map((text) => `=${text}`),
    d: fc
      .date({ min: new Date('1901-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
    n: fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 100),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
      const file = await writeXlsx({
        modifiedAt,
        sheets: [{ name: 'S', columns, rows, notes: [['x']], blankRows: 3 }],
      });
      const read = await readAll('t.xlsx', file);
      assert.deepEqual(read.codes, []);
      assert.deepEqual(
        Object.values(read.rows).slice(1),
        rows.map((one) => [one.t, one.d, String(one.n)]),
      );
    }),
    { numRuns: 12 },
  );
});

test('leaving the loop early ends the thread, and large books are written in one', async () => {
  const rows = Array.from({ length: 6000 }, (_, i) => ({ a: `学生${i}` }));
  const file = await writeXlsx({
    modifiedAt,
    sheets: [{ name: 'S', columns: [{ header: 'a', key: 'a' }], rows }],
  });
  const read = await readAll('t.xlsx', file);
  assert.equal(Object.keys(read.rows).length, 6001);
  const { createIssueList, readSheet } = await import('./index.ts');
  for await (const row of readSheet('t.xlsx', file, { issues: createIssueList() })) {
    assert.deepEqual(row, { row: 1, cells: ['a'] });
    break;
  }
});
