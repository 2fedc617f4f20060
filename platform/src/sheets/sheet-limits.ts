/** What a file may cost before it is refused. Bytes are bytes, cells are UTF-16 units as in Excel. */
export type SheetLimits = {
  /** Size of the file as it was sent. */
  fileBytes: number;
  /** Longest text of one cell. */
  cellLength: number;
  /** Rows of the sheet, the header included. */
  rows: number;
  /** Columns that hold something. */
  columns: number;
  /** Members of the zip archive that an .xlsx is. */
  zipEntries: number;
  /** All members of the archive together once inflated. */
  zipTotalBytes: number;
  /** Inflated size over packed size, looked at for members above 16 MiB. */
  zipRatio: number;
};

/** The limits of the product: Excel's own for cells and rows, ours for the archive. */
export const defaultSheetLimits: SheetLimits = {
  fileBytes: 200 * 1024 * 1024,
  cellLength: 32_767,
  rows: 1_048_576,
  columns: 512,
  zipEntries: 2000,
  zipTotalBytes: 1024 * 1024 * 1024,
  zipRatio: 200,
};
