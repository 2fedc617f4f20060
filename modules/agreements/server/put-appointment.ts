import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './own-db.ts';

/** A meeting, ceremony or the like of an agreement, as another room keeps it. */
export type Appointment = {
  agreementId: string;
  enterpriseId: string;
  kind: 'meeting' | 'ceremony' | 'signing';
  title: string;
  titleEn: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  /** Address in the product that shows it. */
  path: string;
  isCancelled: boolean;
  source: { module: string; recordId: string; version: number };
};

/**
 * Door: puts something into the calendar of an agreement, in the school's home. The same record again replaces what it
 * said; an older version that comes late changes nothing.
 */
export async function putAppointment<Tables>(
  context: TransactionContext<Tables>,
  given: Appointment,
): Promise<void> {
  const { source, agreementId, enterpriseId, ...facts } = given;
  const { version } = source;
  await ownDb(context)
    .insertInto('agreementAppointment')
    .values({
      ...{ tenantId: context.tenant, agreementId, enterpriseId, version },
      ...{ sourceModule: source.module, sourceRecord: source.recordId },
      ...facts,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['tenantId', 'agreementId', 'sourceModule', 'sourceRecord'])
        .doUpdateSet({ ...facts, version })
        .where('agreementAppointment.version', '<=', version),
    )
    .execute();
}
