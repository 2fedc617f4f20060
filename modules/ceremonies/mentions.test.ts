import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingOf } from './follow-up.ts';
import { mentionsIn } from './mentions.ts';

test('a mention is an @ before a known name; the longest name wins', () => {
  const names = ['方晓', '方晓雯', 'Li Ming', ''];
  assert.deepEqual(mentionsIn('@方晓雯 请看，@li ming 也看', names), ['方晓雯', 'Li Ming']);
  assert.deepEqual(mentionsIn('方晓雯，a@b.cn，@王某', names), []);
  assert.deepEqual(mentionsIn('@方晓雯 @方晓雯', names), ['方晓雯']);
});

test('a follow-up is late the day after its due day, and soon for the week before', () => {
  const on = (today: string) => standingOf({ state: 'open', dueOn: '2026-11-20' }, today);
  assert.deepEqual(['2026-11-12', '2026-11-13', '2026-11-20', '2026-11-21'].map(on), [
    'open',
    'soon',
    'soon',
    'late',
  ]);
  assert.equal(standingOf({ state: 'done', dueOn: '2026-11-20' }, '2027-01-01'), 'done');
  assert.equal(standingOf({ state: 'open', dueOn: null }, '2027-01-01'), 'open');
});
