import { readFile } from 'node:fs/promises';
import type { Change } from '@dualtrack/forecast';
import { contract as organisations } from '@dualtrack/organisations/contract';
import { contract as workforce } from '@dualtrack/workforce/contract';
import { z } from 'zod';
import type { Stage } from './stage.ts';

const hr = 'hr@dingyuan.example';
const office = 'office@yizhou.example';
const file = new URL('../../../../examples/yizhou-dingyuan/history/headcount.json', import.meta.url);

const count = z.int().min(0);
const headcounts = z.strictObject({
  format: z.literal('dualtrack/example-headcount@1'),
  illustrative: z.literal(true),
  records: z.array(
    z.strictObject({
      occupation: z.string(),
      quarter: z.string(),
      headcount: count,
      needed: count,
      leavers: count,
      joiners: count,
    }),
  ),
});

/** Headcounts as they were, and forecasts from a year ago that they judge. */
export async function playPast(stage: Stage): Promise<void> {
  const { records } = headcounts.parse(JSON.parse(await readFile(file, 'utf8')));
  await stage.act(workforce.history.put, hr, '2026-10-12', { records });
  for (const asOf of ['2025-Q3', '2025-Q4'])
    await stage.act(workforce.backTests.make, hr, '2026-10-12', { asOf });
  await playAges(stage);
}

/** How old the people in the control room are; retirements stay as the list has them. */
async function playAges(stage: Stage): Promise<void> {
  const day = '2026-10-12';
  const { occupation, headcount, attrition, retirementAge } = await stage.act(
    organisations.stock.get,
    hr,
    day,
    {
      occupation: 'dcs-operator',
    },
  );
  const [young, middle, older] = [0.31, 0.35, 0.23].map((share) => Math.round(headcount * share));
  const counted = [young ?? 0, middle ?? 0, older ?? 0];
  const people = [...counted, headcount - counted.reduce((sum, count) => sum + count, 0)];
  const bands = people.map((count, at) => ({ from: 20 + 10 * at, to: 29 + 10 * at, headcount: count }));
  const values = { occupation, headcount, attrition, retirementAge, bands };
  await stage.act(organisations.stock.put, hr, day, values);
}

/** Scenarios of the newest forecast. */
export async function playScenarios(stage: Stage, forecastId: string): Promise<void> {
  const on = '2026-11-20';
  const scenario = (name: string, changes: Change[]) =>
    stage.act(workforce.scenarios.make, hr, on, { forecastId, name, changes });
  await scenario('二期晚一年', [{ kind: 'delay-project', project: 'J1', quarters: 4 }]);
  await scenario('流失减半', [{ kind: 'scale-attrition', factor: 0.5 }]);
}

/** Demand on the board: one waits for the school, one has its answer. */
export async function playBoard(
  stage: Stage,
  homes: { school: string },
  settle: () => Promise<void>,
): Promise<void> {
  const { posts } = await stage.act(workforce.posts, hr, '2026-11-16', {});
  await stage.act(workforce.intake.put, office, '2026-11-02', {
    monthlyLimit: 4,
    answerDays: 14,
    opinionsRequired: false,
  });
  const { candidates } = await stage.act(workforce.president.get, office, '2026-11-02', {});
  const president = candidates.find(({ title }) => title === '校长');
  if (president !== undefined)
    await stage.act(workforce.president.name, office, '2026-11-02', { personId: president.personId });
  const wanted = [
    { occupation: 'surface-operator', people: 12, fromQuarter: '2028-Q1', on: '2026-11-12' },
    { occupation: 'mechanic', people: 10, fromQuarter: '2027-Q3', on: '2026-11-18' },
  ];
  const ids: string[] = [];
  for (const { occupation, people, fromQuarter, on } of wanted) {
    const post = posts.find((one) => one.occupation === occupation) ?? posts[0];
    if (post === undefined) return;
    const made = await stage.act(workforce.board.publish, hr, on, {
      postId: post.id,
      ...{ people, fromQuarter, note: '' },
      payMin: post.monthlyPay,
      payMax: Math.round((post.monthlyPay * 1.2) / 10_000) * 10_000,
      schoolIds: [homes.school],
    });
    ids.push(...made.ids);
    await settle();
  }
  const supply = await stage.act(workforce.supply, office, '2026-11-19', {});
  const [first] = ids;
  const programme =
    supply.programmes.find((one) => one.answerable.some(({ id }) => id === first)) ?? supply.programmes[0];
  if (first === undefined || programme === undefined) return;
  await stage.act(workforce.board.answer, office, '2026-11-19', {
    noticeId: first,
    reply: { decision: 'offer', seats: 12, majorCode: programme.majorCode, answer: '可从二年级学生中组班。' },
  });
  await settle();
}
