import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areaOf, entryOf, type FrameArea, isBelow } from './frame-parts.ts';

const areas: FrameArea[] = [
  { area: 'home', label: '', path: '/', entries: [] },
  { area: 'settings', label: '', path: '/profile', entries: [{ path: '/import', label: '' }] },
  { area: 'bases', label: '', path: '/bases', entries: [{ path: '/bases/plans', label: '' }] },
];

test('a page belongs to the longest address above it, and home only to itself', () => {
  assert.equal(areaOf(areas, '/')?.area, 'home');
  assert.equal(areaOf(areas, '/import/42')?.area, 'settings');
  assert.equal(areaOf(areas, '/bases/plans/7')?.area, 'bases');
  assert.equal(areaOf(areas, '/nowhere'), undefined);
  assert.equal(isBelow('/basement', '/bases'), false);
});

test('one page of an area is open at a time: the one with the longest address', () => {
  const entries = [
    { path: '/agreements', label: '' },
    { path: '/agreements/verify', label: '' },
  ];
  assert.equal(entryOf(entries, '/agreements/verify'), '/agreements/verify');
  assert.equal(entryOf(entries, '/agreements/7'), '/agreements');
  assert.equal(entryOf(entries, '/'), undefined);
});
