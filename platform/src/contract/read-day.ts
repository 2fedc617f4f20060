/**
 * The day that a text means: 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日, 20260302, or an Excel serial of
 * a cell that lost its date format. Undefined for anything else and for days that do not exist.
 */
export function readDay(cell: string): string | undefined {
  const plain = cell.normalize('NFKC');
  const typed = plain.replace(/[T\s]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?\s*$/, '').replace(/\s+/g, '');
  if (/^\d{5}$/.test(typed)) return dayOfSerial(Number(typed));
  const parts =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/.exec(typed) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  const [year = 0, month = 0, date = 0] = parts?.slice(1).map(Number) ?? [];
  if (month < 1 || month > 12 || date < 1 || date > daysIn(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Day of an Excel serial in the 1900 system. */
function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
