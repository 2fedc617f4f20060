import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '@dualtrack/platform/ids';
import { asSystem } from '@dualtrack/platform/operation';
import fc from 'fast-check';
import { addDays, countDue, measureOf, standingOf } from '../due.ts';
import type { Metric } from '../metric.ts';
import { plainInForce } from '../testing/signed-pair.ts';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { standingCounts } from './obligation-open.ts';
import { recordFact } from './record-fact.ts';
import { recount } from './recount.ts';
import type { AgreementsTables } from './tables.ts';

let pair: TestPair;
before(async () => {
  pair = await testPair();
});
after(() => pair.kit.close());

const metrics = [
  'seats-filled',
  'meetings-held',
  'offers-made',
  'renewal-decision',
] as const satisfies Metric[];
const classes = [newId(), newId()];
const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2026-06-01', days));
const due = fc.record({
  metric: fc.constantFrom(...metrics),
  countsFrom: day,
  days: fc.integer({ min: 0, max: 400 }),
  lateness: fc.integer({ min: 0, max: 60 }),
  target: fc.integer({ min: 1, max: 60 }),
  classIndex: fc.constantFrom(null, 0, 1),
  isVoid: fc.boolean(),
});
const fact = fc.record({
  metric: fc.constantFrom(...metrics),
  record: fc.integer({ min: 0, max: 9 }).map(String),
  version: fc.integer({ min: 1, max: 4 }),
  happenedOn: day,
  amount: fc.integer({ min: 0, max: 9 }),
  whole: fc.integer({ min: 0, max: 12 }),
  classIndex: fc.constantFrom(null, 0, 1),
});
type GivenDue = typeof due extends fc.Arbitrary<infer T> ? T : never;
type GivenFact = typeof fact extends fc.Arbitrary<infer T> ? T : never;
const classAt = (index: number | null) => (index === null ? null : (classes[index] ?? null));

async function writeDues(agreementId: string, dues: readonly GivenDue[], isPaused: boolean): Promise<void> {
  const { kit, school, firm } = pair;
  await asSystem<AgreementsTables, void>(kit.kernel, school, async ({ db, now }) => {
    const key = { tenantId: school, enterpriseId: firm, agreementId };
    for (const [position, one] of dues.entries()) {
      const id = newId();
      const dueOn = addDays(one.countsFrom, one.days);
      const { metric, target, countsFrom } = one;
      await db
        .insertInto('obligation')
        .values({
          ...{ ...key, id, key: String(position), clause: 'O01', metric, owedBy: 'both', target, position },
          ...{ cadence: 'once', dueOn, title: '', titleEn: '', basis: 'agreed', isWaived: false },
          ...{ createdAt: now, changedAt: now },
        })
        .execute();
      const countsTo = addDays(dueOn, one.lateness);
      await db
        .insertInto('obligationDue')
        .values({
          ...{ ...key, obligationId: id, dueKey: 'once', classId: classAt(one.classIndex) },
          ...{ countsFrom, countsTo, dueOn, target, isVoid: one.isVoid, isPaused },
          isShare: measureOf(metric) === 'share',
        })
        .execute();
    }
  });
}

/** What the facts leave behind, told plainly: of each record the newest version, of equal ones the last. */
function kept(facts: readonly GivenFact[]): GivenFact[] {
  const newest = new Map<string, GivenFact>();
  for (const one of facts) {
    const known = newest.get(`${one.metric} ${one.record}`);
    if (known === undefined || known.version <= one.version) newest.set(`${one.metric} ${one.record}`, one);
  }
  return [...newest.values()];
}

test('the database counts and judges like the plain rule, after facts in any order and number of deliveries', async () => {
  const { kit, school, firm } = pair;
  await fc.assert(
    fc.asyncProperty(
      fc.array(due, { minLength: 1, maxLength: 5 }),
      fc.array(fact, { maxLength: 15 }),
      fc.array(fc.nat(), { maxLength: 6 }),
      day,
      fc.boolean(),
      async (dues, facts, again, today, isPaused) => {
        const agreementId = newId();
        const state = isPaused ? 'suspended' : 'in-force';
        await plainInForce(pair, { id: agreementId, validFrom: '2026-01-01', validTo: null, state });
        await writeDues(agreementId, dues, isPaused);
        kit.clock.set(new Date(`${today}T02:00:00Z`));
        // Some are delivered again, after all others.
        const repeated = again.flatMap((index) => facts[index % Math.max(1, facts.length)] ?? []);
        const delivered = [...facts, ...repeated];
        for (const one of delivered) {
          await asSystem(kit.kernel, school, (context) =>
            recordFact(context, [
              {
                ...{ agreementId, enterpriseId: firm, metric: one.metric, happenedOn: one.happenedOn },
                ...{ amount: one.amount, whole: one.whole, classId: classAt(one.classIndex) },
                source: { module: 'test', recordId: one.record, version: one.version },
              },
            ]),
          );
        }
        const plain = kept(delivered);
        await asSystem<AgreementsTables, void>(kit.kernel, school, async (context) => {
          await recount(context, [agreementId]);
          assert.equal(await recount(context, [agreementId]), 0, 'counting again writes nothing');
          const rows = await context.db
            .selectFrom('obligationDue as d')
            .innerJoin('obligation as o', (join) =>
              join.onRef('o.tenantId', '=', 'd.tenantId').onRef('o.id', '=', 'd.obligationId'),
            )
            .selectAll('d')
            .select('o.metric')
            .where('d.agreementId', '=', agreementId)
            .execute();
          assert.equal(rows.length, dues.length);
          const counts = { missed: 0, atRisk: 0 };
          for (const row of rows) {
            const measure = measureOf(row.metric);
            const own = plain
              .filter((one) => one.metric === row.metric)
              .map((one) => ({ ...one, classId: classAt(one.classIndex) }));
            const expected = countDue(row, measure, own, today);
            const { achieved, onTime, whole, onTimeWhole, isMet } = row;
            assert.deepEqual({ achieved, onTime, whole, onTimeWhole, isMet }, expected);
            const standing = standingOf({ ...row, measure, isPaused }, today);
            if (standing === 'missed') counts.missed += 1;
            if (standing === 'at-risk') counts.atRisk += 1;
          }
          const found = (await standingCounts(context, [agreementId])).get(agreementId);
          assert.deepEqual([found?.missed ?? 0, found?.atRisk ?? 0], [counts.missed, counts.atRisk]);
          // The list of all open duties is counted from this row.
          const tally = await context.db
            .selectFrom('obligationTally')
            .select('open')
            .where('agreementId', '=', agreementId)
            .executeTakeFirst();
          assert.equal(tally?.open, rows.filter((row) => !row.isMet && !row.isVoid).length);
        });
      },
    ),
    { numRuns: 25 },
  );
});
