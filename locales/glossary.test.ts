import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../', import.meta.url);
const rows = readFileSync(new URL('GLOSSARY.md', root), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );

/** Values that occur more than once. */
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

test('every row of the glossary has a term, its Chinese, a meaning and a place', () => {
  assert.ok(rows.length >= 50, `${rows.length} rows read`);
  assert.deepEqual(
    rows.filter((cells) => cells.length !== 4 || cells.some((cell) => cell === '')),
    [],
  );
  const withoutChinese = rows.filter(([, chinese]) => !/\p{Script=Han}/u.test(chinese ?? ''));
  assert.deepEqual(withoutChinese, []);
});

test('no English term and no meaning stands twice', () => {
  for (const column of [0, 2]) {
    const values = rows.map((cells) => (cells[column] ?? '').toLowerCase());
    assert.deepEqual(repeated(values), []);
  }
});

test('terms are sorted, so that one is found by looking', () => {
  const terms = rows.map(([term]) => term ?? '');
  assert.deepEqual(terms, terms.toSorted());
});

test('every place exists in the repository', () => {
  const missing = rows.filter(([, , , place]) => {
    const path = /^`([^`]+)`$/.exec(place ?? '')?.[1];
    return path === undefined || path.startsWith('/') || !existsSync(new URL(path, root));
  });
  assert.deepEqual(missing, []);
});
