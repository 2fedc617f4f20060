import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { getLaw } from './agreement-law.ts';
import { fixAgreement } from './move-agreement.ts';
import { editSection, setTerms } from './negotiate.ts';
import { askOverride, decideOverride, withdrawOverride } from './overrides.ts';
import { getAgreement } from './read-agreements.ts';

let pair: TestPair;
let head: Actor;
before(async () => {
  pair = await testPair();
  head = await pair.actorOf(pair.school, 'programme-head');
});
after(async () => {
  await closePdf();
  await pair.kit.close();
});

const rule = 'CN-INT-039';
const clause = 'O11';
/** Says nothing about money of students; the reader of words cannot know. */
const misread = '学生的实验押金箱由学院保管，钥匙由班长领用。';
const reason = '“押金箱”是实验器材的名称，不向学生收取任何款项。';

async function reword(
  agreementId: string,
  change: (body: string) => string,
  changeEn = (body: string) => body,
) {
  const { clauses } = await pair.kit.call(getAgreement, pair.office, { agreementId });
  const section = clauses.find((one) => one.clause === clause);
  assert.ok(section);
  await pair.kit.call(editSection, pair.office, {
    ...{ agreementId, clause, revision: section.revision },
    ...{ body: change(section.body), bodyEn: changeEn(section.bodyEn) },
  });
}
async function misreadAgreement() {
  const agreementId = await pair.begun();
  await reword(agreementId, (body) => body.replace(/^[^\n]*/, misread));
  return agreementId;
}
async function finding(agreementId: string, actor = pair.office, of = rule) {
  const { findings } = await pair.kit.call(getLaw, actor, { agreementId });
  const found = findings.find((one) => one.rule === of && one.clause === clause);
  assert.ok(found);
  return found;
}
async function subject(agreementId: string) {
  const { digest } = await finding(agreementId);
  assert.ok(digest);
  return { agreementId, clause, rule, digest };
}

test('a false hit is set aside by a second person of the school, and comes back with any change of the clause', async () => {
  const agreementId = await misreadAgreement();
  assert.ok((await finding(agreementId)).isBlocking);
  const of = await subject(agreementId);
  await pair.kit.call(askOverride, pair.office, { ...of, reason });
  // Asked is not granted; and nobody grants what they asked for.
  const asked = await finding(agreementId);
  assert.deepEqual([asked.isBlocking, asked.override?.state], [true, 'asked']);
  const grant = { ...of, decision: 'grant' as const };
  await assert.rejects(pair.kit.call(decideOverride, pair.office, grant), refusal('override.own-request'));
  await assert.rejects(pair.kit.call(decideOverride, pair.hr, grant));
  await assert.rejects(
    pair.kit.call(askOverride, pair.hr, { ...of, reason }),
    refusal('override.not-in-state'),
  );
  await pair.kit.call(decideOverride, head, { ...grant, note: '已核对' });
  const granted = await finding(agreementId, pair.hr);
  assert.equal(granted.isBlocking, false);
  assert.deepEqual([granted.override?.reason, granted.override?.note], [reason, '已核对']);
  assert.deepEqual([granted.override?.askedBy, granted.override?.decidedBy], [pair.office.name, head.name]);
  // In English as well, and of no other agreement.
  await reword(
    agreementId,
    (body) => body,
    (en) => `${en}.`,
  );
  const back = await finding(agreementId);
  assert.deepEqual([back.isBlocking, back.override?.isLapsed, back.abilities?.ask], [true, true, null]);
  await assert.rejects(pair.kit.call(decideOverride, head, grant), refusal('override.words-changed'));
  // The very same words are the same matter again.
  await reword(
    agreementId,
    (body) => body,
    (en) => en.replace(/\.$/, ''),
  );
  assert.equal((await finding(agreementId)).isBlocking, false);
  const other = await misreadAgreement();
  assert.deepEqual([(await finding(other)).isBlocking, (await finding(other)).override], [true, null]);
});

test('a granted one opens the way to signature, a withdrawn one shuts it', async () => {
  const agreementId = await misreadAgreement();
  const of = await subject(agreementId);
  const fix = () => pair.kit.call(fixAgreement, pair.hr, { agreementId });
  await pair.kit.call(askOverride, pair.hr, { ...of, reason });
  await pair.kit.call(decideOverride, pair.office, { ...of, decision: 'refuse', note: '' });
  assert.deepEqual(
    [(await finding(agreementId)).override?.state, (await finding(agreementId)).isBlocking],
    ['refused', true],
  );
  await pair.kit.call(askOverride, pair.hr, { ...of, reason });
  await pair.kit.call(decideOverride, pair.office, { ...of, decision: 'grant', note: '' });
  await pair.confirmBoth(agreementId);
  await pair.kit.call(withdrawOverride, pair.hr, of);
  await assert.rejects(fix(), refusal('agreement.unlawful'));
  await pair.kit.call(askOverride, head, { ...of, reason });
  await pair.kit.call(decideOverride, pair.office, { ...of, decision: 'grant', note: '' });
  // The same words speak against a second rule; that finding is a matter of its own.
  await assert.rejects(fix(), refusal('agreement.unlawful'));
  const { digest, rule: second } = await finding(agreementId, pair.office, 'CN-LCL-9');
  assert.ok(digest);
  const ofSecond = { agreementId, clause, rule: second, digest };
  await pair.kit.call(askOverride, head, { ...ofSecond, reason });
  await pair.kit.call(decideOverride, pair.office, { ...ofSecond, decision: 'grant', note: '' });
  assert.equal((await fix()).state, 'signing');
  await assert.rejects(pair.kit.call(withdrawOverride, pair.office, of), refusal('override.too-late'));
});

test('what a typed term says is never set aside, nor words beside it on the same rule', async () => {
  const agreementId = await pair.begun();
  const { title, titleEn, terms } = await pair.kit.call(getAgreement, pair.office, { agreementId });
  assert.ok(terms);
  await pair.kit.call(setTerms, pair.office, {
    ...{ agreementId, title, titleEn, validFrom: '2027-01-01', validTo: '2029-12-31' },
    terms: { ...terms, internMonthlyPayMin: 0 },
  });
  const { findings } = await pair.kit.call(getLaw, pair.office, { agreementId });
  const typed = findings.filter((one) => one.digest === null);
  assert.ok(typed.some((one) => one.rule === 'CN-INT-032'));
  for (const one of typed) {
    assert.equal(one.abilities?.ask, 'override.typed');
    const input = { agreementId, clause: one.clause ?? '', rule: one.rule, digest: 'a'.repeat(64), reason };
    await assert.rejects(pair.kit.call(askOverride, pair.office, input), refusal('override.typed'));
  }
});

test('two requests at once are one, and strangers find nothing', async () => {
  const agreementId = await misreadAgreement();
  const of = await subject(agreementId);
  const both = await Promise.allSettled(
    [pair.office, pair.hr].map((actor) => pair.kit.call(askOverride, actor, { ...of, reason })),
  );
  assert.deepEqual(both.map((one) => one.status).toSorted(), ['fulfilled', 'rejected']);
  const grant = { ...of, decision: 'grant' as const, note: '' };
  for (const stranger of [pair.otherOffice, await pair.actorOf(pair.otherOffice.tenant, 'programme-head')]) {
    await assert.rejects(pair.kit.call(decideOverride, stranger, grant), refusal('thing.not-found'));
  }
  await assert.rejects(
    pair.kit.call(askOverride, pair.otherHr, { ...of, reason }),
    refusal('thing.not-found'),
  );
});
