import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { newId } from '@dualtrack/platform/ids';
import { refusal } from '@dualtrack/platform/testing';
import type { CalendarView } from '../calendar-contract.ts';
import { type PlanKit, planKit } from '../testing/plan-kit.ts';
import { readIcs } from '../testing/read-ics.ts';
import { dayAfter } from '../week.ts';
import { createFeed, listFeeds, revokeFeed, rotationFeed } from './calendar-feed.ts';
import { createPlan, setWeeks } from './create-plan.ts';
import { publishPlan } from './publish-plan.ts';
import { listCalendars, readCalendar } from './read-calendars.ts';
import { getPlan } from './read-plans.ts';
import { revisePlan } from './revise-plan.ts';
import { solvePlan } from './solve-plan.ts';

let kit: PlanKit;
before(async () => {
  kit = await planKit();
});
after(() => kit.close());

const monday = '2027-03-01';

async function published(more: { region?: string } = {}) {
  const office = await member(kit.actor('school-office'));
  const { classId, students } = await kit.addClass(4);
  const { baseId, staff } = await kit.addBase([
    { weeks: 2, stations: [2, 2] },
    { weeks: 3, stations: [4] },
  ]);
  const given = {
    classId,
    baseId,
    name: '春季',
    firstWeek: monday,
    weeks: 10,
    pattern: 'block' as const,
    ...more,
  };
  const { id: planId } = await kit.call(createPlan, office, given);
  const holiday = { weekStart: dayAfter(monday, 28), kind: 'holiday' as const, note: '清明, 假; 期\\' };
  await kit.call(setWeeks, office, { planId, weeks: [holiday] });
  await kit.call(solvePlan, office, { planId, seconds: 2 });
  await kit.settle();
  await kit.call(publishPlan, office, { planId });
  const { blocks } = await kit.call(getPlan, office, { planId });
  return { office, classId, baseId, planId, students, staff, blocks };
}

/** A feed lives as long as its maker's membership, which therefore has to be there. */
async function member(actor: Actor): Promise<Actor> {
  await kit.admin.query(
    `insert into membership (tenant_id, id, person_id, role, name, created_at) values ($1, $2, $3, $4, $4, '2026-01-01')`,
    [actor.tenant, actor.membershipId, actor.personId, actor.role],
  );
  return actor;
}

const open = async (address: string) => {
  const token = new URL(address).pathname.split('/').at(-1) ?? '';
  const answer = await rotationFeed.answer(kit.kernel, { params: { token }, query: {}, locale: 'zh-CN' });
  return answer === null ? null : readIcs(String(answer.body));
};

test('each of the five views is a feed with exactly its blocks, on the days they run', async () => {
  const { office, classId, baseId, blocks, students } = await published();
  const [first] = blocks;
  assert.ok(first?.mentorId);
  const hr = await member(kit.actor('enterprise-hr'));
  const wanted: [CalendarView, string, typeof blocks][] = [
    ['class', classId, blocks],
    ['base', baseId, blocks],
    ['mentor', first.mentorId, blocks.filter((block) => block.mentorId === first.mentorId)],
    ['station', first.stationId, blocks.filter((block) => block.stationId === first.stationId)],
  ];
  for (const actor of [office, hr]) {
    for (const [by, subjectId, expected] of wanted) {
      const { address } = await kit.call(createFeed, actor, { by, subjectId });
      const feed = await open(address);
      const found = (feed?.events ?? [])
        .filter((event) => event.UID?.startsWith('block-'))
        .map((event) => `${event.DTSTART} ${event.DTEND}`);
      const days = (day: string) => day.replaceAll('-', '');
      // Monday to Friday; a whole-day entry ends on the morning after.
      const spans = expected.map(
        (block) => `${days(block.firstWeek)} ${days(dayAfter(block.firstWeek, block.weeks * 7 - 2))}`,
      );
      assert.deepEqual(found.sort(), spans.sort(), `${actor.role} ${by}`);
    }
  }
  const student = await member(kit.actor('student', { subjectId: students[0] ?? '' }));
  const own = await kit.call(createFeed, student, { by: 'student', subjectId: students[0] ?? '' });
  const feed = await open(own.address);
  assert.equal(feed?.events.filter((event) => event.UID?.startsWith('block-')).length, 2);
  assert.ok(feed?.events.some((event) => event.SUMMARY === '清明, 假; 期\\'));
});

test('a revoked link is closed at once, and so is one whose maker has left', async () => {
  const { office, classId } = await published();
  const input = { by: 'class' as const, subjectId: classId };
  const [one, other] = [await kit.call(createFeed, office, input), await kit.call(createFeed, office, input)];
  assert.notEqual(one.address, other.address);
  assert.ok((await kit.call(listFeeds, office, {})).items.some((feed) => feed.id === one.id));
  await assert.rejects(
    kit.call(revokeFeed, kit.actor('school-office'), { feedId: one.id }),
    refusal('thing.not-found'),
  );
  await kit.call(revokeFeed, office, { feedId: one.id });
  await assert.rejects(open(one.address), refusal('link.unknown'));
  assert.ok(await open(other.address));
  await kit.admin.query(`update membership set ended_at = '2026-06-01' where id = $1`, [office.membershipId]);
  assert.equal(await open(other.address), null);
});

test('a new plan keeps the identity of what stays, raises its revision, and what is gone vanishes', async () => {
  const { office, classId, planId } = await published();
  const { address } = await kit.call(createFeed, office, { by: 'class', subjectId: classId });
  const before = await open(address);
  kit.clock.set(new Date(kit.clock.now().getTime() + 3_600_000));
  const { id: revised } = await kit.call(revisePlan, office, { planId });
  const { blocks } = await kit.call(getPlan, office, { planId: revised });
  const gone = blocks.filter((block) => block.studentName === blocks[0]?.studentName);
  for (const block of gone) await kit.admin.query('delete from rotation_block where id = $1', [block.id]);
  await kit.call(publishPlan, office, { planId: revised });
  const after = await open(address);
  const uidsOf = (feed: typeof before) =>
    (feed?.events ?? []).flatMap((event) => (event.UID?.startsWith('block-') ? [event.UID] : []));
  const lost = new Set(uidsOf(before).filter((uid) => !uidsOf(after).includes(uid)));
  assert.equal(lost.size, gone.length);
  assert.deepEqual(
    uidsOf(after).sort(),
    uidsOf(before)
      .filter((uid) => !lost.has(uid))
      .sort(),
  );
  const [kept] = uidsOf(after);
  const of = (feed: typeof before) => feed?.events.find((event) => event.UID === kept);
  assert.deepEqual([of(before)?.SEQUENCE, of(after)?.SEQUENCE], ['0', '1']);
  assert.ok((of(before)?.['LAST-MODIFIED'] ?? '') < (of(after)?.['LAST-MODIFIED'] ?? ''));
});

test('students read their own calendar only, strangers none', async () => {
  const { classId, students } = await published();
  const student = kit.actor('student', { subjectId: students[0] ?? '' });
  const { items } = await kit.call(listCalendars, student, {});
  assert.deepEqual(
    items.map((one) => [one.by, one.subjectId]),
    [['student', students[0]]],
  );
  const stranger = kit.actor('school-office', { tenant: kit.ids.otherSchool });
  for (const [actor, by, subjectId] of [
    [student, 'class', classId],
    [student, 'student', students[1] ?? ''],
    [stranger, 'class', classId],
    [kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm }), 'class', classId],
    [kit.actor('teacher'), 'class', newId()],
  ] as const) {
    await assert.rejects(kit.call(readCalendar, actor, { by, subjectId }), refusal('thing.not-found'));
    await assert.rejects(kit.call(createFeed, actor, { by, subjectId }), refusal('thing.not-found'));
  }
});

test('a plan abroad has the days of its own state, in list, weeks and feed', async () => {
  const { office, classId, baseId, planId } = await published({ region: 'DE-BY' });
  const { calendar } = await kit.call(getPlan, office, { planId });
  const noted = calendar.filter((week) => week.note !== '').map((week) => `${week.weekStart} ${week.note}`);
  assert.deepEqual(noted.slice(0, 1), ['2027-03-22 Good Friday']);
  const { days } = await kit.call(readCalendar, office, { by: 'class', subjectId: classId });
  const names = days.map((day) => `${day.date} ${day.name}`);
  assert.deepEqual(
    ['2027-03-26 Good Friday', '2027-03-29 Easter Monday'].filter((day) => !names.includes(day)),
    [],
  );
  assert.ok(!names.some((name) => name.startsWith('2027-04-05')), 'no day of China');
  const { address } = await kit.call(createFeed, office, { by: 'class', subjectId: classId });
  const words = (await open(address))?.events.map((event) => event.SUMMARY);
  assert.ok(words?.some((word) => word?.includes('Easter Monday')));
  const given = { classId, baseId, name: '甲', firstWeek: monday, weeks: 4, region: 'DE-XX' };
  await assert.rejects(kit.call(createPlan, office, given), refusal('plan.unknown-region'));
});
