import type { TransactionContext } from '@dualtrack/platform/operation';
import { homeJurisdiction } from '../laws.ts';
import { ownDb } from './own-db.ts';

/** A class and its placements, as a later room tells of them. */
export type ClassToldOf = {
  classId: string;
  enterpriseId: string;
  name: string;
  hostName: string;
  startsOn: string | null;
  endsOn: string | null;
  isOver?: boolean;
  /** The agreement under which it was formed. */
  agreementId?: string;
  placements: readonly {
    placementId: string;
    studentName: string;
    postTitle: string;
    isOver?: boolean;
    /** Whose law holds; left out, what was set before stays. */
    jurisdiction?: string;
  }[];
};

/** Tells compliance of a class and its placements, in the school's home; told again, it is brought up to date. */
export async function describeClass<Tables>(
  context: TransactionContext<Tables>,
  told: ClassToldOf,
): Promise<void> {
  const db = ownDb(context);
  const { placements, isOver = false, ...facts } = told;
  await db
    .insertInto('complianceClass')
    .values({ tenantId: context.tenant, ...facts, isOver })
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'classId']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        hostName: eb.ref('excluded.hostName'),
        startsOn: eb.ref('excluded.startsOn'),
        endsOn: eb.ref('excluded.endsOn'),
        isOver: eb.ref('excluded.isOver'),
        ...(told.agreementId === undefined ? {} : { agreementId: told.agreementId }),
      })),
    )
    .execute();
  if (placements.length === 0) return;
  await db
    .insertInto('compliancePlacement')
    .values(
      placements.map((placement) => ({
        tenantId: context.tenant,
        enterpriseId: told.enterpriseId,
        classId: told.classId,
        placementId: placement.placementId,
        studentName: placement.studentName,
        postTitle: placement.postTitle,
        isOver: placement.isOver ?? false,
        jurisdiction: placement.jurisdiction ?? homeJurisdiction,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'placementId']).doUpdateSet((eb) => ({
        studentName: eb.ref('excluded.studentName'),
        postTitle: eb.ref('excluded.postTitle'),
        isOver: eb.ref('excluded.isOver'),
      })),
    )
    .execute();
  await setJurisdictions(context, placements);
}

/** A law that is told goes before the one that was set. */
async function setJurisdictions<Tables>(
  context: TransactionContext<Tables>,
  placements: ClassToldOf['placements'],
): Promise<void> {
  for (const { placementId, jurisdiction } of placements) {
    if (jurisdiction === undefined) continue;
    await ownDb(context)
      .updateTable('compliancePlacement')
      .set({ jurisdiction })
      .where('placementId', '=', placementId)
      .execute();
  }
}
