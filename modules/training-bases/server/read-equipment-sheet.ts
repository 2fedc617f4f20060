import { readDay } from '@dualtrack/platform/contract';
import {
  createIssueList,
  readSheetRows,
  rowIssues,
  type SayIssue,
  type SheetIssue,
  type TableRow,
} from '@dualtrack/platform/sheets';
import { type BaseDetail, conditions } from '../contract.ts';
import { conditionWords, equipmentColumns } from '../equipment-columns.ts';

type Equipment = BaseDetail['equipment'][number];

/** A piece of equipment as a row says it. What a file has no column for stays as it was. */
export type EquipmentLine = Omit<Equipment, 'id'>;

/** What the file is read against. */
export type EquipmentGround = {
  stations: readonly { id: string; code: string; name: string; nameEn: string }[];
  equipment: readonly Equipment[];
};

/** Reads a whole inventory and everything that is wrong with it, each with its row and column. */
export async function readEquipmentSheet(
  file: { name: string; bytes: Uint8Array },
  ground: EquipmentGround,
): Promise<{ lines: EquipmentLine[]; count: number; issues: SheetIssue[]; errors: number }> {
  const issues = createIssueList();
  const columns = equipmentColumns.map(({ key, headers, required }) => ({ key, headers, required }));
  const known = new Map(ground.equipment.map((one) => [one.assetNumber, one]));
  const seen = new Map<string, number>();
  const lines: EquipmentLine[] = [];
  let count = 0;
  for await (const row of readSheetRows(file.name, file.bytes, { columns }, { issues })) {
    count += 1;
    const say = rowIssues(issues, file.name, row);
    checkCells(row, say);
    const asset = row.values['assetNumber'] ?? '';
    const before = seen.get(asset);
    if (asset !== '' && before !== undefined)
      say('assetNumber', 'import.duplicate-row', { firstRow: before, firstFile: file.name });
    else seen.set(asset, row.row);
    lines.push(lineOf(row, say, known.get(asset), ground.stations));
  }
  if (issues.errors() === 0 && count === 0)
    issues.add({ file: file.name, code: 'equipment-sheet.without-rows', params: {}, severity: 'error' });
  return { lines, count, issues: [...issues.list()], errors: issues.errors() };
}

function checkCells(row: TableRow, say: SayIssue): void {
  for (const { key, required, max } of equipmentColumns) {
    const text = row.values[key];
    if (text === undefined && required) say(key, 'import.value-required');
    if (text !== undefined && text.length > max)
      say(key, 'import.text-too-long', { length: text.length, limit: max });
  }
}

function lineOf(
  row: TableRow,
  say: SayIssue,
  before: Equipment | undefined,
  stations: EquipmentGround['stations'],
): EquipmentLine {
  const text = (key: 'nameEn' | 'note') =>
    row.columns[key] === undefined ? (before?.[key] ?? '') : (row.values[key] ?? '');
  return {
    ...{ assetNumber: row.values['assetNumber'] ?? '', name: row.values['name'] ?? '' },
    ...{ nameEn: text('nameEn'), note: text('note') },
    stationId: stationIn(row, say, before, stations),
    condition: conditionIn(row, say) ?? before?.condition ?? 'ready',
    inspectionDue: dayIn(row, say, before),
  };
}

/** A station by its code, or by its name where only one bears it. */
function stationIn(
  row: TableRow,
  say: SayIssue,
  before: Equipment | undefined,
  stations: EquipmentGround['stations'],
): string | null {
  if (row.columns['station'] === undefined) return before?.stationId ?? null;
  const value = row.values['station'];
  if (value === undefined) return null;
  const byCode = stations.filter((one) => one.code === value);
  const found = byCode.length > 0 ? byCode : stations.filter((one) => [one.name, one.nameEn].includes(value));
  if (found.length === 1) return found[0]?.id ?? null;
  say(
    'station',
    found.length === 0 ? 'equipment-sheet.station-unknown' : 'equipment-sheet.station-ambiguous',
    {
      value,
    },
  );
  return null;
}

function conditionIn(row: TableRow, say: SayIssue): Equipment['condition'] | undefined {
  const value = row.values['condition'];
  if (value === undefined) return undefined;
  const word = value.normalize('NFKC').toLowerCase();
  const found = conditions.find((one) => conditionWords[one].some((each) => each.toLowerCase() === word));
  if (found === undefined)
    say('condition', 'import.choice-unknown', {
      value,
      allowed: conditions.flatMap((one) => conditionWords[one].slice(0, 2)).join('、'),
    });
  return found;
}

function dayIn(row: TableRow, say: SayIssue, before: Equipment | undefined): string | null {
  if (row.columns['inspectionDue'] === undefined) return before?.inspectionDue ?? null;
  const value = row.values['inspectionDue'];
  if (value === undefined) return null;
  const day = readDay(value);
  if (day === undefined) say('inspectionDue', 'import.day-invalid', { value });
  return day ?? null;
}
