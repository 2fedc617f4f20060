import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor.ts';

/** What a spreadsheet puts on the clipboard, pasted into a cell. */
const paste = (cell: Locator, text: string) =>
  cell.evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

/** A pasted capacity plan finds its cells by name; what cannot stand is named with its place, and nothing is saved. */
export async function pasteCapacity(hr: Visitor): Promise<void> {
  const { page, t } = hr;
  await hr.go('/settings/capacity');
  type Plan = { quarters: string[]; lines: { id: string; name: string; units: Record<string, number> }[] };
  const plan = await hr.call<Plan>('GET', '/capacity');
  const [line, other] = plan.lines;
  const [early = '', late = ''] = plan.quarters.slice(-2);
  assert.ok(line !== undefined && other !== undefined);
  const cellOf = (name: string, quarter: string) =>
    page.getByRole('textbox', {
      name: t('organisations', 'capacity.cell', { line: name, quarter }),
      exact: true,
    });
  const cell = cellOf(line.name, early);

  await paste(cell, `产线\t${late}\t${late}\n没有这条线\t1\t2\n`);
  await hr.sees(t('organisations', 'paste.fault.quarter-twice', { row: 1, column: 3, text: late }));
  await hr.sees(t('organisations', 'paste.fault.no-such-row', { row: 2, column: 1, text: '没有这条线' }));
  await hr.sees(t('organisations', 'capacity.changed', { count: 0 }));

  await paste(cell, `产线\t${late}\t${early}\n${other.name}\t1，234\t-3\n`);
  assert.equal(await cellOf(other.name, late).inputValue(), '1234');
  const fault = t('organisations', 'paste.cell', {
    row: other.name,
    quarter: early,
    text: '-3',
    cure: t('organisations', 'capacity.cure'),
  });
  await hr.sees(fault);
  await cellOf(other.name, early).press('Control+z');
  await hr.sees(t('organisations', 'capacity.changed', { count: 0 }));
  assert.equal(await cellOf(other.name, late).inputValue(), String(other.units[late] ?? ''));
  assert.deepEqual(await hr.call<Plan>('GET', '/capacity'), plan);
}

/** A chance over 1 and a negative delay stay in their fields and are refused there; a reload keeps what was typed. */
export async function typeOutOfRange(hr: Visitor): Promise<void> {
  const { page, t } = hr;
  await hr.go('/settings/projects');
  await page.getByRole('row').getByRole('link').first().click();
  const chance = hr.field(t('organisations', 'projects.probability'));
  const before = await chance.inputValue();
  await chance.fill('150');
  await hr.field(t('organisations', 'projects.delayMean')).fill('-1');
  await hr.press(t('ui', 'action.save'));
  await hr.sees(t('ui', 'amount.range', { min: '0', max: '100' }));
  await hr.sees(t('ui', 'form.errors', { count: 2 }));
  assert.equal(await chance.inputValue(), '150');
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.startsWith('dualtrack.draft.organisations.project')),
  );
  await page.reload({ waitUntil: 'domcontentloaded' });
  await chance.waitFor();
  await hr.press(t('ui', 'form.discardDraft'));
  assert.equal(await chance.inputValue(), before);
}
