import { kernelMigrations } from '../../db/index.ts';
import { openOperation, type ServerModule } from '../../operation/index.ts';
import { bookFile } from '../sheet-file.ts';
import { contract } from './contract.ts';
import { listSheet } from './list-sheet.ts';

/** Writes what the caller already sees; it reads nothing, so that it needs no transaction. */
export const writeListSheet = openOperation(contract.write, ({ now }, input) =>
  bookFile(input.name, { sheets: [listSheet(input)], modifiedAt: now, title: input.name }),
);

/** Lists as .xlsx files, for every module's lists. */
export const sheetExports: ServerModule = {
  name: 'sheets',
  contract,
  operations: { write: writeListSheet },
  migrations: kernelMigrations,
};
