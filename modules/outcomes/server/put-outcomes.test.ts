import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { asSystem } from '@dualtrack/platform/operation';
import { refusal } from '@dualtrack/platform/testing';
import { generateWorld, type World } from '../testing/generate-world.ts';
import { type OutcomeKit, outcomeKit } from '../testing/outcome-kit.ts';
import { getClassOutcomes, getMyOutcomes } from './class-outcomes.ts';
import { putClassOutcomes } from './put-outcomes.ts';
import { recordAssessments, recordOutcomes } from './record-outcomes.ts';

let kit: OutcomeKit;
let world: World;
before(async () => {
  kit = await outcomeKit();
  world = await generateWorld(kit, 7, 20);
});
after(() => kit.close());

const blank = {
  offeredOn: null,
  joinedOn: null,
  monthlyPay: null,
  leftOn: null,
  leftBy: null,
  leftReason: '',
};
const trained = { ...blank, isTrained: true };

/** Places of a running class that have no outcome yet; each is given out once. */
const taken = new Set<string>();
function freePlace(state = 'running') {
  const found = world.places.find(
    (one) =>
      one.classState === state &&
      one.teacher !== null &&
      one.outcome === null &&
      one.state !== 'declined' &&
      !taken.has(one.placementId),
  );
  assert.ok(found, 'the generated world has such a place');
  taken.add(found.placementId);
  return found;
}

describe('outcomes of a class', () => {
  test('are written by either side and read by both', async () => {
    const place = freePlace();
    const { classId, placementId } = place;
    const row = { ...trained, placementId, revision: 0 };
    await kit.call(putClassOutcomes, kit.actor('school-office', place.school), { classId, rows: [row] });
    const offer = {
      ...row,
      offeredOn: '2026-10-01',
      joinedOn: '2026-11-01',
      monthlyPay: 580_000,
      revision: 1,
    };
    await kit.call(putClassOutcomes, kit.actor('enterprise-hr', place.firm), { classId, rows: [offer] });
    for (const actor of [
      kit.actor('teacher', place.school, place.teacher ?? ''),
      kit.actor('mentor', place.firm),
    ]) {
      const view = await kit.call(getClassOutcomes, actor, { classId });
      const found = view.people.find((one) => one.placementId === placementId);
      const { placementId: _id, ...facts } = offer;
      assert.deepEqual(found?.outcome, { ...facts, revision: 2 });
      assert.equal(found?.stay[0]?.on, '2027-05-01');
    }
  });

  test('by two at once: one is kept, the other told', async () => {
    const { classId, placementId, school, firm } = freePlace();
    const rows = [{ ...trained, placementId, revision: 0 }];
    const both = await Promise.allSettled([
      kit.call(putClassOutcomes, kit.actor('school-office', school), { classId, rows }),
      kit.call(putClassOutcomes, kit.actor('enterprise-hr', firm), { classId, rows }),
    ]);
    assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    const failed = both.find((one) => one.status === 'rejected');
    assert.ok(refusal('outcome.changed-meanwhile')(failed?.reason));
  });

  test('that contradict themselves are refused whole, each with its place', async () => {
    const place = freePlace();
    const { classId, placementId, school } = place;
    const stranger = world.places.find((one) => one.classId !== classId)?.placementId ?? '';
    const rows = [
      { ...trained, placementId, revision: 0 },
      { ...trained, placementId: stranger, joinedOn: '2026-10-01', revision: 0 },
    ];
    await assert.rejects(
      kit.call(putClassOutcomes, kit.actor('school-office', school), { classId, rows }),
      (error: unknown) => {
        assert.ok(error instanceof Error && 'issues' in error && Array.isArray(error.issues));
        const places = error.issues.map((one) => `${one.pointer} ${one.code}`);
        assert.deepEqual(places, [
          '/rows/1/joinedOn outcome.joined-without-offer',
          '/rows/1/placementId outcome.not-of-class',
        ]);
        return true;
      },
    );
    const view = await kit.call(getClassOutcomes, kit.actor('school-office', school), { classId });
    assert.equal(view.people.find((one) => one.placementId === placementId)?.outcome, null);
  });

  test('are not for strangers, other teachers, wrong roles and classes that have not begun', async () => {
    const { classId, placementId, school, firm, teacher } = freePlace();
    const rows = [{ ...trained, placementId, revision: 0 }];
    const put = (actor: ReturnType<typeof kit.actor>, of = { classId, rows }) =>
      kit.call(putClassOutcomes, actor, of);
    const otherSchool = kit.schools.find((id) => id !== school) ?? '';
    const otherFirm = kit.firms.find((id) => id !== firm) ?? '';
    const otherTeacher = kit.teachers[school]?.find((id) => id !== teacher);
    await assert.rejects(put(kit.actor('school-office', otherSchool)), refusal('thing.not-found'));
    await assert.rejects(put(kit.actor('enterprise-hr', otherFirm)), refusal('thing.not-found'));
    await assert.rejects(put(kit.actor('teacher', school, otherTeacher)), refusal('thing.not-found'));
    await assert.rejects(put(kit.actor('mentor', firm)), refusal('outcome.not-your-role'));
    await assert.rejects(put(kit.actor('student', school)), refusal('access.forbidden'));
    const early = freePlace('published');
    const of = {
      classId: early.classId,
      rows: [{ ...trained, placementId: early.placementId, revision: 0 }],
    };
    await assert.rejects(
      put(kit.actor('school-office', early.school), of),
      refusal('outcome.class-not-running'),
    );
  });
});

describe('what is loaded from elsewhere', () => {
  test('is read by the student concerned alone, and a second loading replaces', async () => {
    const { classId, studentId, school, marks } = freePlace();
    const row = { ...trained, classId, studentId };
    const mark = {
      classId,
      studentId,
      kind: 'mentor' as const,
      assessorName: '马师傅',
      assessedOn: '2026-10-10',
    };
    for (const score of [70, 90]) {
      await asSystem(kit.kernel, school, async (context) => {
        await recordOutcomes(context, [{ ...row, offeredOn: '2026-10-01' }]);
        await recordAssessments(context, [{ ...mark, unit: '仪表', score }]);
      });
    }
    const [own, ...others] = await kit.call(getMyOutcomes, kit.actor('student', school, studentId), {});
    assert.equal(others.length, 0);
    assert.equal(own?.outcome?.offeredOn, '2026-10-01');
    assert.deepEqual(own?.marks.map((one) => one.score).sort(), [...marks, 90].sort());
    const wanted = [...marks, 90].reduce((sum, one) => sum + one, 0) / (marks.length + 1);
    assert.ok(Math.abs((own?.meanScore ?? 0) - wanted) < 1e-9);
    const other = world.places.find((one) => one.school === school && one.studentId !== studentId);
    const theirs = await kit.call(getMyOutcomes, kit.actor('guardian', school, other?.studentId), {});
    assert.ok(theirs.every((one) => one.placementId === other?.placementId));
    assert.deepEqual(await kit.call(getMyOutcomes, kit.actor('student', school), {}), []);
  });

  test('is refused when it contradicts itself or names somebody without a place', async () => {
    const { classId, studentId, school } = freePlace();
    const load = (row: Partial<Parameters<typeof recordOutcomes>[1][number]>) =>
      asSystem(kit.kernel, school, (context) =>
        recordOutcomes(context, [{ ...trained, classId, studentId, ...row }]),
      );
    await assert.rejects(load({ joinedOn: '2026-10-01' }), /joined-without-offer/);
    await assert.rejects(load({ studentId: classId }), /has no place/);
  });
});
