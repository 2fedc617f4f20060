import { writeCsv } from './write-csv.ts';
import { type WriteBook, type WriteSheet, writeXlsx } from './write-xlsx.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as an .xlsx file to hand out; `name` is without its ending. */
export async function bookFile(name: string, book: WriteBook): Promise<File> {
  return new File([Buffer.from(await writeXlsx(book))], `${name}.xlsx`, { type: xlsxType });
}

/** One table as a file of the wished format. What no file name may hold becomes a blank. */
export async function sheetFile(
  name: string,
  format: 'xlsx' | 'csv',
  sheet: WriteSheet,
  modifiedAt: Date,
): Promise<File> {
  const plain = name.replaceAll(/[\\/:*?"<>|]/g, ' ');
  if (format === 'xlsx') return bookFile(plain, { sheets: [sheet], modifiedAt });
  const { columns, rows } = sheet;
  return new File([Buffer.from(writeCsv({ columns, rows }))], `${plain}.csv`, { type: 'text/csv' });
}
