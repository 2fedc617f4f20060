import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { newId } from '@dualtrack/platform/ids';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import { buildHouse, type House } from '../testing/house.ts';
import { getDeparture } from './departure.ts';
import { addEvidence, checkEvidence, getEvidence, removeEvidence } from './evidence.ts';
import { onJointWorkDone } from './keep-joint-work.ts';
import { leaveExpert } from './leave-expert.ts';
import { answerStay, assessStay, createStay, getStay, noteStay, reportStay } from './stays.ts';
import type { TalentTables } from './tables.ts';
import { listTeachersPractice } from './teachers.ts';

let house: House;
before(async () => {
  house = await buildHouse();
  house.kit.clock.set(new Date('2026-11-23T04:00:00Z'));
});
after(() => house?.close());

const paper = {
  ...{ kind: 'certificate' as const, title: '高级工', issuer: '人社局', number: 'A-1', from: '2024-05-01' },
  to: null,
};
const partsOf = (standing: { parts: { part: string; have: number }[] }) =>
  Object.fromEntries(standing.parts.map(({ part, have }) => [part, have]));

describe('evidence for two qualifications', () => {
  test('what a teacher writes waits for the office, what nobody attested does not count', async () => {
    const { kit, actor } = house;
    const { actor: teacher, expertId } = await house.addExpert('teacher');
    const office = actor('school-office');
    await assert.rejects(
      kit.call(addEvidence, teacher, { ...paper, expertId, from: '2026-11-24' }),
      refusal('evidence.day-ahead'),
    );
    await assert.rejects(
      kit.call(addEvidence, teacher, { ...paper, expertId, to: '2024-04-30' }),
      refusal('evidence.ends-first'),
    );
    const { id: evidenceId } = await kit.call(addEvidence, teacher, { ...paper, expertId });
    assert.equal(partsOf(await kit.call(getEvidence, teacher, { expertId }))['certificate'], 0);
    const seen = await kit.call(listTeachersPractice, office, undefined);
    assert.equal(seen.items.find((one) => one.expertId === expertId)?.unchecked, 1);
    await kit.call(checkEvidence, office, { evidenceId });
    assert.equal(partsOf(await kit.call(getEvidence, teacher, { expertId }))['certificate'], 1);
    // Once it counts it stays, also for whoever wrote it.
    await assert.rejects(kit.call(removeEvidence, teacher, { evidenceId }), refusal('evidence.checked'));
    await assert.rejects(kit.call(checkEvidence, office, { evidenceId }), refusal('evidence.checked'));
    const { id } = await kit.call(addEvidence, teacher, { ...paper, expertId });
    await kit.call(removeEvidence, teacher, { evidenceId: id });
    assert.equal((await kit.call(getEvidence, teacher, { expertId })).records.length, 1);
  });

  test('nobody confirms their own, and neither a colleague nor another school finds it', async () => {
    const { kit, actor } = house;
    const { actor: head, expertId } = await house.addExpert('programme-head');
    const { id: evidenceId } = await kit.call(addEvidence, head, { ...paper, expertId });
    await assert.rejects(kit.call(checkEvidence, head, { evidenceId }), refusal('evidence.own'));
    const strangers = [
      actor('teacher', undefined, '同事'),
      actor('school-office', house.ids.otherSchool),
      actor('programme-head', house.ids.otherSchool),
    ];
    for (const stranger of strangers) {
      await assert.rejects(kit.call(getEvidence, stranger, { expertId }), refusal('thing.not-found'));
      await assert.rejects(
        kit.call(addEvidence, stranger, { ...paper, expertId }),
        refusal('thing.not-found'),
      );
      await assert.rejects(kit.call(removeEvidence, stranger, { evidenceId }), refusal('thing.not-found'));
    }
  });

  test('of two who confirm at once one is refused', async () => {
    const { kit, actor } = house;
    const { actor: teacher, expertId } = await house.addExpert('teacher');
    const { id: evidenceId } = await kit.call(addEvidence, teacher, { ...paper, expertId });
    const both = await Promise.allSettled(
      [actor('school-office'), actor('programme-head')].map((who) =>
        kit.call(checkEvidence, who, { evidenceId }),
      ),
    );
    assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
  });

  test('a joint project that is done speaks for the teachers of its team, once', async () => {
    const { kit, ids } = house;
    const { actor: teacher, expertId } = await house.addExpert('teacher');
    const other = await house.addExpert('teacher');
    const payload = {
      ...{
        sourceId: newId(),
        enterpriseId: ids.firm,
        title: '余热回收',
        from: '2026-03-01',
        to: '2026-11-20',
      },
      ...{ path: '/innovation-projects/1', personIds: [teacher.personId, newId()] },
    };
    for (const _ of [1, 2])
      await asSystem<TalentTables, void>(kit.kernel, ids.school, (context) =>
        onJointWorkDone(context, payload),
      );
    const standing = await kit.call(getEvidence, teacher, { expertId });
    assert.equal(partsOf(standing)['transfer'], 1);
    assert.deepEqual(
      standing.records.map(({ title, checkedBy, path }) => ({ title, checkedBy, path })),
      [{ title: '余热回收', checkedBy: 'firm单位', path: '/innovation-projects/1' }],
    );
    const mate = await kit.call(getEvidence, other.actor, { expertId: other.expertId });
    assert.deepEqual(mate.records, []);
  });
});

const contents = ['production' as const, 'post' as const, 'new-technology' as const];
const stayFacts = { form: 'teacher-practice' as const, post: '点检', plan: '跟班学习', contents };

test('who leaves: a stay to come does not take place, one that runs ends today and is still assessed, nobody else is touched', async () => {
  const { kit, actor } = house;
  const office = actor('school-office');
  const hr = actor('enterprise-hr');
  const agreementId = await house.addAgreement();
  const { actor: teacher, expertId } = await house.addExpert('teacher');
  const other = await house.addExpert('teacher');
  const stay = async (who: string, fromOn: string, toOn: string) => {
    const facts = { ...stayFacts, agreementId, expertId: who, fromOn, toOn };
    const { id: stayId } = await kit.call(createStay, office, facts);
    await kit.call(answerStay, hr, { stayId, accept: true });
    return stayId;
  };
  const running = await stay(expertId, '2026-11-16', '2026-12-11');
  const later = await stay(expertId, '2027-01-04', '2027-01-29');
  const foreign = await stay(other.expertId, '2026-11-16', '2026-12-11');
  await kit.call(noteStay, teacher, {
    stayId: running,
    onDay: '2026-11-17',
    minutes: 480,
    words: '点检一线',
  });
  const before = await kit.call(getDeparture, office, { expertId });
  assert.deepEqual(
    before.stays.map(({ id, isBegun }) => ({ id, isBegun })),
    [
      { id: running, isBegun: true },
      { id: later, isBegun: false },
    ],
  );
  await assert.rejects(kit.call(getDeparture, other.actor, { expertId }), refusal('expert.not-yours'));
  const both = await Promise.allSettled(
    [office, teacher].map((who) => kit.call(leaveExpert, who, { expertId, cancelSessions: true })),
  );
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
  const ended = await kit.call(getStay, office, { stayId: running });
  assert.deepEqual([ended.state, ended.toOn], ['running', '2026-11-23']);
  assert.equal((await kit.call(getStay, office, { stayId: later })).state, 'declined');
  const untouched = await kit.call(getStay, office, { stayId: foreign });
  assert.deepEqual([untouched.state, untouched.toOn], ['running', '2026-12-11']);
  const report = '一周点检，熟悉了还原炉的停开车流程和点检标准，记录齐全。';
  await kit.call(reportStay, office, { stayId: running, report });
  const done = await kit.call(assessStay, hr, { stayId: running, grade: 'passed' });
  assert.deepEqual([done.state, done.days], ['assessed', 1]);
});
