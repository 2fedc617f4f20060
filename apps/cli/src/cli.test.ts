import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lawfulPlacement } from '@dualtrack/cn-2021-internship/cases';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let folder: string;

type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs the real command line as a process of its own. */
function dualtrack(...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...words], {
    env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '' },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dualtrack-cli-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const problem = {
  format: 'dualtrack/matching-problem@1',
  caps: [{ id: 'e1', capacity: 1 }],
  seats: [
    { id: 'p1', capacity: 1, within: 'e1' },
    { id: 'p2', capacity: 1, within: 'e1' },
  ],
  applicants: [
    { id: 'a1', choices: [{ seat: 'p1', score: 80 }] },
    { id: 'a2', choices: [{ seat: 'p2', score: 90 }] },
  ],
  lottery: 'seed',
};

describe('match', () => {
  test('answers on standard output, the same from lines as from one object', async () => {
    const whole = await dualtrack('match', await file('m.json', problem));
    const { applicants, ...head } = problem;
    const lines = [head, ...applicants].map((line) => JSON.stringify(line)).join('\n');
    const streamed = await dualtrack('match', await file('m.ndjson', lines));
    assert.equal(whole.code, 0, whole.stderr);
    assert.equal(streamed.code, 0, streamed.stderr);
    const { seconds: _, ...first } = JSON.parse(whole.stdout);
    const { seconds: __, ...second } = JSON.parse(streamed.stdout);
    assert.deepEqual(first, second);
    assert.deepEqual(first.assignments, [{ applicant: 'a2', seat: 'p2', choice: 1 }]);
  });

  test('says everything that is wrong, with file and pointer, and writes nothing', async () => {
    const bad = {
      ...problem,
      seats: [{ id: 'p1', capacity: -1 }],
      applicants: [{ id: 'a1', choices: [{ seat: 'x', score: 1 }] }],
    };
    const out = join(folder, 'never.json');
    const ended = await dualtrack('match', await file('bad.json', bad), '--out', out);
    assert.equal(ended.code, 2);
    assert.match(ended.stderr, /bad\.json:\/seats\/0\/capacity/);
    assert.match(ended.stderr, /bad\.json:\/applicants\/0\/choices\/0\/seat/);
    assert.ok(!(await readdir(folder)).some((name) => name.startsWith('never')));
  });

  test('names every kind of bad input with its place, and writes nothing', async () => {
    const out = join(folder, 'never-either.json');
    const bad = {
      ...problem,
      caps: [
        { id: 'e1', capacity: 1, within: 'e2' },
        { id: 'e2', capacity: 1, within: 'e1' },
      ],
      applicants: [
        { id: 'a1', choices: [{ seat: 'p9', score: 80 }] },
        { id: 'a1', choices: [{ seat: 'p1', score: 'NaN' }] },
      ],
    };
    const ended = await dualtrack('match', await file('many.json', bad), '--out', out);
    assert.equal(ended.code, 2);
    for (const place of [
      '/caps/0/within',
      '/applicants/0/choices/0/seat',
      '/applicants/1/id',
      '/applicants/1/choices/0/score',
    ])
      assert.ok(ended.stderr.includes(`many.json:${place}`), `${place} not in ${ended.stderr}`);
    const conditions = { groups: [{ id: 'g', members: ['a1', 'x'] }], minimums: [{ place: 'p1', heads: 2 }] };
    const asked = ['--conditions', await file('conditions.json', conditions), '--out', out];
    const infeasible = await dualtrack('match', await file('m.json', problem), ...asked);
    assert.equal(infeasible.code, 2);
    assert.match(infeasible.stderr, /conditions\.json:\/groups\/0\/members\/1.*x/);
    assert.match(infeasible.stderr, /conditions\.json:\/minimums\/0\/heads.*2.*p1.*1/);
    assert.ok(!(await readdir(folder)).some((name) => name.startsWith('never')));
  });

  test('keeps least numbers, and fills more seats at a price that it states', async () => {
    const market = {
      format: problem.format,
      seats: [
        { id: 'p', capacity: 1 },
        { id: 'q', capacity: 1 },
      ],
      applicants: [
        {
          id: 'a1',
          choices: [
            { seat: 'p', score: 90 },
            { seat: 'q', score: 90 },
          ],
        },
        { id: 'a2', choices: [{ seat: 'p', score: 10 }] },
      ],
      lottery: 's',
    };
    const path = await file('market.json', market);
    const conditions = await file('least.json', { minimums: [{ place: 'q', heads: 1 }] });
    const stable = JSON.parse((await dualtrack('match', path, '--conditions', conditions)).stdout);
    assert.deepEqual([stable.matched, stable.blockingPairs], [1, 0]);
    assert.deepEqual(stable.conditions.closed, [{ place: 'q', minimum: 1, heads: 0 }]);
    const filled = JSON.parse((await dualtrack('match', path, '--conditions', conditions, '--fill')).stdout);
    assert.deepEqual([filled.matched, filled.blockingPairs], [2, 1]);
    assert.deepEqual(filled.conditions.filled, { added: 1, worse: 1, isProven: true });
    assert.equal((await dualtrack('match', path, '--fill')).code, 2);
  });

  test('explains one applicant', async () => {
    const ended = await dualtrack('match', await file('m.json', problem), '--explain', 'a1');
    assert.equal(JSON.parse(ended.stdout).got, null);
    assert.equal((await dualtrack('match', await file('m.json', problem), '--explain', 'nobody')).code, 2);
  });
});

test('rotate: an answer, "no" for what cannot be, and pins', async () => {
  const base = {
    format: 'dualtrack/rotation-problem@1',
    periods: 4,
    units: [{ id: 'u', length: 2, group: 'g' }],
    sites: [{ id: 's' }],
    places: [{ site: 's', unit: 'u', min: [0, 0, 0, 0], max: [1, 1, 1, 1] }],
    learners: ['a', 'b'].map((id) => ({
      id,
      take: { g: 1 },
      units: { u: 1 },
      weights: { unit: 1, site: 0, siteChange: 0, wait: 0 },
    })),
  };
  const out = join(folder, 'plan.json');
  const solved = await dualtrack('rotate', await file('r.json', base), '--seconds', '10', '--out', out);
  assert.equal(solved.code, 0, solved.stderr);
  assert.equal(JSON.parse(await readFile(out, 'utf8')).status, 'optimal');
  const pinned = await dualtrack('rotate', await file('r.json', base), '--pin', out, '--seconds', '10');
  assert.deepEqual(JSON.parse(pinned.stdout).learners, JSON.parse(await readFile(out, 'utf8')).learners);
  const tooMany = { ...base, learners: ['a', 'b', 'c'].map((id) => ({ ...base.learners[0], id })) };
  const refused = await dualtrack('rotate', await file('no.json', tooMany), '--seconds', '10');
  assert.equal(refused.code, 1);
  assert.equal(JSON.parse(refused.stdout).status, 'infeasible');
});

test('check: lawful facts are 0 breaches, one broken fact ends with 1', async () => {
  const facts = { format: 'dualtrack/facts@1', on: '2026-08-31', facts: lawfulPlacement };
  const lawful = await dualtrack('check', await file('f.json', facts), '--pack', 'cn-2021-internship@1.0.0');
  assert.equal(lawful.code, 0, lawful.stderr);
  const breached = { ...facts, facts: { ...lawfulPlacement, 'student.birthDate': '2015-01-01' } };
  const ended = await dualtrack('check', await file('g.json', breached), '--pack', 'cn-2021-internship');
  assert.equal(ended.code, 1);
  const outcomes = JSON.parse(ended.stdout).verdicts.filter(
    (one: { outcome: string }) => one.outcome === 'breached',
  );
  assert.ok(outcomes.some((one: { rule: string }) => one.rule === 'CN-INT-023'));
  assert.equal((await dualtrack('check', await file('f.json', facts), '--pack', 'no-such')).code, 2);
});

test('sample and verify: signed and unchanged is not failed; a changed byte is', async () => {
  const path = join(folder, 'agreement.pdf');
  assert.equal((await dualtrack('sample', 'agreement', '--out', path)).code, 0);
  const fresh = await dualtrack('verify', path);
  assert.equal(fresh.code, 0, fresh.stderr);
  const verification = JSON.parse(fresh.stdout);
  assert.equal(verification.signatures.length, 3, 'two parties and a witness');
  assert.equal(verification.outcome, 'indeterminate', 'nobody vouches for keys that are thrown away');
  const bytes = await readFile(path);
  const middle = Math.floor(bytes.length / 3);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(join(folder, 'changed.pdf'), bytes);
  assert.equal((await dualtrack('verify', join(folder, 'changed.pdf'))).code, 1);
  assert.equal((await dualtrack('verify', await file('text.pdf', 'no pdf'))).code === 0, false);
});

test('forecast answers repeatably for a seed', async () => {
  const plan = {
    format: 'dualtrack/forecast-plan@1',
    start: '2026-Q1',
    quarters: 2,
    occupations: [{ id: 'o', headcount: 10, attrition: 0.1, retirements: [0, 1] }],
  };
  const path = await file('p.json', plan);
  const [first, second] = await Promise.all([
    dualtrack('forecast', path, '--seed', 's'),
    dualtrack('forecast', path, '--seed', 's'),
  ]);
  assert.equal(first.code, 0, first.stderr);
  assert.equal(first.stdout, second.stdout);
});

test('forecast names negative units, a chance over 1 and quarters that do not fit, and writes nothing', async () => {
  const plan = {
    format: 'dualtrack/forecast-plan@1',
    start: '2026-Q5',
    quarters: 2,
    occupations: [{ id: 'o', headcount: 10, attrition: 0.1, retirements: [0, 1] }],
    lines: [{ id: 'l', units: [-1, 0], staffing: [{ occupation: 'o', perUnit: 1 }] }],
    projects: [{ id: 'p', probability: 1.2, headcount: [{ occupation: 'o', byQuarter: [0] }] }],
  };
  const out = join(folder, 'no-forecast.json');
  const ended = await dualtrack('forecast', await file('bad-plan.json', plan), '--out', out);
  assert.equal(ended.code, 2);
  for (const place of [
    '/start',
    '/lines/0/units/0',
    '/projects/0/probability',
    '/projects/0/headcount/0/byQuarter',
  ])
    assert.ok(ended.stderr.includes(`bad-plan.json:${place}`), `${place} not in ${ended.stderr}`);
  assert.ok(!(await readdir(folder)).includes('no-forecast.json'));
});

test('wrong use and unreadable files end with 2 and say so in both languages', async () => {
  const unknown = await dualtrack('no-such-command');
  assert.equal(unknown.code, 2);
  assert.match(unknown.stderr, /Usage/);
  const chinese = await dualtrack('forecast', join(folder, 'absent.json'), '--lang', 'zh');
  assert.equal(chinese.code, 2);
  assert.match(chinese.stderr, /无法读取/);
  assert.equal((await dualtrack('forecast', await file('half.json', '{"format":'))).code, 2);
  assert.equal((await dualtrack('--help')).code, 0);
});

test('openapi describes the operations without a server', async () => {
  const ended = await dualtrack('openapi');
  assert.equal(ended.code, 0, ended.stderr);
  const document = JSON.parse(ended.stdout);
  assert.equal(document.openapi, '3.1.1');
  assert.ok(document.paths['/session']);
});
