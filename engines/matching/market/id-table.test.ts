import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createIdTable } from './id-table.ts';
import { wordOf } from './word.ts';

test('numbers ids in order, finds them again and gives their text back', () => {
  const id = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('\ufeffa', '学生', 'a'.repeat(5000)),
  );
  fc.assert(
    fc.property(fc.array(id, { maxLength: 400 }), (texts) => {
      const table = createIdTable();
      const expected = new Map<string, number>();
      for (const text of texts) {
        const index = expected.has(text) ? -1 : expected.size;
        assert.equal(table.add(wordOf(text)), index);
        if (index >= 0) expected.set(text, index);
      }
      assert.equal(table.size(), expected.size);
      for (const [text, index] of expected) {
        assert.equal(table.find(wordOf(text)), index);
        assert.equal(table.text(index), text);
        assert.equal(table.length(index), new TextEncoder().encode(text).length);
      }
      assert.equal(table.find(wordOf('not there')), -1);
    }),
  );
});
