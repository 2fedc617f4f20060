import { type MemberFacts, membersOf } from '@dualtrack/accounts/server';
import { findStudents } from '@dualtrack/organisations/server';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, reaction, type TransactionContext } from '@dualtrack/platform/operation';
import { whyNotEligible } from '../eligibility.ts';
import { noticeRules, type StaffGroup, type StudentGroup, tellsStudents } from '../notice.ts';
import { ownDb } from './class-doors.ts';
import type { OrderClassesTables } from './tables.ts';
import type { Told } from './tell.ts';

const lateMilliseconds = 2 * 86_400_000;

type Concerned = { personId: string; audience: string };

/** Something happened with a class: whoever is concerned finds it on the home, and letters are written next. */
export const tellPeople = reaction<OrderClassesTables, Told>(async (context, told) => {
  const kept = await keepNotices(context, told);
  if (kept > 0) await context.emit('class.letters-due', { classId: told.classId });
});

/** Keeps a notice for everybody concerned; whoever has one of this happening gets no second. Returns how many are new. */
export async function keepNotices<Tables>(context: TransactionContext<Tables>, told: Told): Promise<number> {
  const db = ownDb(context);
  const people = await concernedBy(context, told);
  if (people.length === 0) return 0;
  const happenedAt = new Date(told.happenedAt);
  // A letter about what is days old helps nobody: the notice and the page say it.
  const isOld = context.now.getTime() - happenedAt.getTime() > lateMilliseconds;
  const mail = isOld ? ('none' as const) : ('waiting' as const);
  const rows = await db
    .insertInto('classNotice')
    .values(
      people.map((one) => ({
        ...{ tenantId: context.tenant, enterpriseId: told.enterpriseId, id: newId(), classId: told.classId },
        ...one,
        ...{ kind: told.kind, happening: told.happening, onDay: told.on },
        ...{ at: told.at === null ? null : new Date(told.at), createdAt: happenedAt, seenAt: null },
        mail,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenantId', 'classId', 'personId', 'kind', 'happening']).doNothing(),
    )
    .returning('id')
    .execute();
  return rows.length;
}

async function concernedBy<Tables>(context: TransactionContext<Tables>, told: Told): Promise<Concerned[]> {
  const rule = noticeRules[told.kind];
  const orderClass = await ownDb(context)
    .selectFrom('orderClass')
    .selectAll()
    .where('id', '=', told.classId)
    .executeTakeFirst();
  if (orderClass === undefined) return [];
  const members = await membersOf(context);
  const students = rule.students === null ? null : await studentsOf(context, rule.students, told, members);
  const found: Concerned[] = [];
  for (const { personId, role, subjectId } of members) {
    const isFamily =
      (role === 'student' && tellsStudents(told.kind)) || (role === 'guardian' && rule.guardians !== false);
    if (isFamily && subjectId !== null && students?.has(subjectId)) found.push({ personId, audience: role });
    const isLead = role === 'teacher' && subjectId !== null && subjectId === orderClass.teacherId;
    if ((isStaff(rule.staff, role) && role !== 'teacher') || (isLead && isStaff(rule.staff, 'teacher')))
      found.push({ personId, audience: role });
  }
  if (isStaff(rule.staff, 'enterprise-hr')) {
    const hosts = await asSystem(context.kernel, told.enterpriseId, (inner) => membersOf(inner));
    for (const { personId, role } of hosts)
      if (role === 'enterprise-hr') found.push({ personId, audience: role });
  }
  // A person of two memberships is told once; who did it knows it, unless it is a receipt for themselves.
  const first = found.filter(
    (one, at) => found.findIndex(({ personId }) => personId === one.personId) === at,
  );
  return first.filter(
    ({ personId, audience }) =>
      personId !== told.byPerson || audience === 'student' || audience === 'guardian',
  );
}

const isStaff = (staff: readonly StaffGroup[], role: string) => staff.some((one) => one === role);

/** Ids of the students of a group, of those who have somebody to be told. */
async function studentsOf<Tables>(
  context: TransactionContext<Tables>,
  group: StudentGroup,
  told: Told,
  members: readonly MemberFacts[],
): Promise<Set<string>> {
  const db = ownDb(context);
  const { classId } = told;
  if (group === 'one') return new Set(told.studentId === null ? [] : [told.studentId]);
  if (group === 'eligible' || group === 'undecided') {
    const ids = members.flatMap(({ role, subjectId }) =>
      role === 'student' && subjectId !== null ? [subjectId] : [],
    );
    const row = await db
      .selectFrom('orderClass')
      .selectAll()
      .where('id', '=', classId)
      .executeTakeFirstOrThrow();
    const known = ids.length === 0 ? [] : await findStudents(context, ids);
    const eligible = known.filter((student) => whyNotEligible(row, student) === null);
    if (group === 'eligible') return new Set(eligible.map(({ id }) => id));
    const applied = await studentsOf(context, 'applicants', told, members);
    return new Set(eligible.flatMap(({ id }) => (applied.has(id) ? [] : [id])));
  }
  if (group === 'signed-up') {
    const rows = await db
      .selectFrom('briefingSignup')
      .select('studentId')
      .where('briefingId', '=', briefingOf(told.happening))
      .execute();
    return new Set(rows.map((row) => row.studentId));
  }
  if (group === 'round' || group === 'placed') {
    let query = db.selectFrom('placement').select('studentId').where('classId', '=', classId);
    query =
      group === 'round'
        ? query.where('round', '=', told.round ?? 1)
        : query.where('state', 'in', ['accepted', 'active']);
    return new Set((await query.execute()).map((row) => row.studentId));
  }
  if (group === 'group' || group === 'batch') {
    let query = db
      .selectFrom('application as a')
      .select('a.studentId')
      .where('a.classId', '=', classId)
      .where('a.isWithdrawn', '=', false);
    query =
      group === 'batch'
        ? query.where('a.batchId', '=', told.happening)
        : query
            .innerJoin('application as own', (join) =>
              join
                .onRef('own.tenantId', '=', 'a.tenantId')
                .onRef('own.classId', '=', 'a.classId')
                .onRef('own.groupCode', '=', 'a.groupCode'),
            )
            .where('own.studentId', '=', told.studentId);
    return new Set((await query.execute()).map((row) => row.studentId));
  }
  let query = db
    .selectFrom('application as a')
    .select('a.studentId')
    .where('a.classId', '=', classId)
    .where('a.isWithdrawn', '=', false);
  if (group === 'unbooked')
    query = query.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('interviewBooking as b')
            .select('b.slotId')
            .whereRef('b.tenantId', '=', 'a.tenantId')
            .whereRef('b.applicationId', '=', 'a.id')
            // Who missed one and may book another looks for a time, too.
            .where((of) =>
              of.or([
                of('b.absence', 'is', null),
                of.and([of('b.absence', '=', 'no-show'), of('b.mayBookAgain', '=', false)]),
              ]),
            ),
        ),
      ),
    );
  return new Set((await query.execute()).map((row) => row.studentId));
}

/** Happenings of an information session begin with its id, which has 36 letters. */
function briefingOf(happening: string): string {
  return happening.slice(0, 36);
}
