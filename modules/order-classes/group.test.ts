import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type GroupMember, groupsByWord, hasAgreed, isAgreedGroup } from './group.ts';

const one = (id: string, agreedWith: string[] | null): GroupMember => ({ id, agreedWith });

test('a group counts once each has agreed to all the others, and not before', () => {
  const [a, b] = [one('a', ['b']), one('b', ['a'])];
  assert.equal(isAgreedGroup([a, b]), true);
  assert.equal(isAgreedGroup([a, one('b', null)]), false);
  assert.equal(isAgreedGroup([a]), false, 'nobody alone is a group');
  // Who joins later was not agreed to, though they agree themselves.
  const c = one('c', ['a', 'b']);
  assert.deepEqual(
    [a, b, c].map((each) => hasAgreed(each, [a, b, c])),
    [false, false, true],
  );
  // Who leaves undoes nothing.
  assert.equal(isAgreedGroup([one('a', ['b', 'c']), one('b', ['c', 'a'])]), true);
});

test('a group counts exactly when no member lacks the agreement of another', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const member = fc.record({
    id: fc.constantFrom(...ids),
    agreedWith: fc.option(fc.subarray(ids), { nil: null }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(member, { selector: ({ id }) => id, minLength: 2 }), (members) => {
      let isWhole = true;
      for (const from of members)
        for (const to of members)
          if (from !== to && !(from.agreedWith?.includes(to.id) ?? false)) isWhole = false;
      // Somebody who has agreed to nobody's group has said nothing even where the list would be long enough.
      assert.equal(isAgreedGroup(members), isWhole);
    }),
  );
});

test('who gave no word is in no group', () => {
  const groups = groupsByWord([
    { id: 1, groupCode: 'x' },
    { id: 2, groupCode: null },
    { id: 3, groupCode: 'x' },
  ]);
  assert.deepEqual(
    [...groups.values()].map((each) => each.map(({ id }) => id)),
    [[1, 3]],
  );
});
