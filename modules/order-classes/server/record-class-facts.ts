import { describeClass, type FactToRecord, recordFacts } from '@dualtrack/compliance/server';
import { findStudents, organisationNames } from '@dualtrack/organisations/server';
import type { TransactionContext } from '@dualtrack/platform/operation';
import type { Selectable } from 'kysely';
import { ownDb } from './class-doors.ts';
import { seatsOf } from './class-view.ts';
import { reportToAgreement } from './report-to-agreement.ts';
import type { OrderClassesTables } from './tables.ts';

type PlacementRow = Selectable<OrderClassesTables['placement']>;
type NamedValue = readonly [name: string, value: unknown];

/** Turns names and values of one placement into facts whose source is that placement. */
function factsFor(placement: PlacementRow, recordedBy: string | null, values: readonly NamedValue[]) {
  // What is not there yet is not recorded at all: days are corrected, never taken back.
  const known = values.filter(([, value]) => value !== null);
  return known.map(
    ([name, value]): FactToRecord => ({
      classId: placement.classId,
      placementId: placement.id,
      enterpriseId: placement.enterpriseId,
      name,
      value,
      source: { module: 'order-classes', recordId: placement.id },
      recordedBy,
    }),
  );
}

/** What signatures, consents and insurance of a placement say; an empty list means "nobody yet". */
function documentValues(placement: PlacementRow): NamedValue[] {
  const signed = [
    { role: 'school', at: placement.schoolSignedOn },
    { role: 'host', at: placement.hostSignedOn },
    { role: 'student', at: placement.studentSignedOn },
    { role: 'guardian', at: placement.guardianConsentOn },
  ];
  const { insurance } = placement;
  const cover: NamedValue[] =
    insurance === null
      ? []
      : [
          ['insurance.type', 'internship-liability'],
          ['insurance.from', insurance.from],
          ['insurance.to', insurance.to],
          ['insurance.payer', insurance.payer],
        ];
  return [
    ['agreement.signatures', signed.filter((one) => one.at !== null)],
    ['consent.student.signedAt', placement.studentConsentOn],
    ['consent.guardian.signedAt', placement.guardianConsentOn],
    ['insurance.policyNo', insurance?.number ?? null],
    ['insurance.insureds', insurance !== null],
    ...cover,
  ];
}

/** Records the documents of placements; possible from both sides, because it reads nothing private. */
/** The pack reads a category by the first two digits of a major code; those of associate majors are 40 + category. */
const associateBase = 40;

export async function recordDocumentFacts<Tables>(
  context: TransactionContext<Tables>,
  placements: readonly PlacementRow[],
  recordedBy: string | null,
): Promise<void> {
  await recordFacts(
    context,
    placements.flatMap((one) => factsFor(one, recordedBy, documentValues(one))),
  );
  for (const classId of new Set(placements.map((one) => one.classId))) {
    await reportToAgreement(context, classId);
  }
}

/**
 * Tells compliance of a class and all that this room knows of its placements, in the school's home. Facts that the
 * room does not know are left out, so that their rules stay unknown.
 */
export async function recordClassFacts<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  recordedBy: string | null = null,
): Promise<void> {
  const db = ownDb(context);
  const row = await db
    .selectFrom('orderClass')
    .selectAll()
    .where('id', '=', classId)
    .executeTakeFirstOrThrow();
  const placements = await db.selectFrom('placement').selectAll().where('classId', '=', classId).execute();
  const host = (await organisationNames(context, [row.enterpriseId])).get(row.enterpriseId);
  await describeClass(context, {
    ...{ classId, enterpriseId: row.enterpriseId, name: row.name, hostName: host?.name ?? '' },
    ...{ startsOn: row.startsOn, endsOn: row.endsOn, isOver: row.state === 'finished' },
    agreementId: row.agreementId,
    placements: placements.map(({ id, studentName, postTitle, state }) => ({
      ...{ placementId: id, studentName, postTitle },
      isOver: state === 'declined' || state === 'ended',
    })),
  });
  const seats = await seatsOf(context, [classId]);
  const students = await findStudents(
    context,
    placements.map((one) => one.studentId),
  );
  const facts = placements.flatMap((placement) => {
    const post = seats.find((seat) => seat.id === placement.seatId)?.post;
    const student = students.find((one) => one.id === placement.studentId);
    if (post === undefined || student === undefined) return [];
    const values: NamedValue[] = [
      ['student.birthDate', student.birthDate],
      ['student.sex', student.sex === 'female' ? 'F' : 'M'],
      ['student.majorCode', student.majorCode],
      ['placement.type', 'post'],
      ['placement.origin', 'school'],
      ['placement.start', placement.startsOn],
      ['placement.end', placement.endedOn ?? placement.endsOn],
      ['placement.schoolTeacherId', row.teacherId],
      ['placement.hostMentorId', row.mentorName === '' ? null : row.mentorName],
      ['host.legalName', host?.name ?? ''],
      ['host.unifiedSocialCreditCode', host?.code ?? null],
      ['post.hazardTags', post.hazards],
      ['post.wageStandard', post.monthlyPay],
      ['post.sameKindStaff', post.headcount],
      ['agreement.pay', post.internPay],
      ['agreement.partyTypes', ['school', 'host', 'student']],
    ];
    // A post that names no categories says nothing about majors.
    if (post.majorCategories.length > 0)
      values.push([
        'post.majorCategory',
        post.majorCategories.map((category) => String(associateBase + category)),
      ]);
    if (post.labourGrade !== null) values.push(['post.physicalLabourGrade', post.labourGrade]);
    return factsFor(placement, recordedBy, [...values, ...documentValues(placement)]);
  });
  await recordFacts(context, facts);
  await reportToAgreement(context, classId);
}
