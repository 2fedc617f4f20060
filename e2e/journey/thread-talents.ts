import assert from 'node:assert/strict';
import { choose, idOf } from './hands.ts';
import type { Visitor } from './visitor.ts';

/**
 * A need is posted, people are proposed with reasons, and one is asked. A day on which nobody works is refused with its
 * name and the form stays as it is; then the first of the days that is none is taken. Gives the session's id.
 */
export async function askForNeed(
  teacher: Visitor,
  given: { title: string; skill: string; holiday: string; days: readonly string[]; who: string },
): Promise<string> {
  const { page, t } = teacher;
  await teacher.go('/talent-needs/new');
  await choose(teacher, t('talent-sharing', 'agreement'), 'AG-');
  await choose(teacher, t('talent-sharing', 'formOf'), t('talent-sharing', 'form.guest-lecture'));
  await teacher.field(t('talent-sharing', 'need.title')).fill(given.title);
  await teacher.field(t('talent-sharing', 'expert.tags')).fill(given.skill);
  await teacher.press(t('talent-sharing', 'need.new'));
  await page.waitForURL(/\/talent-needs\/[0-9a-f-]{36}$/);
  const row = page.getByRole('listitem').filter({ hasText: given.who });
  await row.waitFor();
  await teacher.examine('need-proposals');
  await teacher.press(t('talent-sharing', 'need.ask'), row);
  await page.waitForURL(/\/talent-sessions\/new/);
  const day = teacher.field(t('talent-sharing', 'session.day'));
  const refused = page.getByRole('alert').first();
  const isRefused = async (on: string) => {
    await day.fill(on);
    await teacher.press(t('talent-sharing', 'session.ask'));
    await teacher.settle();
    const asked = page.waitForURL(/\/talent-sessions\/[0-9a-f-]{36}$/).then(() => false);
    const told = refused.waitFor().then(() => true);
    const answer = await Promise.race([asked, told]);
    await Promise.allSettled(answer ? [told] : [asked]);
    return answer;
  };
  assert.equal(await isRefused(given.holiday), true);
  await teacher.examine('session-holiday');
  assert.equal(await day.inputValue(), given.holiday);
  for (const on of given.days) {
    if (!(await isRefused(on))) break;
  }
  await teacher.sees(t('talent-sharing', 'session.next.asked'));
  return idOf(teacher);
}

/** The expert's side says yes: the session stands, and the hour is given. */
export async function accept(visitor: Visitor, sessionId: string): Promise<void> {
  const { t } = visitor;
  await visitor.go(`/talent-sessions/${sessionId}`);
  await visitor.press(t('talent-sharing', 'session.accept'));
  await visitor.sees(t('talent-sharing', 'session.next.planned'));
  await visitor.examine('session-planned');
}

/** A month of the ledger walks from the account to the hours behind it, each with its certificate or the way to one. */
export async function walkLedger(office: Visitor): Promise<void> {
  const { page, t } = office;
  await office.go('/talent-ledger');
  await office.examine('ledger');
  await page.locator('a[href^="/talent-hours?month="]').first().click();
  await page.waitForURL(/month=/);
  await office.sees(t('talent-sharing', 'area.hours'));
  await page.getByRole('row').nth(1).waitFor();
  await office.examine('hours');
}
