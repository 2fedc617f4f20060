import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { placeOfFact } from './fact-place.ts';

const id = '01a20425-1096-7000-8c11-1704b3bc5181';
const from = (module: string) => ({ module, recordId: 'r1' });

describe('the page of a fact', () => {
  test('is that of the record it was read off', () => {
    assert.equal(placeOfFact('placement.roster', from('rotations'), id, 'teacher')?.path, '/rotations/r1');
    assert.equal(
      placeOfFact('agreement.pay', from('agreements'), id, 'school-office')?.path,
      '/agreements/r1',
    );
    assert.equal(
      placeOfFact('insurance.to', from('order-classes'), id, 'mentor')?.path,
      `/order-classes/${id}?tab=placements`,
    );
    assert.equal(
      placeOfFact('placement.origin', from('order-classes'), id, 'teacher')?.path,
      `/order-classes/${id}`,
    );
  });

  test('is where the own side keeps it, and never a page of the other side', () => {
    const birth = (role: 'teacher' | 'mentor') =>
      placeOfFact('student.birthDate', from('order-classes'), id, role)?.path;
    assert.equal(birth('teacher'), '/settings/students');
    assert.equal(birth('mentor'), `/order-classes/${id}`);
    const pay = (role: 'teacher' | 'mentor') =>
      placeOfFact('post.wageStandard', from('order-classes'), id, role)?.path;
    assert.equal(pay('mentor'), '/settings/posts');
    assert.equal(pay('teacher'), `/order-classes/${id}`);
    assert.equal(placeOfFact('agreement.pay', from('agreements'), id, 'mentor'), null);
  });

  test('of a missing one is the page on which it would be recorded', () => {
    assert.equal(
      placeOfFact('placement.roster', null, id, 'programme-head')?.path,
      `/rotations/new?class=${id}`,
    );
    // Only the school begins a plan; whoever may not is not sent there.
    assert.equal(placeOfFact('placement.roster', null, id, 'enterprise-hr'), null);
    assert.equal(placeOfFact('consent.guardian.signedAt', null, id, 'teacher')?.room, 'placements');
    assert.equal(placeOfFact('host.emergencyPlanId', null, id, 'enterprise-hr'), null);
    assert.equal(placeOfFact('filings', from('compliance'), id, 'school-office'), null);
  });
});
