import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { conditionsOf } from '@dualtrack/rules';
import { pack } from './pack.ts';

const ids = pack.rules.map(({ id }) => id);
const checks = pack.rules.flatMap(({ when, checks: all }) => [...when, ...all].map(({ code }) => code));
const exceptions = pack.rules.flatMap((rule) => rule.exceptions.map(({ id }) => id));
const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted();

test('the sixty rules of the source are all there, in its order', () => {
  const expected = Array.from({ length: 60 }, (_, index) => `CN-INT-${String(index + 1).padStart(3, '0')}`);
  assert.deepEqual(ids, expected);
});

for (const [locale, articles] of Object.entries(pack.articles)) {
  test(`${locale}: a sentence for every rule, check, exception, fact and waiver, and none too many`, () => {
    assert.deepEqual(sorted(Object.keys(articles.rules)), sorted(ids));
    assert.deepEqual(
      sorted(Object.keys(articles.reasons)),
      sorted([...checks, 'rule.not-due', 'rule.not-in-force']),
    );
    assert.deepEqual(sorted(Object.keys(articles.exceptions)), sorted(exceptions));
    assert.deepEqual(sorted(Object.keys(articles.facts)), sorted(Object.keys(pack.facts)));
    for (const { waivableBy, article } of pack.rules) {
      assert.ok(Object.hasOwn(articles.waivableBy, waivableBy), waivableBy);
      assert.ok(Object.hasOwn(articles.confidence, article.confidence), article.confidence);
    }
  });

  test(`${locale}: written in its language, no sentence empty or left in the other`, () => {
    const texts = [
      ...Object.values(articles.rules).flatMap(({ title, says, remedy }) => [title, says, remedy]),
      ...Object.values(articles.reasons),
      ...Object.values(articles.facts),
    ];
    for (const text of texts) {
      assert.ok(text.length >= 2);
      assert.equal(/\p{Script=Han}/u.test(text), locale === 'zh-CN', text);
    }
  });
}

test('every fact is looked at by a rule', () => {
  const read = new Set(pack.rules.flatMap((rule) => conditionsOf(rule).flatMap(({ reads }) => reads)));
  assert.deepEqual(
    Object.keys(pack.facts).filter((name) => !read.has(name)),
    [],
  );
});

test('a reader is told of each rule how far it was checked', () => {
  for (const { id, article, provenance } of pack.rules) {
    assert.ok(provenance.evidence.length > 0 && provenance.sources.length > 0, id);
    if (article.confidence === 'seen') assert.ok(provenance.verified && article.number !== null, id);
    if (article.number === null)
      assert.ok(['chapter-only', 'other-law', 'press'].includes(article.confidence), id);
  }
  assert.equal(pack.rules.filter(({ article }) => article.confidence === 'seen').length, 13);
});

test('printed, each rule stands under its title and with what its article says, in both languages', () => {
  const folder = new URL('rules/', import.meta.url);
  const printed = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const titles = (id: string) =>
    Object.values(pack.articles).map(({ rules }) => new Map(Object.entries(rules)).get(id)?.title);
  for (const id of ids) {
    const [en, zh] = titles(id);
    assert.ok(
      printed.some((text) => text.includes(`// ${zh} · ${en}\n  regulation({\n    id: '${id}'`)),
      id,
    );
  }
  for (const { id, says } of pack.rules) {
    assert.match(says['zh-CN'] ?? '', /\p{Script=Han}/u, id);
    assert.doesNotMatch(says.en ?? '中', /\p{Script=Han}/u, id);
    assert.ok(
      printed.some((text) => text.includes(says['zh-CN'] ?? id)),
      id,
    );
  }
});

test('what was read is said in Chinese for every rule, and no less carefully than in the rule', () => {
  const { evidence = {} } = pack.articles['zh-CN'];
  assert.deepEqual(sorted(Object.keys(evidence)), sorted(ids));
  for (const { id, provenance } of pack.rules) {
    const said: Readonly<Record<string, string>> = evidence;
    assert.ok(/\p{Script=Han}/u.test(said[id] ?? ''), id);
    // What is recalled, or was not seen, is said to be so in both.
    const isUnsure = /recalled|not seen|not read|text not/.test(provenance.evidence);
    assert.equal(/凭记忆|未读/.test(said[id] ?? ''), isUnsure, id);
  }
});
