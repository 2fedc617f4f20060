import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pack } from '@dualtrack/cn-2021-internship';
import { kindOfRole, roles } from '@dualtrack/platform/contract';
import { keeperOf, whyNotRecord } from './record-fact.ts';

test('every fact × role: only staff, each side what it answers for', () => {
  const staff = ['school-office', 'programme-head', 'teacher', 'enterprise-hr', 'project-lead', 'mentor'];
  const keepers = new Set<string>();
  for (const name of Object.keys(pack.facts)) {
    const keeper = keeperOf(name);
    keepers.add(keeper);
    for (const role of roles) {
      const may = staff.includes(role) && (keeper === 'both' || keeper === kindOfRole(role));
      assert.equal(
        whyNotRecord({ name, source: null }, role),
        may ? null : 'fact.not-your-side',
        `${name} ${role}`,
      );
      const elsewhere = whyNotRecord({ name, source: 'order-classes' }, role);
      assert.equal(elsewhere, may ? 'fact.kept-elsewhere' : 'fact.not-your-side');
    }
  }
  assert.deepEqual([...keepers].sort(), ['both', 'enterprise', 'school']);
});

test('consents are the school’s, staff numbers the enterprise’s, safety training either’s', () => {
  assert.equal(keeperOf('consent.guardian.signedAt'), 'school');
  assert.equal(keeperOf('host.onDutyStaff'), 'enterprise');
  assert.equal(keeperOf('training.safety.completedAt'), 'both');
  assert.equal(keeperOf('host.inspectionReport.date'), 'school');
});
