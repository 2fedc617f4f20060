import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { examplePeople } from '@dualtrack/app-server/example';
import { openPagesOf } from './journey/every-page.ts';
import { type House, openHouse } from './journey/house.ts';

let house: House;
before(async () => {
  house = await openHouse();
});
after(() => house.close());

/** Pages that some role has opened in both languages. */
const known = new Set<string>();

/** One person for each role, as the example has them. */
const oneOfEachRole = examplePeople.filter(
  (person, place) => examplePeople.findIndex((other) => other.role === person.role) === place,
);

for (const { role, signInName } of oneOfEachRole) {
  test(`every page of ${role} on desk and phone, in Chinese and English`, async (context) => {
    const faults: string[] = [];
    const opened = await openPagesOf(house, { signInName, role }, faults, known);
    context.diagnostic(`${role}: ${opened.join(' ')}`);
    assert.ok(opened.length > 1, 'the home and at least one page more');
    assert.deepEqual(faults, []);
  });
}
