import assert from 'node:assert/strict';
import type { Visitor } from './visitor.ts';

type Seat = { id: string; hazards: readonly string[] };
type Applicant = { id: string; studentName: string; choices: string[] };
/** The span of the class; a student has one place at a time, so each language has its own. */
export type Span = { readonly startsOn: string; readonly endsOn: string };

/** Forms a class from the agreement and opens it for applications. Gives its id. */
export async function openClass(office: Visitor, className: string, span: Span): Promise<string> {
  const { page, t } = office;
  await office.go('/order-classes/new');
  await office.field(t('order-classes', 'form.agreement')).click();
  await page.locator('.ant-select-item-option').filter({ hasText: className }).first().click();
  await office.field(t('order-classes', 'form.name')).fill(className);
  await office.field(t('order-classes', 'form.startsOn')).fill(span.startsOn);
  await office.field(t('order-classes', 'form.endsOn')).fill(span.endsOn);
  await office.examine('class-new');
  await office.press(t('order-classes', 'form.create'));
  await page.waitForURL(/\/order-classes\/[0-9a-f-]{36}$/);
  await office.press(t('order-classes', 'action.open'));
  await office.press(
    t('order-classes', 'action.open'),
    page.getByRole('dialog', { name: t('order-classes', 'ask.open') }),
  );
  await page.getByRole('button', { name: t('order-classes', 'action.close'), exact: true }).waitFor();
  await office.examine('class-open');
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** A student ranks two seats on the phone. */
export async function rankSeats(student: Visitor, className: string): Promise<void> {
  const { page, t } = student;
  await student.go('/my-order-classes');
  await student.examine('my-classes');
  await page.getByRole('link', { name: className, exact: true }).first().click();
  const add = page.getByRole('button', { name: t('order-classes', 'my.add'), exact: true });
  await add.first().click();
  const choices = page.locator('ol.oc-ranks > li');
  await choices.first().waitFor();
  if ((await add.count()) > 0) {
    await add.first().click();
    await choices.nth(1).waitFor();
    await choices.nth(1).getByRole('button').first().click();
  }
  await student.press(t('order-classes', 'my.send'));
  await page.getByRole('button', { name: t('order-classes', 'my.change'), exact: true }).waitFor();
  await student.examine('my-choices');
}

/** Six more of the same programme apply; the office enters what they chose on paper. One wants the dangerous post. */
export async function enterOthers(office: Visitor, classId: string, except: string): Promise<void> {
  const { seats } = await office.call<{ seats: Seat[] }>('GET', `/order-classes/${classId}`);
  const { items } = await office.call<{ items: { id: string; studentNumber: string }[] }>(
    'GET',
    `/students?page=1&size=20&q=${except.slice(0, 6)}`,
  );
  const others = items.filter((one) => one.studentNumber !== except).slice(0, 6);
  assert.equal(others.length, 6);
  const choices = seats.slice(0, 2).map((seat) => seat.id);
  const dangerous = seats.find((seat) => seat.hazards.includes('flammable'))?.id;
  assert.ok(dangerous, 'the order has a dangerous post');
  for (const [place, { id }] of others.entries()) {
    await office.call('PUT', `/order-classes/${classId}/application`, {
      studentId: id,
      choices: place === 1 ? [dangerous] : place % 2 === 0 ? choices : choices.toReversed(),
      statement: '',
    });
  }
}

export async function closeApplications(office: Visitor, classId: string): Promise<void> {
  const { page, t } = office;
  await office.go(`/order-classes/${classId}`);
  const close = page.getByRole('button', { name: t('order-classes', 'action.close'), exact: true });
  await close.click();
  await close.waitFor({ state: 'detached' });
  await office.examine('class-closed');
}

/** The enterprise scores one student on the screen, and the others through the interface. */
export async function scoreApplicants(hr: Visitor, classId: string, studentName: string): Promise<void> {
  const { page, t } = hr;
  await hr.go(`/order-classes/${classId}?tab=scores`);
  const row = page.getByRole('row').filter({ hasText: studentName });
  const field = row.getByRole('textbox').first();
  await field.fill('96.5');
  const saved = page.waitForResponse((response) => response.url().endsWith('/scores'));
  await field.press('Tab');
  assert.equal((await saved).status(), 200);
  await hr.examine('class-scores');
  const applicants = await hr.call<Applicant[]>('GET', `/order-classes/${classId}/applications`);
  const scores = applicants.flatMap((one, place) =>
    one.choices.map((seatId) => ({
      applicationId: one.id,
      seatId,
      score: one.studentName === studentName ? 96.5 : 60 + place,
    })),
  );
  await hr.call('PUT', `/order-classes/${classId}/scores`, { scores });
  await hr.go(`/order-classes/${classId}`);
  await hr.sees(t('order-classes', 'next.score', { count: 0 }));
}

/** Works the placements out, reads that nobody would rather swap, and publishes. */
export async function matchAndPublish(office: Visitor, classId: string): Promise<void> {
  const { page, t } = office;
  await office.go(`/order-classes/${classId}`);
  await page.getByRole('link', { name: t('order-classes', 'action.match'), exact: true }).click();
  await page.getByRole('button', { name: t('order-classes', 'action.match'), exact: true }).click();
  await office.sees(t('order-classes', 'matching.stable', { count: 0 }));
  await office.examine('class-matched');
  await page.getByRole('button', { name: t('order-classes', 'action.publish'), exact: true }).click();
  await office.press(
    t('order-classes', 'action.publish'),
    page.getByRole('dialog', { name: t('order-classes', 'ask.publish') }),
  );
  await office.sees(t('order-classes', 'matching.publishedAt'));
  await office.examine('class-published');
}

/** The student reads the result and why, takes the place, and signs agreement and consent. */
export async function acceptPlace(student: Visitor, classId: string): Promise<void> {
  const { page, t } = student;
  await student.go(`/my-order-classes/${classId}`);
  await student.sees(t('order-classes', 'my.whyTitle'));
  await student.sees(t('order-classes', 'why.got', { score: 96.5 }));
  await student.examine('my-result');
  await student.press(t('order-classes', 'confirm.accept'));
  const sign = page.getByRole('button', { name: t('order-classes', 'confirm.sign'), exact: true });
  await sign.click();
  await sign.waitFor({ state: 'detached' });
  await student.examine('my-signed');
}

/** The others answer on paper; the office enters that, and what they and their guardians signed. */
export async function acceptOthers(office: Visitor, classId: string, today: string): Promise<void> {
  const placements = await office.call<{ id: string; state: string }[]>(
    'GET',
    `/order-classes/${classId}/placements`,
  );
  for (const { id, state } of placements) {
    if (state === 'offered') await office.call('POST', `/placements/${id}/answer`, { accept: true });
    await office.call('PUT', `/placements/${id}/documents`, {
      studentSignedOn: today,
      studentConsentOn: today,
      guardianConsentOn: today,
    });
  }
  await office.go(`/order-classes/${classId}?tab=placements`);
  await office.examine('class-placements');
}
