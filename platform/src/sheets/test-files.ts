import { crc32, deflateRawSync } from 'node:zlib';
import { createIssueList, readSheet, type SheetIssue, type SheetLimits } from './index.ts';

/** A member of a test archive; `claims` overrides what the directory says about it. */
export type TestMember = {
  name: string;
  data: string | Buffer;
  claims?: { size?: number; crc?: number; flags?: number };
};

/** A zip archive made by hand, so that tests can make it lie. */
export function zipOf(members: readonly TestMember[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, claims } of members) {
    const raw = Buffer.from(data);
    const packed = deflateRawSync(raw);
    const nameBytes = Buffer.from(name);
    const fixed = Buffer.alloc(22);
    fixed.writeUInt16LE(claims?.flags ?? 0, 2);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(claims?.crc ?? crc32(raw), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(claims?.size ?? raw.length, 18);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fixed, u16(nameBytes.length), u16(0), nameBytes]);
    const central = Buffer.alloc(12);
    central.writeUInt32LE(at, 8);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        u16(20),
        fixed,
        u16(nameBytes.length),
        u16(0),
        u16(0),
        central,
      ]),
      nameBytes,
    );
    bodies.push(local, packed);
    at += local.length + packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, index, end]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** The smallest .xlsx that holds the given sheet XML; parts may be replaced or added. */
export function workbookOf(
  sheetXml: string,
  more: { workbook?: string; strings?: string; styles?: string; members?: TestMember[] } = {},
): Buffer {
  const workbook =
    more.workbook ?? '<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';
  return zipOf([
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels/.rels',
      data: `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    { name: 'xl/workbook.xml', data: workbook },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'worksheet', 'worksheets/sheet2.xml')}${relation('rId8', 'sharedStrings', 'sharedStrings.xml')}${relation('rId9', 'styles', '/xl/styles.xml')}</Relationships>`,
    },
    ...(more.strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: more.strings }]),
    ...(more.styles === undefined ? [] : [{ name: 'xl/styles.xml', data: more.styles }]),
    { name: 'xl/worksheets/sheet1.xml', data: sheetXml },
    ...(more.members ?? []),
  ]);
}

/** Sheet XML around the given row XML. */
export function sheetOf(rows: string, tail = ''): string {
  return `<worksheet><sheetData>${rows}</sheetData>${tail}</worksheet>`;
}

/** All cells and issues of a file. */
export async function readAll(
  fileName: string,
  bytes: Uint8Array,
  options: { sheetNames?: string[]; limits?: Partial<SheetLimits> } = {},
): Promise<{ rows: Record<number, string[]>; issues: readonly SheetIssue[]; codes: string[] }> {
  const issues = createIssueList();
  const rows: Record<number, string[]> = {};
  for await (const row of readSheet(fileName, bytes, { issues, ...options })) rows[row.row] = row.cells;
  return { rows, issues: issues.list(), codes: issues.list().map((issue) => issue.code) };
}
