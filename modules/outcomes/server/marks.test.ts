import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { closePdf } from '@dualtrack/platform/pdf';
import { createIssueList, readSheet, writeCsv } from '@dualtrack/platform/sheets';
import { refusal } from '@dualtrack/platform/testing';
import { generateWorld, type World } from '../testing/generate-world.ts';
import { type OutcomeKit, outcomeKit } from '../testing/outcome-kit.ts';
import { getClassOutcomes } from './class-outcomes.ts';
import { importOutcomes, outcomeTemplate } from './import-outcomes.ts';
import { getClassMarks, putClassMarks } from './marks.ts';
import { getScoreboardPaper } from './scoreboard-paper.ts';
import { getTrend } from './trend.ts';

let kit: OutcomeKit;
let world: World;
before(async () => {
  kit = await outcomeKit();
  world = await generateWorld(kit, 11, 20);
});
after(async () => {
  await closePdf();
  await kit.close();
});

/** A student in a running class, and who teaches and trains them. */
async function runningClass() {
  const place = world.places.find(
    (one) => one.classState === 'running' && one.teacher !== null && one.state !== 'declined',
  );
  assert.ok(place);
  const teacher = kit.actor('teacher', place.school, place.teacher ?? '');
  const mentor = kit.actor('mentor', place.firm);
  const { people } = await kit.call(getClassOutcomes, teacher, { classId: place.classId });
  const studentName = people.find((one) => one.placementId === place.placementId)?.studentName ?? '';
  return { ...place, studentName, teacher, mentor };
}

const unit = '新单元';

describe('marks', () => {
  test('teacher and mentor enter their own kind beside one another, and both read both', async () => {
    const { classId, placementId, teacher, mentor } = await runningClass();
    const mark = (score: number) => ({ classId, marks: [{ placementId, unit, score, revision: 0 }] });
    await kit.call(putClassMarks, teacher, mark(81.5));
    const seen = await kit.call(putClassMarks, mentor, mark(92));
    const own = seen.people.find((one) => one.placementId === placementId)?.marks ?? [];
    assert.deepEqual(
      own.filter((one) => one.unit === unit).map((one) => [one.kind, one.score, one.assessorName]),
      [
        ['teacher', 81.5, 'teacher'],
        ['mentor', 92, 'mentor'],
      ],
    );
    assert.ok(seen.units.includes(unit));
  });

  test('of two who change a mark at once one is told whose, and nothing of theirs is written', async () => {
    const { classId, placementId, teacher } = await runningClass();
    const other = '两人同时';
    const put = (score: number | null, revision: number, further: object[] = []) =>
      kit.call(putClassMarks, teacher, {
        classId,
        // Further marks of any shape; the contract looks at them.
        marks: [{ placementId, unit: other, score, revision }, ...further] as never,
      });
    const both = await Promise.allSettled([put(70, 0), put(80, 0)]);
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
    await put(85, 1);
    const beside = { placementId, unit: '旁边', score: 60, revision: 0 };
    await assert.rejects(() => put(20, 1, [beside]), refusal('mark.changed-meanwhile'));
    const view = await kit.call(getClassMarks, teacher, { classId });
    const own = view.people.find((one) => one.placementId === placementId)?.marks ?? [];
    assert.equal(own.find((one) => one.unit === other)?.score, 85);
    assert.equal(
      own.find((one) => one.unit === '旁边'),
      undefined,
    );
    await assert.rejects(() => put(null, 1), refusal('mark.changed-meanwhile'));
    await put(null, 2);
    const after = await kit.call(getClassMarks, teacher, { classId });
    assert.ok(!JSON.stringify(after.people).includes(other), 'a mark can be taken back');
  });

  test('are not for project leads, other firms, other schools or another teacher', async () => {
    const { classId, placementId, school, firm, teacher } = await runningClass();
    const marks = [{ placementId, unit, score: 1, revision: 0 }];
    const [otherSchool = ''] = kit.schools.filter((one) => one !== school);
    const [otherFirm = ''] = kit.firms.filter((one) => one !== firm);
    const colleague = (kit.teachers[school] ?? []).find((one) => one !== teacher.subjectId) ?? '';
    await assert.rejects(
      () => kit.call(putClassMarks, kit.actor('project-lead', firm), { classId, marks }),
      refusal('mark.not-your-role'),
    );
    for (const stranger of [
      kit.actor('school-office', otherSchool),
      kit.actor('mentor', otherFirm),
      kit.actor('teacher', school, colleague),
    ]) {
      await assert.rejects(
        () => kit.call(putClassMarks, stranger, { classId, marks }),
        refusal('thing.not-found'),
      );
    }
  });
});

// A form sends words, which the contract reads as yes and no.
const [yes, no] = ['true' as never, 'false' as never];

const fileOf = (columns: string[], lines: string[][], name = '成绩.csv') =>
  new File(
    [
      Buffer.from(
        writeCsv({
          columns: columns.map((header) => ({ header, key: header })),
          rows: lines.map((line) =>
            Object.fromEntries(columns.map((header, at) => [header, line[at] ?? ''])),
          ),
        }),
      ),
    ],
    name,
  );

describe('import', () => {
  test('names every mistake with row and column and saves nothing', async () => {
    const { classId, studentName, teacher } = await runningClass();
    const before = await kit.call(getClassMarks, teacher, { classId });
    const file = fileOf(
      ['学生', '培训单元', '成绩'],
      [
        [studentName, '导入', '88'],
        ['没有这个人', '导入', '70'],
        [studentName, '别的', '101'],
        [studentName, '导入', '90'],
        ['', '导入', '50'],
      ],
    );
    const found = await kit.call(importOutcomes, teacher, {
      classId,
      table: 'marks',
      file,
      checkOnly: no,
    });
    assert.equal(found.isSaved, false);
    assert.deepEqual(
      found.issues.map((one) => [one.row, one.column, one.code]),
      [
        [3, 'A', 'outcome.student-unknown'],
        [4, 'C', 'import.out-of-range'],
        [5, 'A', 'import.duplicate-row'],
        [6, 'A', 'import.value-required'],
      ],
    );
    assert.deepEqual(await kit.call(getClassMarks, teacher, { classId }), before);
  });

  test('saves all rows when all are right, a second time over the first', async () => {
    const { classId, studentName, placementId, teacher } = await runningClass();
    for (const score of ['77.5', '79']) {
      const file = fileOf(['Student', 'Training unit', 'Mark'], [[studentName, '导入两次', score]]);
      const found = await kit.call(importOutcomes, teacher, {
        classId,
        table: 'marks',
        file,
        checkOnly: no,
      });
      assert.deepEqual([found.isSaved, found.rows], [true, 1]);
    }
    const { people } = await kit.call(getClassMarks, teacher, { classId });
    const own = people.find((one) => one.placementId === placementId)?.marks ?? [];
    assert.equal(own.find((one) => one.unit === '导入两次')?.score, 79);
  });

  test('reads outcomes with days and money as people write them', async () => {
    const { classId, studentName, placementId, school } = await runningClass();
    const office = kit.actor('school-office', school);
    const head = [
      '学生',
      '完成培训',
      '录用通知日期',
      '入职日期',
      '月薪（元）',
      '离职日期',
      '离职提出方',
      '离职原因',
    ];
    const wrong = fileOf(head, [[studentName, '是', '2026/13/1', '', '六千', '', '', '没有离职日期']]);
    const bad = await kit.call(importOutcomes, office, {
      classId,
      table: 'outcomes',
      file: wrong,
      checkOnly: no,
    });
    assert.deepEqual(
      bad.issues.map((one) => one.code),
      ['import.day-invalid', 'import.money-invalid', 'outcome.left-by-without-day'],
    );
    const line = [studentName, '是', '2026年3月2日', '2026/4/1', '6,500', '2026-10-08', '学生', '升学'];
    const file = fileOf(head, [line]);
    const checked = await kit.call(importOutcomes, office, {
      classId,
      table: 'outcomes',
      file,
      checkOnly: yes,
    });
    assert.deepEqual([checked.isSaved, checked.errors], [false, 0]);
    await kit.call(importOutcomes, office, { classId, table: 'outcomes', file, checkOnly: no });
    const { people } = await kit.call(getClassOutcomes, office, { classId });
    const { revision: _, ...facts } = people.find((one) => one.placementId === placementId)?.outcome ?? {
      revision: 0,
    };
    assert.deepEqual(facts, {
      ...{ isTrained: true, offeredOn: '2026-03-02', joinedOn: '2026-04-01', monthlyPay: 650_000 },
      ...{ leftOn: '2026-10-08', leftBy: 'graduate', leftReason: '升学' },
    });
  });

  test('the template comes back as it stands, with the students of the class in it', async () => {
    const { classId, teacher } = await runningClass();
    for (const format of ['xlsx', 'csv'] as const) {
      const file = await kit.call(outcomeTemplate, teacher, { classId, table: 'marks', format });
      const issues = createIssueList();
      const rows: string[][] = [];
      for await (const row of readSheet(file.name, new Uint8Array(await file.arrayBuffer()), { issues }))
        rows.push(row.cells.map(String));
      assert.deepEqual(rows[0]?.slice(0, 2), ['Student', 'Post']);
      const { people } = await kit.call(getClassOutcomes, teacher, { classId });
      assert.deepEqual(
        rows.slice(1).map((row) => row[0]),
        people.map((one) => one.studentName),
      );
    }
  });
});

describe('the scoreboard on paper and over the years', () => {
  test('is a PDF in each language and a workbook', async () => {
    const office = kit.actor('school-office', kit.schools[0]);
    for (const language of ['zh', 'en', 'zh-en'] as const) {
      const file = await kit.call(getScoreboardPaper, office, { format: 'pdf', language });
      assert.equal(Buffer.from(await file.slice(0, 5).arrayBuffer()).toString(), '%PDF-');
    }
    const book = await kit.call(getScoreboardPaper, office, { format: 'xlsx', language: 'en' });
    const issues = createIssueList();
    const cells: string[] = [];
    for await (const row of readSheet('b.xlsx', new Uint8Array(await book.arrayBuffer()), { issues }))
      cells.push(...row.cells.map(String));
    assert.ok(cells.includes('Places ordered'));
  });

  test('adds up what each class of a year came to', async () => {
    const office = kit.actor('school-office', kit.schools[0]);
    const years = await kit.call(getTrend, office, {});
    const expected = world.places.filter(
      (one) =>
        one.school === kit.schools[0] &&
        one.state !== 'declined' &&
        ['published', 'running', 'finished'].includes(one.classState),
    ).length;
    assert.equal(
      years.reduce((sum, one) => sum + one.funnel.admitted, 0),
      expected,
    );
  });
});
