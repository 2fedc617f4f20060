import type { TransactionContext } from '@dualtrack/platform/operation';
import { ownDb } from './class-doors.ts';
import { recordDocumentFacts } from './record-class-facts.ts';

/** What agreements tells when all parties of a tripartite agreement have signed it. */
export type SignedInternship = {
  placementId: string;
  signedOn: Record<'school' | 'enterprise' | 'student' | 'guardian', string | null>;
};

/** Enters the days of the signatures with the placement; a day that is on record already is kept. Twice changes nothing. */
export async function onInternshipSigned<Tables>(
  context: TransactionContext<Tables>,
  { placementId, signedOn }: SignedInternship,
): Promise<void> {
  const db = ownDb(context);
  const row = await db
    .selectFrom('placement')
    .selectAll()
    .where('id', '=', placementId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return;
  const after = await db
    .updateTable('placement')
    .set({
      schoolSignedOn: row.schoolSignedOn ?? signedOn.school,
      hostSignedOn: row.hostSignedOn ?? signedOn.enterprise,
      studentSignedOn: row.studentSignedOn ?? signedOn.student,
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordDocumentFacts(context, [after], null);
}
