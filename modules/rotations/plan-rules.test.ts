import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { noRules, presentRules, type RuleFacts, ruleFaults, weeksOfLeast } from './plan-rules.ts';
import type { PlanRules } from './rules-contract.ts';
import { weekAfter } from './week.ts';

const firstWeek = '2027-03-01';
const week = (at: number) => weekAfter(firstWeek, at);
/** Six weeks, the third at school; welding at two sites, assembly at one; a class of six. */
const facts: RuleFacts = {
  firstWeek,
  open: [true, true, false, true, true, true],
  ahead: 0,
  units: [
    { id: 'weld', lengthWeeks: 2, isRequired: true },
    { id: 'join', lengthWeeks: 1, isRequired: true },
    { id: 'robot', lengthWeeks: 1, isRequired: false },
  ],
  electives: 1,
  stations: [
    { unitId: 'weld', siteId: 'north', weekPlaces: [2, 2, 2, 2, 1, 2] },
    { unitId: 'weld', siteId: 'north', weekPlaces: [1, 1, 1, 1, 1, 1] },
    { unitId: 'weld', siteId: 'south', weekPlaces: [4, 4, 4, 4, 4, 4] },
    { unitId: 'join', siteId: 'north', weekPlaces: [3, 3, 3, 3, 3, 3] },
    { unitId: 'robot', siteId: 'south', weekPlaces: [2, 2, 2, 2, 2, 2] },
  ],
  placementIds: ['a', 'b', 'c', 'd', 'e', 'f'],
};
const weld = { unitId: 'weld', siteId: 'north', fromWeek: week(0), toWeek: week(3), heads: 2 };
const said = (rules: Partial<PlanRules>, given: RuleFacts = facts) =>
  ruleFaults({ ...noRules, ...rules }, given).map((one) => `${one.part} ${one.at} ${one.code}`);

describe('least heads', () => {
  test('count in weeks at the enterprise that are still to come', () => {
    assert.deepEqual(weeksOfLeast(weld, facts), [0, 1, 3]);
    assert.deepEqual(weeksOfLeast(weld, { ...facts, ahead: 1 }), [1, 3]);
  });

  test('within places, class and plan nothing is said', () => {
    assert.deepEqual(said({ least: [weld, { ...weld, siteId: 'south', heads: 1, toWeek: week(1) }] }), []);
  });

  test('over the places of one week: that week, how many are wanted and how many there are', () => {
    const [found] = ruleFaults({ ...noRules, least: [{ ...weld, toWeek: week(5), heads: 3 }] }, facts);
    assert.deepEqual(
      [found?.code, found?.week, found?.needed, found?.available],
      ['over-places', week(4), 3, 2],
    );
  });

  test('each other contradiction by its name', () => {
    const one = (changed: Partial<typeof weld>) => said({ least: [{ ...weld, ...changed }] });
    assert.deepEqual(one({ heads: 7 }), ['least 0 over-class']);
    assert.deepEqual(one({ toWeek: '2027-02-22' }), ['least 0 backwards']);
    assert.deepEqual(one({ toWeek: week(6) }), ['least 0 outside']);
    assert.deepEqual(one({ fromWeek: week(2), toWeek: week(2) }), ['least 0 no-weeks']);
    assert.deepEqual(one({ unitId: 'join', siteId: 'south' }), ['least 0 no-place']);
    assert.deepEqual(said({ least: [weld, { ...weld, fromWeek: week(3) }] }), ['least 1 least-twice']);
    const many = { ...weld, siteId: 'south', heads: 4, toWeek: week(0) };
    const join = { ...weld, unitId: 'join', heads: 3, fromWeek: week(0), toWeek: week(0) };
    assert.deepEqual(said({ least: [many, join] }), ['least 1 sum-over-class']);
  });

  test('more weeks of students than the class gives a unit: six students for one week each are six', () => {
    const join = { unitId: 'join', siteId: 'north', fromWeek: week(0), toWeek: week(5), heads: 2 };
    const [found] = ruleFaults({ ...noRules, least: [join] }, facts);
    assert.deepEqual([found?.code, found?.needed, found?.available], ['over-programme', 10, 6]);
    assert.deepEqual(said({ least: [{ ...join, heads: 1 }] }), []);
  });
});

describe('limits of sites', () => {
  test('what is at one site only, and what all limits together allow', () => {
    const limit = (siteId: string, most: number) => ({ siteId, most });
    assert.deepEqual(said({ siteLimits: [limit('north', 1), limit('south', 2)] }), []);
    assert.deepEqual(said({ siteLimits: [limit('north', 1), limit('south', 1)] }), [
      'siteLimits 1 sites-too-few',
    ]);
    assert.deepEqual(said({ siteLimits: [limit('north', 2), limit('north', 1)] }), [
      'siteLimits 1 site-twice',
    ]);
    assert.deepEqual(said({ siteLimits: [limit('east', 1)] }), ['siteLimits 0 no-site']);
    const all = facts.stations.map((station) => ({ ...station, siteId: 'north' }));
    assert.deepEqual(said({ siteLimits: [limit('north', 1)] }, { ...facts, stations: all }), [
      'siteLimits 0 site-needs-more',
    ]);
  });
});

describe('groups and wishes of the enterprise', () => {
  test('a student is in one group, a group has two students at least and fits somewhere', () => {
    const group = (name: string, ...placementIds: string[]) => ({ name, placementIds });
    assert.deepEqual(said({ groups: [group('甲', 'a', 'b'), group('乙', 'c', 'd')] }), []);
    assert.deepEqual(said({ groups: [group('甲', 'a', 'b'), group('甲 ', 'c', 'd')] }), [
      'groups 1 name-twice',
    ]);
    assert.deepEqual(said({ groups: [group('甲', 'a', 'b'), group('乙', 'c', 'b')] }), [
      'groups 1 student-twice',
    ]);
    assert.deepEqual(said({ groups: [group('甲', 'a')] }), ['groups 0 too-small']);
    assert.deepEqual(said({ groups: [group('甲', 'a', 'x')] }), ['groups 0 stranger']);
    const [found] = ruleFaults({ ...noRules, groups: [group('甲', 'a', 'b', 'c', 'd')] }, facts);
    assert.deepEqual([found?.code, found?.unitId, found?.available], ['too-big', 'join', 3]);
  });

  test('only optional units that are taken are rather taught than others', () => {
    const score = (unitId: string) => ({ unitId, score: 3 });
    assert.deepEqual(said({ hostScores: [score('robot')] }), []);
    assert.deepEqual(said({ hostScores: [score('weld'), score('none'), score('robot'), score('robot')] }), [
      'hostScores 0 unit-required',
      'hostScores 1 no-unit',
      'hostScores 3 score-twice',
    ]);
  });
});

test('what is gone since is no rule any more', () => {
  const rules: PlanRules = {
    least: [weld, { ...weld, unitId: 'gone' }],
    siteLimits: [
      { siteId: 'east', most: 1 },
      { siteId: 'north', most: 3 },
    ],
    groups: [
      { name: '甲', placementIds: ['a', 'left', 'b'] },
      { name: '乙', placementIds: ['c', 'gone'] },
    ],
    hostScores: [
      { unitId: 'weld', score: 2 },
      { unitId: 'robot', score: 2 },
    ],
  };
  assert.deepEqual(presentRules(rules, facts), {
    least: [weld],
    siteLimits: [{ siteId: 'north', most: 3 }],
    groups: [{ name: '甲', placementIds: ['a', 'b'] }],
    hostScores: [{ unitId: 'robot', score: 2 }],
  });
});
