import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { dayOfInstant, instantOf, setZone, wallClock } from './zone.ts';

after(() => setZone('Asia/Shanghai'));

test('a day begins at midnight where the deployment is, not in Greenwich', () => {
  setZone('Asia/Shanghai');
  assert.equal(dayOfInstant('2026-11-22T15:59:59Z'), '2026-11-22');
  assert.equal(dayOfInstant('2026-11-22T16:00:00Z'), '2026-11-23');
  assert.deepEqual(wallClock(new Date('2026-12-10T06:30:00Z')), { day: '2026-12-10', time: '14:30' });
});

for (const zone of ['Asia/Shanghai', 'UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu']) {
  test(`a wall clock read and set again is the same instant in ${zone}`, () => {
    setZone(zone);
    // Every half hour of two years is read; only the hour that clocks show twice has two answers.
    let twice = 0;
    for (
      let at = Date.parse('2026-01-01T00:00:00Z');
      at < Date.parse('2028-01-01T00:00:00Z');
      at += 1_800_000
    ) {
      const { day, time } = wallClock(new Date(at));
      const again = instantOf(day, time);
      assert.deepEqual(wallClock(new Date(again)), { day, time });
      if (Date.parse(again) !== at) twice += 1;
    }
    assert.ok(twice <= 4, `${twice} half hours have two instants`);
  });
}

test('a time that clocks skip is as long after the change', () => {
  setZone('Europe/Berlin');
  assert.equal(instantOf('2027-03-28', '02:30'), '2027-03-28T01:30:00.000Z');
});
