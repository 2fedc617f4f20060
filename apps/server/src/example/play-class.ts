import { contract as classes } from '@dualtrack/order-classes/contract';
import type { Cycle } from './cycle.ts';
import type { Keys } from './keys.ts';
import {
  groupWordOf,
  playAttendance,
  playBooking,
  playClassWork,
  playGroup,
  playPlacing,
} from './play-class-work.ts';
import { playAppeal, playBriefing, playDocument, studentApplies } from './play-recruitment.ts';
import type { Stage } from './stage.ts';

const hr = 'hr@dingyuan.example';
const office = 'office@yizhou.example';

/** Plays a class up to where the example's year stands: applications and scores, or all the way to running. */
export async function playClass(
  stage: Stage,
  cycle: Cycle,
  keys: Keys,
  agreementId: string,
  span: { startsOn: string; endsOn: string },
): Promise<string> {
  const { orderClass, order } = cycle;
  const act = stage.act;
  const { id: classId } = await act(classes.classes.create, office, orderClass.applicationsFrom, {
    agreementId,
    name: orderClass.name,
    ...span,
    applicationsFrom: orderClass.applicationsFrom,
    applicationsUntil: orderClass.applicationsTo,
    teacherId: keys('teacher', 'T102'),
    mentorName: '胡美玲',
    majorCodes: order.majorCodes.slice(1),
    capacity: orderClass.seats,
    seats: orderClass.posts.map((post) => ({ postId: keys('post', post.postId), capacity: post.seats })),
  });
  await playPlacing(stage, cycle, classId, span);
  await act(classes.classes.move, office, orderClass.applicationsFrom, { classId, action: 'open' });
  await playClassWork(stage, cycle, classId);
  await playBriefing(stage, cycle, classId);
  const { seats } = await act(classes.classes.get, office, orderClass.applicationsFrom, { classId });
  const seatOf = (postId: string) => {
    const seat = seats.find((one) => one.postId === keys('post', postId));
    if (seat === undefined) throw new Error(`the example class has no seat ${postId}`);
    return seat.id;
  };
  const scores: { applicationId: string; seatId: string; score: number; note: string }[] = [];
  for (const { studentNumber, choices } of cycle.applications) {
    const { id } = await act(classes.applications.put, office, orderClass.applicationsFrom, {
      classId,
      studentId: keys('student', studentNumber),
      choices: choices.map((choice) => seatOf(choice.postId)),
      statement: '',
      groupCode: groupWordOf(cycle, studentNumber) ?? '',
    });
    for (const { postId, score } of choices)
      scores.push({ applicationId: id, seatId: seatOf(postId), score, note: '' });
  }
  await playGroup(stage, cycle, classId);
  if (studentApplies(cycle)) {
    await playBooking(stage, cycle, classId);
    await playDocument(stage, cycle, classId);
    await playAttendance(stage, cycle, classId);
  }
  await act(classes.classes.move, office, orderClass.applicationsTo, { classId, action: 'close' });
  await act(classes.scores.put, hr, orderClass.scoredOn ?? orderClass.applicationsTo, { classId, scores });
  if (orderClass.matchedOn !== undefined)
    await playPlacements(stage, cycle, classId, orderClass.matchedOn, span);
  return classId;
}

/** Matches, publishes, and lets everybody accept, sign and be insured. */
async function playPlacements(
  stage: Stage,
  cycle: Cycle,
  classId: string,
  on: string,
  span: { startsOn: string; endsOn: string },
): Promise<void> {
  const { act } = stage;
  const { id: matchingId } = await act(classes.matchings.make, office, on, { classId });
  await act(classes.matchings.publish, office, on, { classId, matchingId });
  await playAppeal(stage, classId, on);
  const placements = await act(classes.placements.list, office, on, { classId });
  for (const { id: placementId } of placements) {
    await act(classes.placements.answer, office, on, { placementId, accept: true });
    await act(classes.placements.record, office, on, {
      placementId,
      studentSignedOn: on,
      studentConsentOn: on,
      guardianConsentOn: on,
    });
  }
  await act(classes.placements.signAll, office, on, { classId, signedOn: on });
  await act(classes.placements.signAll, hr, on, { classId, signedOn: on });
  await act(classes.placements.insure, office, on, {
    classId,
    insurance: {
      insurer: '示例保险公司',
      number: `EXAMPLE-${cycle.year}-001`,
      from: span.startsOn,
      to: span.endsOn,
      payer: 'school',
    },
  });
}
