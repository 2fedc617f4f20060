import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import {
  conditionsOf,
  evaluate,
  type FiledCase,
  factsJsonSchema,
  type Pack,
  type PackCases,
  readFacts,
} from '@dualtrack/rules';
import fc from 'fast-check';
import { packs } from './packs.ts';

const run = promisify(execFile);
let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dualtrack-packs-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const outcomes = (pack: Pack, filed: FiledCase, on: string): Map<string, string> => {
  const read = readFacts(pack, filed);
  assert.ok(read.ok, JSON.stringify(read));
  return new Map(evaluate(pack, read.value, { on }).verdicts.map((one) => [one.rule, one.outcome]));
};
const broken = (pack: Pack, filed: FiledCase, on: string) =>
  [...outcomes(pack, filed, on)].flatMap(([rule, outcome]) => (outcome === 'breached' ? [rule] : [])).sort();

/** Every lawful set of facts with one change that breaks it, and the rules that it must break: these and no others. */
function mutations({ lawful, cases }: PackCases) {
  return cases.flatMap(({ rule, base, breached }) =>
    breached.map(({ set, also = [] }) => ({
      facts: { ...lawful, ...base, ...set },
      rules: [rule, ...also].sort(),
    })),
  );
}

test('the published forms of facts are those of the packs; scripts/write-formats.ts writes them anew', async () => {
  for (const { pack } of packs.filter((one) => !one.pack.id.startsWith('cn-'))) {
    const file = new URL(`../../../docs/formats/facts.${pack.id}.schema.json`, import.meta.url);
    assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), factsJsonSchema([pack]), pack.id);
  }
});

test('no rule has the id of another, in any pack', () => {
  const ids = packs.flatMap(({ pack }) => pack.rules.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
});

for (const { pack, cases: load } of packs) {
  test(`${pack.id}: each single change breaks exactly its rules`, async () => {
    const cases = await load();
    assert.deepEqual(broken(pack, cases.lawful, cases.on), []);
    const all = mutations(cases);
    assert.deepEqual(
      [...new Set(all.flatMap(({ rules }) => rules))].sort(),
      pack.rules.map(({ id }) => id).sort(),
    );
    for (const { facts, rules } of all) assert.deepEqual(broken(pack, facts, cases.on), rules);
  });

  test(`${pack.id}: a fact that a rule does not read never changes its verdict`, async () => {
    const cases = await load();
    const all = mutations(cases);
    const names = Object.keys(cases.lawful);
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.constantFrom(...pack.rules),
        fc.subarray(names),
        ({ facts }, rule, dropped) => {
          const reads = new Set(conditionsOf(rule).flatMap((one) => one.reads));
          const filed: Record<string, unknown> = { ...facts, 'some.other.fact': 1 };
          for (const name of dropped) if (!reads.has(name)) delete filed[name];
          const [whole, part] = [outcomes(pack, facts, cases.on), outcomes(pack, filed, cases.on)];
          assert.equal(part.get(rule.id), whole.get(rule.id), rule.id);
        },
      ),
      { numRuns: 60 },
    );
  });

  test(`${pack.id}: without a fact that it needs, a rule is unknown, never met`, async () => {
    const { cases, lawful, on } = await load();
    let tried = 0;
    for (const { id, when, checks } of pack.rules) {
      const facts = { ...lawful, ...cases.find((one) => one.rule === id)?.base };
      for (const name of new Set([...when, ...checks].flatMap(({ needs }) => needs))) {
        if (pack.facts[name]?.fallback !== undefined) continue;
        const { [name]: _, ...rest } = facts;
        assert.equal(outcomes(pack, rest, on).get(id), 'unknown', `${id} without ${name}`);
        tried += 1;
      }
    }
    assert.ok(tried >= pack.rules.length);
  });

  test(`${pack.id}: the command says the same`, async () => {
    const cases = await load();
    const all = mutations(cases);
    const sample = [0, 1, 2].map((third) => all[Math.floor((third * (all.length - 1)) / 2)]);
    for (const [index, one] of sample.entries()) {
      const file = join(folder, `${pack.id}-${index}.json`);
      await writeFile(file, JSON.stringify({ format: 'dualtrack/facts@1', on: cases.on, facts: one?.facts }));
      const main = join(import.meta.dirname, 'main.ts');
      const ended = await run(process.execPath, [main, 'check', file, '--pack', pack.id]).catch(
        (error: { code?: number; stdout?: string }) => error,
      );
      assert.equal('code' in ended ? ended.code : 0, 1);
      const { verdicts } = JSON.parse(ended.stdout ?? '');
      const said = verdicts.filter((verdict: { outcome: string }) => verdict.outcome === 'breached');
      assert.deepEqual(said.map((verdict: { rule: string }) => verdict.rule).sort(), one?.rules);
    }
  });
}
