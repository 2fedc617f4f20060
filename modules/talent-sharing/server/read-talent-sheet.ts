import {
  createIssueList,
  readSheetRows,
  rowIssues,
  type SayIssue,
  type SheetIssue,
  type TableRow,
} from '@dualtrack/platform/sheets';
import { isZone } from '../held-at.ts';
import { occupationCodes } from '../occupations.ts';
import { cellList, type TalentTable, talentColumns } from '../sheet-columns.ts';

/** A card as a row says it. */
export type ExpertLine = {
  name: string;
  nameEn: string;
  title: string;
  titleEn: string;
  occupations: string[];
  tags: string[];
  certificates: string[];
  monthlyHours: number;
  region: string;
  mail: string;
  approver: string;
  consentNote: string;
};
/** A room as a row says it. */
export type RoomLine = {
  name: string;
  nameEn: string;
  address: string;
  seats: number;
  zone: string;
  region: string;
};
export type TalentLines = { experts: ExpertLine[]; rooms: RoomLine[] };

/** What the file is read against: names that a row may not have, each with the code of the reason. */
export type TalentGround = { refusedNames: ReadonlyMap<string, string> };

type Reader = (row: TableRow, say: SayIssue, into: TalentLines) => void;
const readers: Readonly<Record<TalentTable, Reader>> = {
  experts: (row, say, into) => {
    const cell = (key: string) => row.values[key] ?? '';
    const occupations = cellList(row.values['occupations']).map((one) => one.slice(0, 4));
    for (const code of occupations)
      if (!occupationCodes.has(code)) say('occupations', 'import.occupation-code-unknown', { value: code });
    const lists = { tags: cellList(row.values['tags']), certificates: cellList(row.values['certificates']) };
    for (const one of lists.tags)
      if (one.length > 40) say('tags', 'import.text-too-long', { length: one.length, limit: 40 });
    atMost(say, 'occupations', occupations, 12);
    atMost(say, 'tags', lists.tags, 30);
    atMost(say, 'certificates', lists.certificates, 20);
    if (cell('region') !== '' && !/^\d{6}$/.test(cell('region')))
      say('region', 'import.region-code-invalid', { value: cell('region') });
    if (cell('mail') !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell('mail')))
      say('mail', 'import.mail-invalid', { value: cell('mail') });
    const monthlyHours = wholeIn(row, 'monthlyHours', say, [0, 200]) ?? 8;
    into.experts.push({
      ...{ name: cell('name'), nameEn: cell('nameEn'), title: cell('title'), titleEn: cell('titleEn') },
      ...{ ...lists, occupations, monthlyHours, region: cell('region'), mail: cell('mail') },
      ...{ approver: cell('approver'), consentNote: cell('consentNote') },
    });
  },
  rooms: (row, say, into) => {
    const cell = (key: string) => row.values[key] ?? '';
    const seats = wholeIn(row, 'seats', say, [1, 2_000]);
    const zone = cell('zone') === '' ? 'Asia/Shanghai' : cell('zone');
    if (!isZone(zone)) say('zone', 'talent-sheet.zone-unknown', { value: zone });
    if (!/^(|\d{6}|[A-Z]{2}(-[A-Za-z0-9]{1,10}){0,2})$/.test(cell('region')))
      say('region', 'import.region-code-invalid', { value: cell('region') });
    if (seats === undefined) return;
    into.rooms.push({
      ...{ name: cell('name'), nameEn: cell('nameEn'), address: cell('address'), seats, zone },
      region: cell('region'),
    });
  },
};

/** Reads a whole file and everything that is wrong with it, each with its row and column. */
export async function readTalentSheet(
  table: TalentTable,
  file: { name: string; bytes: Uint8Array },
  ground: TalentGround,
): Promise<{ lines: TalentLines; count: number; issues: SheetIssue[]; errors: number }> {
  const issues = createIssueList();
  const columns = talentColumns[table];
  const lines: TalentLines = { experts: [], rooms: [] };
  const seen = new Map<string, number>();
  let count = 0;
  const plain = columns.map(({ key, headers, required }) => ({ key, headers, required }));
  for await (const row of readSheetRows(file.name, file.bytes, { columns: plain }, { issues })) {
    count += 1;
    const say = rowIssues(issues, file.name, row);
    for (const { key, required, max } of columns) {
      const text = row.values[key];
      if (text === undefined && required) say(key, 'import.value-required');
      if (text !== undefined && text.length > max)
        say(key, 'import.text-too-long', { length: text.length, limit: max });
    }
    const name = row.values['name'] ?? '';
    const before = seen.get(name);
    if (name !== '' && before !== undefined)
      say('name', 'import.duplicate-row', { firstRow: before, firstFile: file.name });
    else seen.set(name, row.row);
    const refused = ground.refusedNames.get(name);
    if (refused !== undefined) say('name', refused, { value: name });
    readers[table](row, say, lines);
  }
  if (issues.errors() === 0 && count === 0)
    issues.add({ file: file.name, code: 'talent-sheet.without-rows', params: {}, severity: 'error' });
  return { lines, count, issues: [...issues.list()], errors: issues.errors() };
}

function atMost(say: SayIssue, key: string, list: readonly string[], most: number): void {
  if (list.length > most) say(key, 'talent-sheet.too-many', { count: list.length, limit: most });
}

/** A whole number of a cell; undefined for a blank one and for one that is wrong (and said to be). */
function wholeIn(
  row: TableRow,
  key: string,
  say: SayIssue,
  [min, max]: readonly [number, number],
): number | undefined {
  const text = row.values[key];
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number)) say(key, 'import.integer-invalid', { value: text });
  else if (number < min || number > max) say(key, 'import.out-of-range', { value: text, min, max });
  else return number;
  return undefined;
}
