import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor.ts';

type Block = {
  id: string;
  placementId: string;
  unitId: string;
  stationId: string;
  firstWeek: string;
  isPinned: boolean;
};
type Plan = {
  state: string;
  blocks: Block[];
  calendar: { weekStart: string }[];
  stations: { id: string; unitId: string }[];
};
type Base = { units: { id: string }[] };

/** A small base of its own: one unit that everybody takes, with two workstations, and one that nobody has to. */
async function foundBase(hr: Visitor): Promise<string> {
  const agreements = await hr.call<{ items: { id: string; state: string }[] }>(
    'GET',
    '/agreements?page=1&size=50',
  );
  const agreementId = agreements.items.find(
    ({ state }) => state === 'in-force' || state === 'registered',
  )?.id;
  const { id } = await hr.call<{ id: string }>('POST', '/training-bases', {
    agreementId,
    name: '拖放试验点',
  });
  const unit = (name: string, isRequired: boolean) => ({ name, lengthWeeks: 1, isRequired });
  const { units } = await hr.call<Base>('PUT', `/training-bases/${id}/units`, {
    units: [unit('试做', true), unit('另一单元', false)],
  });
  const offer = await hr.call<{ workstations: { id: string }[]; mentors: { id: string }[] }>(
    'GET',
    '/offerable-stations',
  );
  const [one, other, third] = offer.workstations;
  await hr.call('POST', `/training-bases/${id}/stations`, {
    stations: [
      { workstationId: one?.id, unitId: units[0]?.id, places: 1 },
      { workstationId: other?.id, unitId: units[0]?.id, places: 1 },
      { workstationId: third?.id, unitId: units[1]?.id, places: 1 },
    ],
  });
  await hr.call('POST', `/training-bases/${id}/mentors`, {
    staffIds: offer.mentors.slice(0, 4).map((mentor) => mentor.id),
  });
  return id;
}

/** A searched plan of the example's small class, two students and three weeks, at a base made for it. */
export async function smallPlan(office: Visitor, hr: Visitor): Promise<string> {
  const classes = await office.call<{
    items: { id: string; state: string; capacity: number; startsOn: string }[];
  }>('GET', '/order-classes?page=1&size=20');
  const small = classes.items.find((one) => one.state === 'published' && one.capacity === 2);
  assert.ok(small, 'the example has a class of two');
  const { id } = await office.call<{ id: string }>('POST', '/rotation-plans', {
    ...{ classId: small.id, baseId: await foundBase(hr), name: '拖放试验' },
    ...{ firstWeek: small.startsOn, weeks: 3, pattern: 'block' },
  });
  await office.go(`/rotations/${id}`);
  await office.press(office.t('rotations', 'search.do'));
  await office.page.getByRole('button', { name: office.t('rotations', 'law.check'), exact: true }).waitFor();
  return id;
}

/** Takes a block with the mouse and moves it over a week of a row, slowly enough for a browser; the button stays down. */
async function dragOver(office: Visitor, block: Locator, row: Locator, week: number, weeks: number) {
  const { mouse } = office.page;
  const start = await block.boundingBox();
  const target = await row.boundingBox();
  assert.ok(start && target);
  const y = target.y + target.height / 2;
  const x = target.x + ((week + 0.5) / weeks) * target.width;
  await mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await mouse.down();
  await mouse.move(start.x + start.width / 2 + 6, start.y + start.height / 2, { steps: 3 });
  await mouse.move(x, y, { steps: 6 });
  // The browser tells a row of what is over it with the moves after it came there.
  await mouse.move(x + 2, y + 2, { steps: 4 });
}

/**
 * Blocks of a searched plan by mouse – another unit's workstation, where the rule is said while one drags; another week;
 * another student's row, which swaps – each taken back, then moved, kept and freed by keyboard alone.
 */
export async function moveByHand(office: Visitor, planId: string): Promise<void> {
  const { page, t } = office;
  const read = () => office.call<Plan>('GET', `/rotation-plans/${planId}`);
  const before = await read();
  const [own, other] = before.blocks;
  assert.ok(own && other && own.placementId !== other.placementId && own.unitId === other.unitId);
  const weeks = before.calendar.map((week) => week.weekStart);
  const at = weeks.indexOf(own.firstWeek);
  const free = weeks.findIndex(
    (week) => week !== own.firstWeek && !(other.stationId === own.stationId && other.firstWeek === week),
  );
  const wrong = before.stations.find((one) => one.unitId !== own.unitId)?.id ?? '';
  const standing = (plan: Plan) =>
    plan.blocks.map((one) => `${one.placementId} ${one.stationId} ${one.firstWeek}`).sort();
  const drag = (row: string, week: number) =>
    dragOver(
      office,
      page.locator(`[data-block="${own.id}"]`),
      page.locator(`.dt-time [data-row="${row}"]`),
      week,
      weeks.length,
    );
  const undo = page.getByRole('button', { name: t('rotations', 'move.undo'), exact: true });
  const takeBack = async () => {
    await undo.click();
    await undo.waitFor({ state: 'detached' });
    await office.settle();
    const plan = await read();
    assert.deepEqual(standing(plan), standing(before));
    assert.ok(plan.blocks.every((one) => !one.isPinned));
  };
  // All rows at once: a row that is not to be seen cannot be dragged to.
  await page.setViewportSize({ width: 1280, height: 2_400 });

  await page.getByText(t('rotations', 'chart.byStation'), { exact: true }).click();
  await page.locator(`.dt-time [data-row="${wrong}"]`).waitFor();
  await drag(wrong, at);
  await page.locator('.dt-drop-not').waitFor();
  await office.sees(t('rotations', 'flaw.wrong-unit'));
  await page.mouse.up();
  assert.deepEqual(standing(await read()), standing(before));

  await drag(own.stationId, free);
  await page.locator('.dt-drop:not(.dt-drop-not)').waitFor();
  await page.mouse.up();
  await undo.waitFor();
  const moved = (await read()).blocks.find((one) => one.id === own.id);
  assert.deepEqual([moved?.firstWeek, moved?.isPinned], [weeks[free], true]);
  await takeBack();

  await page.getByText(t('rotations', 'chart.byStudent'), { exact: true }).click();
  await page.locator(`.dt-time [data-row="${other.placementId}"]`).waitFor();
  await drag(other.placementId, weeks.indexOf(other.firstWeek));
  await page.locator('.dt-drop:not(.dt-drop-not)').waitFor();
  await page.mouse.up();
  await undo.waitFor();
  const swapped = (await read()).blocks;
  const placeOf = (blocks: Block[], id: string) => {
    const found = blocks.find((one) => one.placementId === id);
    return [found?.stationId, found?.firstWeek];
  };
  assert.deepEqual(placeOf(swapped, own.placementId), placeOf(before.blocks, other.placementId));
  assert.deepEqual(placeOf(swapped, other.placementId), placeOf(before.blocks, own.placementId));
  await takeBack();

  await page.locator(`[data-block="${own.id}"]`).focus();
  await page.keyboard.press('Enter');
  const week = page.getByRole('combobox', { name: t('rotations', 'move.week') });
  await week.focus();
  await page.keyboard.press('Enter');
  // From the week it stands in, down to the free one or up to it.
  for (let step = 0; step < Math.abs(free - at); step += 1) {
    await page.keyboard.press(free > at ? 'ArrowDown' : 'ArrowUp');
  }
  await page.keyboard.press('Enter');
  const here = page.getByRole('button', { name: t('rotations', 'move.do'), exact: true });
  await here.focus();
  await page.keyboard.press('Enter');
  const release = page.getByRole('button', { name: t('rotations', 'block.free'), exact: true });
  await release.waitFor();
  assert.equal((await read()).blocks.find((one) => one.id === own.id)?.firstWeek, weeks[free]);
  await release.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: t('rotations', 'block.pin'), exact: true }).waitFor();
  assert.ok((await read()).blocks.every((one) => !one.isPinned));
}
