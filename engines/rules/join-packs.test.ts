import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinPacks } from './join-packs.ts';
import type { Pack } from './rule.ts';
import { kitePack, kiteRule } from './small-pack.ts';

const words = (title: string, said: string): Pack['articles'] => ({
  en: {
    ...{ title, caution: '', facts: {}, exceptions: {}, waivableBy: {} },
    rules: {},
    reasons: { 'kite.too-high': said, [`only.${title}`]: title },
    confidence: {
      ...{ seen: '', inferred: '', recalled: '', 'recalled-low': '', 'chapter-only': '', 'other-law': '' },
      press: '',
    },
  },
});

test('rules stand in the order of the packs, and the first pack has the word', () => {
  const nation = {
    ...kitePack(kiteRule({ id: 'K-1' }), kiteRule({ id: 'K-2' })),
    articles: words('a', 'one'),
  };
  const city = { ...kitePack(kiteRule({ id: 'C-1' })), id: 'city', articles: words('b', 'two') };
  const joined = joinPacks([nation, city]);
  assert.deepEqual(
    joined.rules.map(({ id }) => id),
    ['K-1', 'K-2', 'C-1'],
  );
  assert.equal(joined.id, 'kites+city');
  assert.equal(joined.articles.en?.title, 'a');
  assert.deepEqual(joined.articles.en?.reasons, { 'kite.too-high': 'one', 'only.a': 'a', 'only.b': 'b' });
});

test('the same rule twice is a mistake of the packs', () => {
  assert.throws(() => joinPacks([kitePack(kiteRule()), kitePack(kiteRule())]), RangeError);
});
