import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Cycle, cycleSchema } from '@dualtrack/app-server/example-cycle';
import { createIssueList, readSheetRows } from '@dualtrack/platform/sheets';
import { checkTables, nothingKnown, readTables } from '../modules/organisations/import/index.ts';
import { exampleFiles, makeExample } from './make/example.ts';

const folder = fileURLToPath(new URL('./yizhou-dingyuan', import.meta.url));
const example = makeExample();
const { bundle } = example;

test('the committed tables are read without an issue and hold what the script makes', async () => {
  const names = (await readdir(folder)).filter((name) => /\.(xlsx|csv)$/.test(name)).sort();
  const issues = createIssueList();
  const inputs = await readTables(
    names.map((name) => ({ name, source: join(folder, name) })),
    readSheetRows,
    issues,
  );
  const checked = checkTables(inputs, nothingKnown, issues);
  assert.deepEqual(issues.list(), []);
  assert.deepEqual(checked.bundle, bundle);
});

test('running the script again gives the committed files', async () => {
  const made = await exampleFiles(example);
  const tables = await readdir(folder);
  const cycles = (await readdir(join(folder, 'history'))).map((name) => `history/${name}`);
  // Headcounts as they were are typed, as a person would; nothing else says what they should be.
  const typed = 'history/headcount.json';
  const committed = [...tables, ...cycles].filter(
    (name) => name.includes('.') && !name.endsWith('.md') && name !== typed,
  );
  assert.deepEqual([...made.keys()].sort(), committed.sort());
  for (const [name, bytes] of made) {
    // Packed bytes differ between builds of zlib; what the .xlsx files hold is compared above.
    if (name.endsWith('.xlsx')) continue;
    assert.ok(Buffer.from(bytes).equals(await readFile(join(folder, name))), name);
  }
});

test('the example has the size and the shape that its README promises', () => {
  const count = Object.fromEntries(Object.entries(bundle).map(([key, rows]) => [key, rows.length]));
  assert.deepEqual(
    { ...count, projects: new Set(bundle.projects.map((row) => row.projectId)).size },
    {
      organisations: 3,
      programmes: 4,
      teachers: 12,
      cohorts: 16,
      students: 400,
      sites: 3,
      posts: 14,
      capacity: 36,
      staffing: 34,
      headcount: 12,
      projects: 2,
      workstations: 30,
      mentors: 18,
      calendar: 240,
    },
  );
  assert.ok(bundle.organisations.every((row) => row.illustrative));
  assert.ok(
    bundle.organisations.every(
      (row) => row.creditCode.slice(2, 16) === `650599EXAMPLE${row.creditCode.charAt(15)}`,
    ),
  );
  for (const cohort of bundle.cohorts) {
    assert.equal(bundle.students.filter((row) => row.cohortId === cohort.cohortId).length, cohort.size);
  }
  assert.equal(new Set(bundle.students.map((row) => row.name)).size, 400);
});

test('every minor has a guardian, and some of them applied this year', () => {
  const minors = bundle.students.filter((row) => row.birthDate > '2008-11-22');
  assert.ok(minors.length >= 5 && minors.length <= 40, String(minors.length));
  assert.ok(minors.every((row) => row.guardianName !== null && row.guardianPhone !== null));
  const applied = new Set(example.cycles[2026].applications.map((one) => one.studentNumber));
  assert.equal(minors.filter((row) => applied.has(row.studentNumber)).length, 3);
});

for (const cycle of [example.cycles[2025], example.cycles[2026]]) {
  test(`cycle ${cycle.year}: well formed, and everything in it exists in the tables`, () => {
    assert.deepEqual(cycleSchema.parse(JSON.parse(JSON.stringify(cycle))), cycle);
    const posts = new Set(bundle.posts.map((row) => row.postId));
    const students = new Set(bundle.students.map((row) => row.studentNumber));
    const mentors = new Set(bundle.mentors.map((row) => row.staffNumber));
    const stations = new Set(bundle.workstations.map((row) => row.stationId));
    assert.ok(cycle.order.lines.every((line) => posts.has(line.postId)));
    assert.equal(
      cycle.order.lines.reduce((sum, line) => sum + line.seats, 0),
      cycle.orderClass.seats,
    );
    assert.ok(cycle.base.mentors.every((one) => mentors.has(one.staffNumber)));
    assert.ok(cycle.base.stations.every((one) => stations.has(one.stationId)));
    assert.ok(cycle.applications.every((one) => students.has(one.studentNumber)));
    assert.equal(new Set(cycle.applications.map((one) => one.studentNumber)).size, cycle.applications.length);
  });
}

test('2026: forty-five applicants for thirty-six seats, nothing decided yet', () => {
  const { applications, orderClass, placements, rotation } = example.cycles[2026];
  assert.deepEqual([applications.length, orderClass.seats, placements.length, rotation], [45, 36, 0, null]);
});

test('2025: no student and post would rather have each other', () => {
  const { applications, placements, orderClass } = example.cycles[2025];
  assert.equal(placements.length, 30);
  const placed = new Map(placements.map((one) => [one.studentNumber, one]));
  const scoreAt = (studentNumber: string, postId: string) =>
    applications
      .find((one) => one.studentNumber === studentNumber)
      ?.choices.find((one) => one.postId === postId)?.score ?? -1;
  for (const { postId, seats } of orderClass.posts) {
    const inPost = placements.filter((one) => one.postId === postId);
    assert.ok(inPost.length <= seats);
    const worst =
      inPost.length < seats ? -1 : Math.min(...inPost.map((one) => scoreAt(one.studentNumber, postId)));
    for (const { studentNumber, choices } of applications) {
      const rank = choices.findIndex((one) => one.postId === postId) + 1;
      const has = placed.get(studentNumber)?.choice ?? Number.POSITIVE_INFINITY;
      if (rank > 0 && rank < has)
        assert.ok(scoreAt(studentNumber, postId) < worst, `${studentNumber} ${postId}`);
    }
  }
});

test('2025: nobody is in two places, no station and no mentor has too many', () => {
  const { rotation, base, placements, assessments } = example.cycles[2025];
  assert.ok(rotation !== null);
  assert.equal(rotation.weeks.length, 18);
  const students = new Map<string, number>();
  const stations = new Map<string, number>();
  const mentors = new Map<string, number>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const block of rotation.blocks) {
    for (let week = block.start; week < block.start + block.weeks; week += 1) {
      assert.ok(week < rotation.weeks.length);
      add(students, `${week} ${block.studentNumber}`);
      add(stations, `${week} ${block.stationId}`);
      add(mentors, `${week} ${block.mentor}`);
    }
  }
  assert.equal(students.size, placements.length * rotation.weeks.length);
  assert.ok([...students.values()].every((count) => count === 1));
  const placesOf = (id: string | undefined) => base.stations.find((one) => one.stationId === id)?.places ?? 0;
  for (const [key, count] of stations) assert.ok(count <= placesOf(key.split(' ')[1]), key);
  const limitOf = (id: string | undefined) =>
    bundle.mentors.find((one) => one.staffNumber === id)?.maxLearners ?? 0;
  for (const [key, count] of mentors) assert.ok(count <= limitOf(key.split(' ')[1]), key);
  assert.equal(assessments.length, placements.length * base.units.length);
});

test('2025: the outcomes tell one story', () => {
  const { outcomes, placements } = example.cycles[2025];
  const count = (when: (one: Cycle['outcomes'][number]) => boolean) => outcomes.filter(when).length;
  assert.deepEqual(
    [
      outcomes.length,
      count((one) => one.trained),
      count((one) => one.offeredOn !== null),
      count((one) => one.joinedOn !== null),
      count((one) => one.joinedOn !== null && one.leftOn === null),
    ],
    [30, 28, 27, 25, 24],
  );
  assert.deepEqual(
    outcomes.map((one) => one.studentNumber),
    placements.map((one) => one.studentNumber),
  );
});

test('the plan has something to say: from 2026-Q3 the lines need more people than there are', () => {
  const need = (occupation: string, quarter: string) =>
    bundle.staffing
      .filter((one) => one.occupationId === occupation)
      .reduce(
        (sum, one) =>
          sum +
          one.perUnit *
            (bundle.capacity.find((line) => line.lineId === one.lineId && line.quarter === quarter)?.units ??
              0),
        0,
      );
  const have = (occupation: string) =>
    bundle.headcount.find((one) => one.occupationId === occupation)?.headcount ?? 0;
  assert.ok(need('dcs-operator', '2026-Q2') <= have('dcs-operator'));
  assert.equal(need('dcs-operator', '2026-Q3') - need('dcs-operator', '2026-Q2'), 40);
  assert.equal(need('dcs-operator', '2026-Q3') - have('dcs-operator'), 36);
  const onDuty = bundle.posts
    .filter((post) => post.occupationId === 'dcs-operator')
    .reduce((sum, post) => sum + post.onDuty, 0);
  assert.equal(onDuty, have('dcs-operator'));
});
