import { kernelMigrations } from '../../db/index.ts';
import { openOperation, type ServerModule } from '../../operation/index.ts';
import { writeXlsx } from '../write-xlsx.ts';
import { contract } from './contract.ts';
import { listSheet } from './list-sheet.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Writes what the caller already sees; it reads nothing, so that it needs no transaction. */
export const writeListSheet = openOperation(contract.write, async ({ now }, input) => {
  const bytes = await writeXlsx({ sheets: [listSheet(input)], modifiedAt: now, title: input.name });
  return new File([Buffer.from(bytes)], `${input.name}.xlsx`, { type: mediaType });
});

/** Lists as .xlsx files, for every module's lists. */
export const sheetExports: ServerModule = {
  name: 'sheets',
  contract,
  operations: { write: writeListSheet },
  migrations: kernelMigrations,
};
