import { classOf, placementsOf } from '@dualtrack/order-classes/server';
import { newId } from '@dualtrack/platform/ids';
import type { TransactionContext } from '@dualtrack/platform/operation';
import { type AssessmentKind, type OutcomeFacts, outcomeFaults } from '../outcome.ts';
import { ownDb } from './place.ts';
import { reportToAgreement } from './report-to-agreement.ts';

/** What became of a student of a class, as it is loaded from elsewhere. */
export type OutcomeToRecord = OutcomeFacts & { classId: string; studentId: string; leftReason?: string };

/** A mark of a student of a class, as it is loaded from elsewhere. */
export type AssessmentToRecord = {
  classId: string;
  studentId: string;
  kind: AssessmentKind;
  /** Name of the training unit; empty for the whole class. */
  unit: string;
  assessorName: string;
  /** 0 to 100. */
  score: number;
  assessedOn: string;
};

async function placesOf<Tables>(context: TransactionContext<Tables>, classId: string) {
  const head = await classOf(context, classId);
  if (head === undefined) throw new Error(`no class ${classId} in this home`);
  const placements = await placementsOf(context, classId);
  return { head, byStudent: new Map(placements.map((one) => [one.studentId, one])) };
}

function byClass<Row extends { classId: string }>(rows: readonly Row[]): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.classId, [...(groups.get(row.classId) ?? []), row]);
  return [...groups];
}

/**
 * Door: records outcomes in the school's home in which the context runs; a second time replaces the first.
 * @throws for a class or a placement that is not there, and for rows that contradict themselves.
 */
export async function recordOutcomes<Tables>(
  context: TransactionContext<Tables>,
  rows: readonly OutcomeToRecord[],
): Promise<number> {
  for (const [classId, group] of byClass(rows)) {
    const { head, byStudent } = await placesOf(context, classId);
    const values = group.map(({ studentId, leftReason = '', ...facts }) => {
      const placement = byStudent.get(studentId);
      if (placement === undefined) throw new Error(`student ${studentId} has no place in class ${classId}`);
      const [fault] = outcomeFaults(facts, context.today);
      if (fault !== undefined) throw new Error(`${placement.studentName}: ${fault.code} at ${fault.at}`);
      const { isTrained, offeredOn, joinedOn, monthlyPay, leftOn, leftBy } = facts;
      return {
        ...{ tenantId: context.tenant, enterpriseId: head.enterpriseId, placementId: placement.id, classId },
        ...{ orderId: head.orderId, className: head.name, studentId, studentName: placement.studentName },
        ...{ postTitle: placement.postTitle, postTitleEn: placement.postTitleEn },
        ...{ isTrained, offeredOn, joinedOn, monthlyPay, leftOn, leftBy, leftReason },
        ...{ revision: 1, recordedBy: null, recordedAt: context.now },
      };
    });
    await ownDb(context)
      .insertInto('outcome')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'placementId']).doUpdateSet((eb) => ({
          isTrained: eb.ref('excluded.isTrained'),
          offeredOn: eb.ref('excluded.offeredOn'),
          joinedOn: eb.ref('excluded.joinedOn'),
          monthlyPay: eb.ref('excluded.monthlyPay'),
          leftOn: eb.ref('excluded.leftOn'),
          leftBy: eb.ref('excluded.leftBy'),
          leftReason: eb.ref('excluded.leftReason'),
          revision: eb('outcome.revision', '+', 1),
          recordedAt: eb.ref('excluded.recordedAt'),
        })),
      )
      .execute();
    await reportToAgreement(context, classId);
  }
  return rows.length;
}

/**
 * Door: records marks in the school's home in which the context runs; the same student, kind and unit again replaces.
 * @throws for a class or a placement that is not there.
 */
export async function recordAssessments<Tables>(
  context: TransactionContext<Tables>,
  rows: readonly AssessmentToRecord[],
): Promise<number> {
  for (const [classId, group] of byClass(rows)) {
    const { head, byStudent } = await placesOf(context, classId);
    const values = group.map(({ studentId, kind, unit, assessorName, score, assessedOn }) => {
      const placement = byStudent.get(studentId);
      if (placement === undefined) throw new Error(`student ${studentId} has no place in class ${classId}`);
      return {
        ...{ tenantId: context.tenant, enterpriseId: head.enterpriseId, id: newId(), classId },
        ...{ placementId: placement.id, studentId, studentName: placement.studentName, className: head.name },
        ...{ kind, unit, assessorName, score, assessedOn, recordedAt: context.now },
      };
    });
    await ownDb(context)
      .insertInto('assessment')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['tenantId', 'placementId', 'kind', 'unit']).doUpdateSet((eb) => ({
          score: eb.ref('excluded.score'),
          assessorName: eb.ref('excluded.assessorName'),
          assessedOn: eb.ref('excluded.assessedOn'),
          revision: eb('assessment.revision', '+', 1),
          recordedAt: eb.ref('excluded.recordedAt'),
        })),
      )
      .execute();
  }
  return rows.length;
}
