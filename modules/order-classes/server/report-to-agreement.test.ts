import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asSystem } from '@dualtrack/platform/operation';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { fillClass, openClass } from '../testing/drive-class.ts';
import { makeMatching } from './match-class.ts';
import { answerPlacement, insureClass, listPlacements } from './placements.ts';
import { publishMatching } from './publish-class.ts';
import { reportToAgreement } from './report-to-agreement.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

/** What the agreement of a class has been told, summed by metric: [part, whole]. */
async function told(classId: string): Promise<Record<string, [number, number]>> {
  const { rows } = await kit.admin.query(
    `select metric, sum(amount)::int as amount, sum(whole)::int as whole from obligation_fact where class_id = $1 group by metric`,
    [classId],
  );
  return Object.fromEntries(rows.map((row) => [row.metric, [row.amount, row.whole]]));
}

test('seats, insurance and consents are told one fact a placement, and never twice', async () => {
  const { classId, office, seats } = await openClass(kit, [1, 1]);
  const students = await kit.addStudents(2);
  const wishes = students.map((student) => ({
    student,
    choices: seats.map((seat, index) => ({ seat, score: 90 - index })),
  }));
  await fillClass(kit, classId, wishes);
  assert.deepEqual(await told(classId), {});
  const { id: matchingId } = await kit.call(makeMatching, office, { classId });
  await kit.call(publishMatching, office, { classId, matchingId });
  const placements = await kit.call(listPlacements, office, { classId });
  assert.equal(placements.length, 2);
  const published = {
    'results-published': [1, 0],
    'seats-filled': [2, 0],
    'students-insured': [0, 2],
    'consents-recorded': [0, 2],
  };
  assert.deepEqual(await told(classId), published);
  await asSystem(kit.kernel, kit.ids.school, (context) => reportToAgreement(context, classId));
  assert.deepEqual(await told(classId), published);
  const insurance = {
    ...{ insurer: '示例保险公司', number: 'P-1', from: '2027-03-01', to: '2027-07-31' },
    payer: 'school' as const,
  };
  await kit.call(insureClass, office, { classId, insurance });
  assert.deepEqual((await told(classId))['students-insured'], [2, 2]);
  // Who declines takes the own fact back, the share with it.
  await kit.call(answerPlacement, office, { placementId: placements[0]?.id ?? '', accept: false });
  const left = await told(classId);
  assert.deepEqual(
    [left['seats-filled'], left['students-insured']],
    [
      [1, 0],
      [1, 1],
    ],
  );
  const days = await kit.admin.query(
    'select starts_on::text as day from obligation_class where class_id = $1',
    [classId],
  );
  assert.deepEqual(days.rows, [{ day: '2027-03-01' }]);
});
