import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { diffWords, wordsOf } from './word-diff.ts';

const word = fc.constantFrom(
  '甲方',
  '乙方',
  '每年',
  '不少于',
  '20',
  '人',
  '，',
  'the',
  ' ',
  'school',
  'party',
  '.',
);
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));

/** Length of the longest common subsequence, by the plain table. */
function common(a: readonly string[], b: readonly string[]): number {
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const row = rows[i] ?? [];
      row[j] =
        a[i - 1] === b[j - 1]
          ? (rows[i - 1]?.[j - 1] ?? 0) + 1
          : Math.max(rows[i - 1]?.[j] ?? 0, row[j - 1] ?? 0);
    }
  return rows[a.length]?.[b.length] ?? 0;
}

describe('the difference of two wordings', () => {
  test('gives both texts back and marks no more than had to change', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom('zh' as const, 'en' as const), (before, after, language) => {
        const diff = diffWords(before, after, language);
        const of = (without: string) =>
          diff
            .filter(({ kind }) => kind !== without)
            .map((one) => one.text)
            .join('');
        assert.equal(of('new'), before);
        assert.equal(of('gone'), after);
        const kept = diff
          .filter(({ kind }) => kind === 'same')
          .map((one) => one.text)
          .join('');
        const best = common(wordsOf(before, language), wordsOf(after, language));
        // Stretches are joined, so kept words are counted by what the edits left of the old text.
        const gone = diff
          .filter(({ kind }) => kind === 'gone')
          .flatMap((one) => one.text.length)
          .reduce((a, b) => a + b, 0);
        assert.equal(kept.length + gone, before.length);
        assert.ok(best === 0 || kept.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  test('a figure that changed is the only thing marked, in both languages', () => {
    assert.deepEqual(
      diffWords('乙方每学年接待20人天。', '乙方每学年接待30人天。', 'zh').filter(
        (one) => one.kind !== 'same',
      ),
      [
        { kind: 'gone', text: '20' },
        { kind: 'new', text: '30' },
      ],
    );
    assert.deepEqual(diffWords('no fewer than 64 hours', 'no fewer than 80 hours', 'en'), [
      { kind: 'same', text: 'no fewer than ' },
      { kind: 'gone', text: '64' },
      { kind: 'new', text: '80' },
      { kind: 'same', text: ' hours' },
    ]);
  });
});
