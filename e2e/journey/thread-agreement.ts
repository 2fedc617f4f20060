import assert from 'node:assert/strict';
import type { Visitor } from './visitor.ts';

/** Begins the agreement on the page that is open, from the order that led there. Gives its id. */
export async function beginAgreement(office: Visitor): Promise<string> {
  const { page, t } = office;
  await office.field(t('agreements', 'terms.from')).fill('2026-12-01');
  await office.field(t('agreements', 'terms.to')).fill('2029-07-31');
  await office.field(t('agreements', 'party.signer')).fill('林知远');
  await office.field(t('agreements', 'party.post')).fill('校长');
  await office.field(t('agreements', 'terms.place')).fill('哈密');
  await office.field(t('agreements', 'terms.internMonthlyPayMin')).fill('4400');
  await office.examine('agreement-new');
  await office.press(t('agreements', 'create.submit'));
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Says who signs for the own side. */
export async function completeParty(
  visitor: Visitor,
  agreementId: string,
  signer: string,
  post: string,
): Promise<void> {
  const { page, t } = visitor;
  await visitor.go(`/agreements/${agreementId}?tab=terms`);
  await visitor.press(t('agreements', 'party.edit'));
  await visitor.field(t('agreements', 'party.signer')).fill(signer);
  await visitor.field(t('agreements', 'party.post')).fill(post);
  await visitor.examine('agreement-party');
  await visitor.press(t('agreements', 'do.save'));
  await visitor.sees(signer);
  await page.getByRole('button', { name: t('agreements', 'party.edit'), exact: true }).waitFor();
}

/** Confirms every section in its present wording. */
export async function confirmSections(visitor: Visitor, agreementId: string, after: string): Promise<void> {
  const { t } = visitor;
  await visitor.go(`/agreements/${agreementId}`);
  await visitor.examine('agreement-negotiating');
  await visitor.press(t('agreements', 'do.confirmAll'));
  await visitor.sees(after);
}

/** Composes the document. */
export async function fixDocument(visitor: Visitor, agreementId: string): Promise<void> {
  const { page, t } = visitor;
  await visitor.go(`/agreements/${agreementId}`);
  await visitor.press(t('agreements', 'do.fix'));
  await page
    .getByRole('button', { name: t('agreements', 'do.fix'), exact: true })
    .waitFor({ state: 'detached' });
  await visitor.examine('agreement-fixed');
}

/** Signs with the dialogue, as the person named in the document. */
export async function signDocument(
  visitor: Visitor,
  agreementId: string,
  secret: string,
  after: string,
): Promise<void> {
  const { page, t } = visitor;
  await visitor.go(`/agreements/${agreementId}`);
  await visitor.press(t('agreements', 'do.sign'));
  const dialog = page.getByRole('dialog', { name: t('agreements', 'sign.title') });
  await dialog.waitFor();
  const hasRead = dialog.getByRole('checkbox');
  await hasRead.click();
  // As a person would whose first click met a page that was still busy.
  if (!(await hasRead.isChecked())) await hasRead.check();
  await dialog.locator('#sign-secret').fill(secret);
  await visitor.examine('agreement-signing');
  await visitor.press(t('agreements', 'do.sign'), dialog);
  await dialog.waitFor({ state: 'hidden' });
  await visitor.sees(after);
}

/** The signed paper downloads as a PDF, and the product's own examination of it finds both signatures sound. */
export async function verifyDocument(visitor: Visitor, agreementId: string): Promise<void> {
  const { page, t } = visitor;
  await visitor.go(`/agreements/${agreementId}?tab=document`);
  const link = page.getByRole('link', { name: t('agreements', 'do.download') });
  const address = await link.getAttribute('href');
  assert.ok(address, 'the document has an address');
  const start = await page.evaluate(async (where) => {
    const bytes = new Uint8Array(await (await fetch(where)).arrayBuffer());
    return { head: new TextDecoder('latin1').decode(bytes.slice(0, 5)), size: bytes.length };
  }, address);
  assert.equal(start.head, '%PDF-');
  assert.ok(start.size > 20_000, `${start.size} bytes`);
  for (const name of ['林知远', '沈立成']) await visitor.sees(t('agreements', 'verify.signature', { name }));
  assert.equal(await page.getByText(t('agreements', 'verify.failed')).count(), 0);
  await visitor.examine('agreement-verified');
}
