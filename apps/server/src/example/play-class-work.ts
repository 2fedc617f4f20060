import { contract as classes } from '@dualtrack/order-classes/contract';
import type { Cycle } from './cycle.ts';
import type { Stage } from './stage.ts';

const hr = 'hr@dingyuan.example';
const office = 'office@yizhou.example';

/** How the class gives its places: settled before it is opened. Who came first stays as it was published. */
export async function playPlacing(
  stage: Stage,
  cycle: Cycle,
  classId: string,
  span: { startsOn: string },
): Promise<void> {
  const { orderClass } = cycle;
  const on = orderClass.applicationsFrom;
  const { placing } = await stage.act(classes.classes.get, office, on, { classId });
  const isPublished = orderClass.matchedOn !== undefined;
  await stage.act(classes.placing.put, office, on, {
    ...{ classId, ...placing, hasGroups: !isPublished },
    // Two weeks from the first day, as the agreement has it.
    exitFrom: span.startsOn,
    exitUntil: `${span.startsOn.slice(0, 8)}14`,
  });
}

/** The word of a group for two who would like to learn at one post; undefined for everybody else. */
export function groupWordOf(cycle: Cycle, studentNumber: string): string | undefined {
  if (cycle.orderClass.matchedOn !== undefined) return undefined;
  const [, one, , two] = cycle.applications;
  // A class with fewer applications has nobody for the second.
  if (one === undefined || two === undefined) return undefined;
  return [one, two].some((each) => each.studentNumber === studentNumber) ? '同桌' : undefined;
}

/** Both have signed on paper that they want to stay together. */
export async function playGroup(stage: Stage, cycle: Cycle, classId: string): Promise<void> {
  if (cycle.orderClass.matchedOn !== undefined) return;
  const on = cycle.orderClass.applicationsFrom;
  for (const { studentId, group } of await stage.act(classes.applications.list, office, on, { classId })) {
    if (group === null || studentId === null) continue;
    const { digest } = group;
    await stage.act(classes.applications.agree, office, on, { classId, studentId, agrees: true, digest });
  }
}

/** The student who can sign in books a time. */
export async function playBooking(stage: Stage, cycle: Cycle, classId: string): Promise<void> {
  const who = 'student@yizhou.example';
  const on = cycle.orderClass.applicationsFrom;
  const [, slot] = await stage.act(classes.interviews.open, who, on, { classId });
  if (slot !== undefined) await stage.act(classes.interviews.book, who, on, { classId, slotId: slot.id });
}

/** Whoever interviewed says that the student came. */
export async function playAttendance(stage: Stage, cycle: Cycle, classId: string): Promise<void> {
  const who = 'mentor@dingyuan.example';
  const on = cycle.orderClass.applicationsTo;
  const slots = await stage.act(classes.interviews.list, who, on, { classId });
  for (const { id: slotId, booked } of slots)
    for (const { applicationId } of booked)
      await stage.act(classes.interviews.attend, who, on, { slotId, applicationId, came: true });
}

const courses = [
  ['机械制图与公差配合', 64, 'school', '周敏', '胡美玲'],
  ['硅材料生产工艺', 48, 'both', '周敏', '胡美玲'],
  ['设备点检与润滑', 96, 'enterprise', '周敏', '胡美玲'],
  ['危险化学品安全与应急', 32, 'both', '周敏', '胡美玲'],
] as const;

/** Interview times, criteria and the syllabus of a class, as the sides entered them while it was open. */
export async function playClassWork(stage: Stage, cycle: Cycle, classId: string): Promise<void> {
  const on = cycle.orderClass.applicationsFrom;
  const { act } = stage;
  const members = await act(classes.interviews.interviewers, hr, on, {});
  const interviewerId = members.find(({ name }) => name === '胡美玲')?.personId ?? null;
  await act(classes.interviews.add, hr, on, {
    ...{
      classId,
      startsAt: `${cycle.orderClass.applicationsTo}T01:00:00Z`,
      minutes: 20,
      count: 6,
      places: 8,
    },
    ...{ place: '定远新材料培训中心二楼', interviewer: '胡美玲', interviewerId },
  });
  await act(classes.rubric.put, hr, on, {
    classId,
    criteria: [
      { name: '专业基础', weight: 50 },
      { name: '安全意识', weight: 30 },
      { name: '沟通与表达', weight: 20 },
    ],
  });
  const { revision } = await act(classes.courses.put, office, on, {
    classId,
    revision: 0,
    courses: courses.map(([name, hours, heldAt, teacherName, mentorName]) => ({
      ...{ name, hours, heldAt, teacherName, mentorName },
    })),
  });
  await act(classes.courses.agree, office, on, { classId, revision });
  await act(classes.courses.agree, hr, on, { classId, revision });
}
