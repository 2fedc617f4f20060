import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lawNamed } from './article.ts';
import { laws } from './laws.ts';

test('a bare number names no law, everything else does', () => {
  assert.equal(lawNamed('13'), null);
  assert.equal(lawNamed(null), null);
  assert.deepEqual(lawNamed('职业教育法 30'), { law: '职业教育法', place: '30' });
  assert.deepEqual(lawNamed('BBiG §11(1)'), { law: 'BBiG', place: '§11(1)' });
  assert.deepEqual(lawNamed("Code de l'éducation L124-5, D124-6"), {
    law: "Code de l'éducation",
    place: 'L124-5, D124-6',
  });
  assert.equal(lawNamed('未成年工特殊保护规定(劳部发〔1994〕498号) 3')?.place, '3');
  assert.deepEqual(lawNamed('女职工劳动保护特别规定 附录'), { law: '女职工劳动保护特别规定', place: '附录' });
});

test('each rule of each pack stands under a law or in a chapter', () => {
  for (const { joined } of laws) {
    for (const { id, article } of joined.rules) {
      assert.ok(article.chapter > 0 || lawNamed(article.number) !== null, id);
    }
  }
});

test('each law that an article names has a name in both languages', () => {
  for (const { joined } of laws) {
    for (const { id, article } of joined.rules) {
      const named = lawNamed(article.number);
      if (named === null) continue;
      const isChinese = /\p{Script=Han}/u.test(named.law);
      assert.ok(joined.articles.en?.laws?.[named.law], `${id} in English`);
      assert.ok(isChinese || joined.articles['zh-CN']?.laws?.[named.law], `${id} in Chinese`);
      assert.doesNotMatch(joined.articles.en.laws[named.law] ?? '', /\p{Script=Han}/u);
    }
  }
});
