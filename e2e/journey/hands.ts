import type { Visitor } from './visitor.ts';

/** Opens a list of choices and takes the first whose words hold these. */
export async function choose(visitor: Visitor, label: string, words: string): Promise<void> {
  const { page } = visitor;
  await visitor.field(label).click();
  const options = page.locator(
    '.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option',
  );
  await options.filter({ hasText: words }).first().click();
}

/** Presses a button that asks before it acts, and says yes. */
export async function confirm(visitor: Visitor, words: string): Promise<void> {
  const { page } = visitor;
  await visitor.press(words);
  const dialog = page.getByRole('dialog').filter({ visible: true });
  await dialog.waitFor();
  await visitor.press(words, dialog.locator('.ant-modal-footer'));
  await dialog.waitFor({ state: 'hidden' });
  await visitor.settle();
}

/** The id at the end of the page's address. */
export const idOf = (visitor: Visitor) => new URL(visitor.page.url()).pathname.split('/').at(-1) ?? '';
