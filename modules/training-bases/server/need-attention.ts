import { operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type CareKind, soonUntil } from '../care.ts';
import { contract } from '../contract.ts';
import { ownDb } from './base-doors.ts';
import type { TrainingBasesTables } from './tables.ts';

const operation = operationsOn<TrainingBasesTables>();

/** Something at a base that runs out. */
export type CareItem = {
  kind: CareKind;
  id: string;
  home: string;
  enterpriseId: string;
  baseId: string;
  baseName: string;
  baseNameEn: string;
  name: string;
  nameEn: string;
  note: string;
  due: string;
};

/** What runs out soon or has run out in the homes the context sees, the most urgent first. */
export async function careItems<Tables>(context: TransactionContext<Tables>): Promise<CareItem[]> {
  const db = ownDb(context);
  const equipment = await db
    .selectFrom('baseEquipment as e')
    .innerJoin('base as b', (join) =>
      join.onRef('b.tenantId', '=', 'e.tenantId').onRef('b.id', '=', 'e.baseId'),
    )
    .select(['e.id', 'b.tenantId as home', 'b.enterpriseId', 'b.id as baseId', 'b.name as baseName'])
    .select(['b.nameEn as baseNameEn', 'e.name', 'e.nameEn', 'e.assetNumber as note'])
    .select('e.inspectionDue as due')
    .where('e.inspectionDue', '<=', soonUntil('inspection', context.today))
    .execute();
  const mentors = await db
    .selectFrom('baseMentor as m')
    .innerJoin('base as b', (join) =>
      join.onRef('b.tenantId', '=', 'm.tenantId').onRef('b.id', '=', 'm.baseId'),
    )
    .select(['m.id', 'b.tenantId as home', 'b.enterpriseId', 'b.id as baseId', 'b.name as baseName'])
    .select(['b.nameEn as baseNameEn', 'm.name', 'm.certificate as note', 'm.certificateUntil as due'])
    .where('m.certificateUntil', '<=', soonUntil('certificate', context.today))
    .execute();
  return [
    ...equipment.map((one) => ({ kind: 'inspection' as const, ...one })),
    ...mentors.map((one) => ({ kind: 'certificate' as const, ...one, nameEn: '' })),
  ]
    .flatMap(({ due, ...one }) => (due === null ? [] : [{ ...one, due }]))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.name < b.name ? -1 : 1));
}

export const listAttention = operation(contract.attention, async (ctx) => ({
  items: (await careItems(ctx)).map(({ home: _, enterpriseId: __, ...item }) => item),
}));
