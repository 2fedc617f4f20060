import { newId } from '@dualtrack/platform/ids';
import { homeOf, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { sheetFile } from '@dualtrack/platform/sheets';
import { contract } from '../contract.ts';
import { conditionWords, equipmentColumns } from '../equipment-columns.ts';
import { baseView } from './read-bases.ts';
import { type EquipmentLine, readEquipmentSheet } from './read-equipment-sheet.ts';
import type { TrainingBasesTables } from './tables.ts';

const operation = operationsOn<TrainingBasesTables>();
const rowsAtOnce = 500;

/** The inventory as it stands, to be changed and read back. */
export const exportEquipment = operation(contract.equipmentSheet.export, async (ctx, { baseId, format }) => {
  const base = await baseView(ctx, baseId);
  const language = ctx.locale === 'en' ? 1 : 0;
  const codes = new Map(base.stations.map((one) => [one.id, one.code]));
  const columns = equipmentColumns.map(({ key, headers }) => ({
    ...{ key, header: headers[language], width: key === 'assetNumber' ? 18 : 24 },
    type: key === 'inspectionDue' ? ('day' as const) : ('text' as const),
    ...(key === 'condition'
      ? { choices: Object.values(conditionWords).map((words) => words[language]) }
      : {}),
  }));
  const rows = base.equipment.map(({ stationId, condition, inspectionDue, ...one }) => ({
    ...{ assetNumber: one.assetNumber, name: one.name, nameEn: one.nameEn, note: one.note },
    station: codes.get(stationId ?? '') ?? '',
    condition: conditionWords[condition][language],
    inspectionDue,
  }));
  const title = language === 1 ? `Equipment ${base.nameEn || base.name}` : `设备 ${base.name}`;
  ctx.audit(baseId);
  const sheet = { name: language === 1 ? 'Equipment' : '设备', columns, rows, blankRows: 100 };
  return sheetFile(title, format, sheet, ctx.now);
});

/** Reads a file and saves all of it, or says everything that is wrong with it and saves nothing. Nothing is removed. */
export const importEquipment = operation(contract.equipmentSheet.import, async (ctx, input) => {
  const { baseId, file } = input;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const home = await homeOf(ctx, 'base', baseId);
  return ctx.inHome(home, async (inner) => {
    // Two files at once wait for each other here.
    await inner.db.selectFrom('base').select('id').where('id', '=', baseId).forUpdate().execute();
    const base = await baseView(inner, baseId);
    const found = await readEquipmentSheet({ name: file.name, bytes }, base);
    const known = new Map(base.equipment.map(({ id: _, ...one }) => [one.assetNumber, one]));
    const fresh = found.lines.filter((line) => !known.has(line.assetNumber));
    const other = found.lines.filter((line) => {
      const before = known.get(line.assetNumber);
      return before !== undefined && !isSame(line, before);
    });
    const answer = {
      ...{ rows: found.count, added: fresh.length, changed: other.length },
      same: found.lines.length - fresh.length - other.length,
      ...{ issues: found.issues, errors: found.errors },
    };
    if (found.errors > 0 || input.checkOnly) return { ...answer, isSaved: false };
    await saveLines(inner, { baseId, enterpriseId: ctx.actor.tenant }, [...fresh, ...other]);
    ctx.audit(baseId, { added: fresh.length, changed: other.length });
    return { ...answer, isSaved: true };
  });
});

const facts = ['name', 'nameEn', 'stationId', 'condition', 'inspectionDue', 'note'] as const;

function isSame(line: EquipmentLine, before: EquipmentLine): boolean {
  return facts.every((fact) => line[fact] === before[fact]);
}

async function saveLines(
  context: TransactionContext<TrainingBasesTables>,
  owner: { baseId: string; enterpriseId: string },
  lines: readonly EquipmentLine[],
): Promise<void> {
  for (let at = 0; at < lines.length; at += rowsAtOnce) {
    await context.db
      .insertInto('baseEquipment')
      .values(
        lines
          .slice(at, at + rowsAtOnce)
          .map((line) => ({ tenantId: context.tenant, ...owner, id: newId(), ...line })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['tenantId', 'baseId', 'assetNumber'])
          .doUpdateSet((eb) => Object.fromEntries(facts.map((fact) => [fact, eb.ref(`excluded.${fact}`)]))),
      )
      .execute();
  }
}
