import { findStudents } from '@dualtrack/organisations/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { isMinorOn } from '../internship.ts';
import type { InternshipPlacement } from './internship-source.ts';

/** Placements of minors whose guardian is not on record: without the guardian's signature the paper would bind nobody. */
export async function withoutGuardian<Tables>(
  context: TransactionContext<Tables>,
  placements: readonly InternshipPlacement[],
): Promise<InternshipPlacement[]> {
  const students = await findStudents(
    context,
    placements.map((one) => one.studentId),
  );
  return placements.filter(({ studentId, startsOn }) => {
    const student = students.find((one) => one.id === studentId);
    return student !== undefined && isMinorOn(student.birthDate, startsOn) && !student.guardianName?.trim();
  });
}
