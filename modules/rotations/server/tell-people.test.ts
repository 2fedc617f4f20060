import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { type AccountsTables, addMember } from '@dualtrack/accounts/server';
import type { Role } from '@dualtrack/platform/contract';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import { type PlanKit, planKit } from '../testing/plan-kit.ts';
import { swapBlocks } from './change-blocks.ts';
import { createPlan } from './create-plan.ts';
import { markNoticeSeen, myNotices } from './my-notices.ts';
import { publishPlan } from './publish-plan.ts';
import { getPlan } from './read-plans.ts';
import { revisePlan } from './revise-plan.ts';
import { solvePlan } from './solve-plan.ts';

let kit: PlanKit;
before(async () => {
  kit = await planKit();
});
after(() => kit.close());

/** Addresses of the mails sent since the last look, sorted. */
const looked = new Set<string>();
async function newMails(): Promise<string[]> {
  const folder = kit.kernel.mailer.folder ?? '';
  const names = (await readdir(folder).catch(() => [])).filter((name) => !looked.has(name));
  for (const name of names) looked.add(name);
  const texts = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')));
  return texts.map((text) => /^To: (.*)$/m.exec(text)?.[1] ?? '').sort();
}

async function member(home: string, role: Role, name: string, subjectId: string | null) {
  const { personId } = await asSystem<AccountsTables, { personId: string }>(kit.kernel, home, (context) =>
    addMember(context, { signInName: `${name}@example.org`, name, role, subjectId, locale: 'en' }),
  );
  return { ...kit.actor(role, { subjectId }), personId };
}

test('a publication is told to those whose weeks it changes, once, on the home and by mail', async () => {
  const office = kit.actor('school-office');
  const { classId, students } = await kit.addClass(3);
  const { baseId, staff } = await kit.addBase([{ weeks: 2, stations: [1] }], [4]);
  const people = [
    await member(kit.ids.school, 'student', 'one', students[0] ?? null),
    await member(kit.ids.school, 'guardian', 'guard', students[1] ?? null),
    await member(kit.ids.school, 'student', 'three', students[2] ?? null),
    await member(kit.ids.firm, 'mentor', 'mentor', staff[0] ?? null),
  ];
  await member(kit.ids.school, 'student', 'stranger', null);
  const stranger = await member(kit.ids.otherSchool, 'student', 'abroad', students[0] ?? null);
  const noticesOf = async (actor: (typeof people)[number]) => (await kit.call(myNotices, actor, {})).items;

  const given = { classId, baseId, name: 'Spring', firstWeek: '2027-03-01', weeks: 6 };
  const { id: planId } = await kit.call(createPlan, office, { ...given, pattern: 'block' });
  await kit.call(solvePlan, office, { planId, seconds: 5 });
  await kit.settle();
  assert.deepEqual(await newMails(), []);
  await kit.call(publishPlan, office, { planId });
  await kit.settle();
  const everybody = ['guard', 'mentor', 'one', 'three'].map((name) => `${name}@example.org`);
  assert.deepEqual(await newMails(), everybody);
  for (const [at, actor] of people.entries()) {
    const [notice, ...rest] = await noticesOf(actor);
    assert.deepEqual(rest, []);
    assert.deepEqual([notice?.planId, notice?.isFirst, notice?.changes], [planId, true, at === 3 ? 3 : 1]);
  }
  assert.deepEqual(await noticesOf({ ...stranger, tenant: kit.ids.otherSchool }), []);

  // Read by one of them; nobody else can do it for them.
  const [own] = await noticesOf(people[0]!);
  const noticeId = own?.id ?? '';
  for (const other of [people[2]!, people[3]!, stranger]) {
    await assert.rejects(kit.call(markNoticeSeen, other, { noticeId }), refusal('thing.not-found'));
  }
  await kit.call(markNoticeSeen, people[0]!, { noticeId });
  await kit.call(markNoticeSeen, people[0]!, { noticeId });
  assert.deepEqual(await noticesOf(people[0]!), []);

  // Two of the three change places: the third hears nothing.
  const { id: revised } = await kit.call(revisePlan, office, { planId });
  const { blocks } = await kit.call(getPlan, office, { planId: revised });
  const nameOf = ['学生0', '学生1'];
  const [one, other] = nameOf.map((name) => blocks.find((block) => block.studentName === name));
  assert.ok(one && other);
  await kit.call(swapBlocks, office, { planId: revised, blockId: one.id, otherId: other.id });
  await kit.call(publishPlan, office, { planId: revised });
  await kit.settle();
  assert.deepEqual(await newMails(), everybody.slice(0, 3));
  const [changed] = await noticesOf(people[0]!);
  assert.deepEqual([changed?.planId, changed?.isFirst], [revised, false]);
  assert.deepEqual(await noticesOf(people[2]!), []);
});
