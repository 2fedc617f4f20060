import type { Placing } from '../contract/placing.ts';
import { agreeGroup } from '../server/agree-group.ts';
import { putApplication } from '../server/apply.ts';
import { createClass } from '../server/draft-class.ts';
import { moveClass } from '../server/move-class.ts';
import { getMyClass } from '../server/my-classes.ts';
import { putPlacing } from '../server/put-placing.ts';
import { getClass, listApplications } from '../server/read-classes.ts';
import { putScores } from '../server/score.ts';
import type { ClassKit } from './class-kit.ts';

/** Drafts and opens a class with these seats; seat ids in the order given. */
export async function openClass(
  kit: ClassKit,
  seats: readonly number[],
  placing: Partial<Omit<Placing, 'seats'>> & { minimums?: readonly number[] } = {},
  applicationsFrom: string | null = null,
) {
  const office = kit.actor('school-office');
  const { agreementId, orderId } = await kit.addAgreement(seats);
  const { id: classId } = await kit.call(createClass, office, {
    agreementId,
    name: '定远订单班（2026）',
    startsOn: '2027-03-01',
    endsOn: '2027-07-31',
    applicationsFrom,
    applicationsUntil: '2026-12-01',
    teacherId: kit.ids.teacher,
    mentorName: '马师傅',
    majorCodes: [],
  });
  const draft = await kit.call(getClass, office, { classId });
  const { minimums = [], ...rest } = placing;
  const least = draft.seats.map(({ id }, at) => ({ seatId: id, minimum: minimums[at] ?? 0 }));
  await kit.call(putPlacing, office, { classId, ...draft.placing, ...rest, seats: least });
  await kit.call(moveClass, office, { classId, action: 'open' });
  const view = await kit.call(getClass, office, { classId });
  return { classId, orderId, office, seats: view.seats.map((seat) => seat.id) };
}

/** A student's choices with the enterprise's score for each. */
export type Wish = { student: string; choices: { seat: string; score: number }[]; groupCode?: string };

/** Enters choices and scores and closes applications. */
export async function fillClass(kit: ClassKit, classId: string, wishes: readonly Wish[]): Promise<void> {
  for (const wish of wishes) {
    const choices = wish.choices.map((one) => one.seat);
    const student = kit.actor('student', { subjectId: wish.student });
    await kit.call(putApplication, student, {
      classId,
      choices,
      statement: '',
      groupCode: wish.groupCode ?? '',
    });
  }
  for (const wish of wishes.filter(({ groupCode }) => groupCode !== undefined))
    await sayTogether(kit, classId, wish.student);
  const office = kit.actor('school-office');
  const applicants = await kit.call(listApplications, office, { classId });
  const scores = wishes.flatMap((wish) =>
    wish.choices.map(({ seat, score }) => ({
      applicationId: applicants.find((one) => one.studentId === wish.student)?.id ?? '',
      seatId: seat,
      score,
      note: '',
    })),
  );
  await kit.call(putScores, kit.actor('enterprise-hr'), { classId, scores });
  await kit.call(moveClass, office, { classId, action: 'close' });
}

/** A student agrees to the group as they see it. */
export async function sayTogether(kit: ClassKit, classId: string, student: string): Promise<void> {
  const actor = kit.actor('student', { subjectId: student });
  const { application } = await kit.call(getMyClass, actor, { classId });
  const digest = application?.group?.digest ?? '';
  await kit.call(agreeGroup, actor, { classId, agrees: true, digest });
}
