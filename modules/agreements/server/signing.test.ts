import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Refusal } from '@dualtrack/platform/errors';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import { signingStage, tokenIn } from '../testing/signing-stage.ts';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { verifyKept } from './documents.ts';
import { reopenAgreement } from './move-agreement.ts';
import { getAgreement } from './read-agreements.ts';
import { signAgreement } from './sign-agreement.ts';
import { remindSigners } from './sign-reminders.ts';
import { declineOwnSlot } from './signing-decline.ts';
import { revokeSigningLink, sendSigningLink } from './signing-link.ts';
import { putHandwriting, putSeal } from './signing-marks.ts';
import {
  declineByLink,
  enterCode,
  linkDocument,
  linkHandwriting,
  openSigning,
  showLink,
  signByLink,
} from './signing-open.ts';
import { putMandate, revokeMandate, setSigningDue } from './signing-plan.ts';

let pair: TestPair;
let stage: ReturnType<typeof signingStage>;
before(async () => {
  pair = await testPair();
  stage = signingStage(pair);
});
after(async () => {
  await closePdf();
  await pair.kit.close();
});

const secret = 'signing word';
const sign = async (who: 'office' | 'hr', agreementId: string, word = secret) => {
  const { documentDigest } = await pair.kit.call(getAgreement, pair[who], { agreementId });
  return pair.kit.call(signAgreement, pair[who], { agreementId, digest: documentDigest ?? '', secret: word });
};
const later = (milliseconds: number) =>
  pair.kit.clock.set(new Date(pair.kit.clock.now().getTime() + milliseconds));
const day = 86_400_000;

/** A fixed agreement with a third witness who signs by link. */
async function withWitness(mail: string, more: Parameters<typeof stage.witness>[2] = {}) {
  const { id } = await pair.fixed();
  const { office } = pair;
  const view = await stage.setPlan(id, office, [
    stage.plain(office, 'school'),
    stage.witness('周明理', mail, more),
  ]);
  return { id, slotId: stage.slotId(view, '周明理') };
}

describe('plan', () => {
  test('in order: nobody before their turn; the paper of a changed plan has another digest', async () => {
    const { kit, office, hr } = pair;
    const { id, digest } = await pair.fixed();
    const view = await stage.setPlan(id, office, [{ ...stage.plain(office, 'school'), step: 2 }]);
    assert.notEqual(view.documentDigest, digest);
    await assert.rejects(sign('office', id), refusal('signing.not-your-turn'));
    await assert.rejects(
      kit.call(signAgreement, hr, { agreementId: id, digest, secret }),
      refusal('signing.digest-differs'),
    );
    await sign('hr', id);
    assert.equal((await sign('office', id)).state, 'in-force');
  });

  test('several a side and an approver: in force only with the last signature', async () => {
    const { kit, office, hr } = pair;
    const { id } = await pair.fixed();
    const deputy = await pair.actorOf(pair.school, 'school-office');
    const plan = [
      stage.plain(office, 'school'),
      { ...stage.plain(deputy, 'school'), role: 'approver' as const },
    ];
    await stage.setPlan(id, office, plan);
    await sign('hr', id);
    assert.equal((await sign('office', id)).state, 'signing');
    const { documentDigest } = await kit.call(getAgreement, deputy, { agreementId: id });
    const whole = await kit.call(signAgreement, deputy, {
      agreementId: id,
      digest: documentDigest ?? '',
      secret,
    });
    assert.equal(whole.state, 'in-force');
    const { signatures, record } = await kit.call(verifyKept, hr, { agreementId: id });
    assert.deepEqual(
      signatures.map((one) => one.field),
      ['enterprise', 'school', 'approver-school', 'platform'],
    );
    assert.equal(record.hasRecordedSigners, true);
  });

  test('flaws are refused all at once, and nothing changes after a signature', async () => {
    const { office } = pair;
    const { id } = await pair.fixed();
    const bad = [{ ...stage.witness('甲', 'one@x.cn'), organisation: '' }, stage.witness('乙', 'one@x.cn')];
    await assert.rejects(stage.setPlan(id, office, bad), (error) => {
      assert.ok(error instanceof Refusal);
      assert.deepEqual(
        error.issues.map((issue) => issue.code),
        ['signing.signer-needed', 'input.required', 'signing.mail-twice'],
      );
      return true;
    });
    await sign('hr', id);
    await assert.rejects(
      stage.setPlan(id, office, [stage.plain(office, 'school')]),
      refusal('signing.begun'),
    );
  });

  test('a mandate: without its document or once revoked it signs nothing', async () => {
    const { kit, office } = pair;
    const { id } = await pair.fixed();
    const mandate = { for: '林知远 校长', scope: '签署本协议', until: '2026-12-31' };
    const view = await stage.setPlan(id, office, [
      { ...stage.plain(office, 'school'), role: 'delegate', mandate },
    ]);
    const place = { agreementId: id, slotId: stage.slotId(view, office.name) };
    // Whom the paper names and who signs for them are told apart.
    const { signatories } = await kit.call(getAgreement, office, { agreementId: id });
    assert.deepEqual(
      signatories.map((one) => [one.side, one.name, one.delegateOf]),
      [
        ['school', office.name, '林知远 校长'],
        ['enterprise', pair.hr.name, null],
      ],
    );
    await assert.rejects(sign('office', id), refusal('signing.mandate-missing'));
    const file = new File(['%PDF-1.4 mandate'], 'mandate.pdf', { type: 'application/pdf' });
    await kit.call(putMandate, office, { ...place, file });
    await kit.call(revokeMandate, office, place);
    await assert.rejects(sign('office', id), refusal('signing.mandate-revoked'));
    await kit.call(putMandate, office, { ...place, file });
    await sign('office', id);
    await assert.rejects(kit.call(revokeMandate, office, place), refusal('signing.slot-settled'));
  });

  test('after the last day nobody signs until another day is set', async () => {
    const { kit, office } = pair;
    const { id } = await pair.fixed();
    await kit.call(setSigningDue, office, { agreementId: id, dueOn: '2026-11-22' });
    const now = kit.clock.now();
    later(2 * day);
    await assert.rejects(sign('office', id), refusal('signing.expired'));
    await kit.call(setSigningDue, office, { agreementId: id, dueOn: '2026-12-24' });
    await sign('office', id);
    kit.clock.set(now);
    // The clock was set back behind the signature: a later one would claim an earlier time.
    await assert.rejects(sign('hr', id), refusal('signing.clock-behind'));
    later(3 * day);
    assert.equal((await sign('hr', id)).state, 'in-force');
  });

  test('declining ends the agreement, unless only a witness declines', async () => {
    const { kit, office, hr } = pair;
    const { id, slotId } = await withWitness('witness.declines@x.cn');
    const { token, code } = await stage.link(id, slotId);
    const { pass } = await stage.enter(token, code);
    await kit.call(declineByLink, null, { token, pass, reason: '不便见证' });
    await sign('hr', id);
    assert.equal((await sign('office', id)).state, 'in-force');
    const other = await pair.fixed();
    const own = stage.slotId(await stage.view(other.id, hr), hr.name);
    const input = { agreementId: other.id, slotId: own, reason: '董事会未通过' };
    await assert.rejects(kit.call(declineOwnSlot, office, input), refusal('agreement.not-the-signer'));
    await kit.call(declineOwnSlot, hr, input);
    const ended = await kit.call(getAgreement, office, { agreementId: other.id });
    assert.deepEqual([ended.state, ended.declineReason], ['declined', '董事会未通过']);
  });
});

describe('one-time link', () => {
  test('mail, code, document, name: signs once, and the link is used up', async () => {
    const { kit, office, hr } = pair;
    const { id, slotId } = await withWitness('witness@x.cn');
    const { token, code } = await stage.link(id, slotId);
    assert.ok(!stage.mails.at(-1)?.text.includes(code), 'the mail with the link does not carry the code');
    // A mail scanner opens the link as often as it likes.
    for (let i = 0; i < 3; i += 1) await kit.call(showLink, null, { token });
    assert.equal((await stage.view(id)).slots.find((slot) => slot.id === slotId)?.openedAt, null);
    const opened = await stage.enter(token, code);
    const file = await kit.call(linkDocument, null, { token, pass: opened.pass });
    assert.match(await file.text(), /^%PDF-/);
    const { pass, digest } = opened;
    const input = { token, pass, digest, name: '周明理' };
    await assert.rejects(
      kit.call(signByLink, null, { ...input, name: '别人' }),
      refusal('agreement.not-the-signer'),
    );
    await assert.rejects(
      kit.call(signByLink, null, { ...input, digest: 'a'.repeat(64) }),
      refusal('signing.digest-differs'),
    );
    const both = await Promise.allSettled([1, 2].map(() => kit.call(signByLink, null, input)));
    assert.equal(both.filter((one) => one.status === 'fulfilled').length, 1);
    await assert.rejects(kit.call(signByLink, null, input), refusal('link.unknown'));
    await assert.rejects(kit.call(showLink, null, { token }), refusal('link.unknown'));
    // Only a witness has signed so far: the wording is closed all the same.
    await assert.rejects(
      kit.call(reopenAgreement, office, { agreementId: id }),
      refusal('agreement.already-signed'),
    );
    await sign('hr', id);
    await sign('office', id);
    const { signatures, record } = await kit.call(verifyKept, hr, { agreementId: id });
    assert.deepEqual(
      signatures.map((one) => one.field),
      ['witness-third', 'enterprise', 'school', 'platform'],
    );
    assert.equal(record.hasRecordedSigners, true);
    await assert.rejects(
      kit.call(sendSigningLink, office, { agreementId: id, slotId }),
      refusal('agreement.not-in-state'),
    );
  });

  test('guessing: five wrong codes end the link, also all at once, and the right one no longer helps', async () => {
    const { kit } = pair;
    const { id, slotId } = await withWitness('guessed@x.cn');
    const { token, code } = await stage.link(id, slotId);
    const wrong = Array.from({ length: 30 }, (_, i) => String(i).padStart(8, '9'));
    const tries = await Promise.allSettled(
      wrong.map((one) => kit.call(enterCode, null, { token, code: one })),
    );
    const left = tries.flatMap((one) =>
      one.status === 'rejected' && one.reason instanceof Refusal
        ? [Number(one.reason.params['left'] ?? 0)]
        : [],
    );
    // Whichever came first: each try that was looked at is told another number, and all others that none is left.
    assert.deepEqual(left.filter((one) => one > 0).sort(), [1, 2, 3, 4]);
    assert.equal(left.length, 30);
    await assert.rejects(kit.call(enterCode, null, { token, code }), refusal('link.unknown'));
    const fresh = await stage.link(id, slotId);
    await stage.enter(fresh.token, fresh.code);
  });

  test('a new link ends the old one; revoked, expired or of another slot: unknown', async () => {
    const { kit, office } = pair;
    const { id, slotId } = await withWitness('again@x.cn');
    const first = await stage.link(id, slotId);
    const second = await stage.link(id, slotId);
    await assert.rejects(kit.call(showLink, null, { token: first.token }), refusal('link.unknown'));
    const { pass } = await stage.enter(second.token, second.code);
    later(31 * 60_000);
    const input = { token: second.token, pass };
    await assert.rejects(kit.call(openSigning, null, input), refusal('signing.pass-over'));
    later(8 * day);
    await assert.rejects(kit.call(enterCode, null, second), refusal('link.unknown'));
    const third = await stage.link(id, slotId);
    await kit.call(revokeSigningLink, office, { agreementId: id, slotId });
    await assert.rejects(kit.call(showLink, null, { token: third.token }), refusal('link.unknown'));
    const other = await withWitness('other@x.cn');
    const foreign = await stage.link(other.id, other.slotId);
    const own = await stage.link(id, slotId);
    const { pass: foreignPass } = await stage.enter(foreign.token, foreign.code);
    await assert.rejects(
      kit.call(openSigning, null, { token: own.token, pass: foreignPass }),
      refusal('signing.pass-over'),
    );
  });

  test('the code goes to the second mail when there is one', async () => {
    const { kit, office } = pair;
    const { id, slotId } = await withWitness('link@x.cn', { secondMail: 'code@x.cn' });
    const { code } = await kit.call(sendSigningLink, office, { agreementId: id, slotId });
    assert.equal(code, null);
    const [link, second] = stage.mails.slice(-2);
    assert.deepEqual([link?.to, second?.to], ['link@x.cn', 'code@x.cn']);
    await stage.enter(tokenIn(link), /\d{4} \d{4}/.exec(second?.text ?? '')?.[0] ?? '');
  });

  test('nobody elsewhere and no other side sends or reads links', async () => {
    const { kit, hr, otherOffice } = pair;
    const { id, slotId } = await withWitness('own@x.cn');
    const input = { agreementId: id, slotId };
    await assert.rejects(kit.call(sendSigningLink, otherOffice, input), refusal('thing.not-found'));
    const school = stage.slotId(await stage.view(id), pair.office.name);
    await assert.rejects(
      kit.call(sendSigningLink, hr, { agreementId: id, slotId: school }),
      refusal('agreement.not-your-role'),
    );
    const seen = await stage.view(id, hr);
    assert.equal(seen.slots.find((slot) => slot.side === 'school')?.reach, null);
  });
});

describe('what is drawn into the paper', () => {
  test('handwriting of own hand only, and nothing after the first signature', async () => {
    const { kit, office, hr } = pair;
    const { id, slotId } = await withWitness('draws@x.cn');
    const { token, code } = await stage.link(id, slotId);
    const { pass, digest } = await stage.enter(token, code);
    const stroke: [number, number][] = [
      [0.1, 0.2],
      [0.9, 0.8],
    ];
    const strokes = { kind: 'strokes' as const, strokes: [stroke] };
    const drawn = await kit.call(linkHandwriting, null, { token, pass, handwriting: strokes });
    assert.notEqual(drawn.digest, digest);
    const own = stage.slotId(await stage.view(id), office.name);
    const typed = { kind: 'typed' as const, text: office.name };
    const input = { agreementId: id, slotId: own, handwriting: typed };
    await assert.rejects(kit.call(putHandwriting, hr, input), refusal('agreement.not-the-signer'));
    const view = await kit.call(putHandwriting, office, input);
    assert.deepEqual(
      view.slots.map((slot) => slot.hasHandwriting),
      view.slots.map((slot) => slot.side !== 'enterprise'),
    );
    await sign('hr', id);
    await assert.rejects(kit.call(putHandwriting, office, input), refusal('signing.begun'));
    await assert.rejects(
      kit.call(linkHandwriting, null, { token, pass, handwriting: null }),
      refusal('signing.begun'),
    );
  });

  test('a seal that is no picture is refused, whatever it calls itself', async () => {
    const { kit, office } = pair;
    const { id } = await pair.fixed();
    const magic = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    for (const bytes of [new Uint8Array([1, 2, 3]), magic]) {
      const file = new File([bytes], 'seal.png', { type: 'image/png' });
      await assert.rejects(
        kit.call(putSeal, office, { agreementId: id, file }),
        refusal('signing.seal-unreadable'),
      );
    }
    assert.deepEqual((await stage.view(id)).seals, []);
    await sign('office', id);
  });
});

test('wrong signing passwords: counted though refused, and the key rests', async () => {
  const { id } = await pair.fixed();
  await sign('office', (await pair.fixed()).id);
  const tries = await Promise.allSettled(
    Array.from({ length: 12 }, () => sign('office', id, 'a wrong word')),
  );
  const seen = tries.map((one) =>
    one.status === 'rejected' && one.reason instanceof Refusal ? one.reason.code : '',
  );
  assert.equal(seen.filter((one) => one === 'signing.secret-wrong').length, 5);
  assert.equal(seen.filter((one) => one === 'signing.secret-locked').length, 7);
  await assert.rejects(sign('office', id), refusal('signing.secret-locked'));
  later(16 * 60_000);
  await sign('office', id);
});

test('reminders: every third day to whose turn it is, with a new link and the same code; after the last day once', async () => {
  const { kit, office } = pair;
  const { id, slotId } = await withWitness('reminded@x.cn');
  const { token, code } = await stage.link(id, slotId);
  const remind = async () => {
    const before = stage.mails.length;
    await remindSigners(kit.kernel, pair.school);
    return stage.mails.slice(before).filter((mail) => mail.to === 'reminded@x.cn');
  };
  assert.deepEqual(await remind(), []);
  later(3 * day);
  const [mail, ...more] = await remind();
  assert.deepEqual(more, []);
  assert.deepEqual(await remind(), []);
  await assert.rejects(kit.call(showLink, null, { token }), refusal('link.unknown'));
  await stage.enter(tokenIn(mail), code);
  const due = new Date(kit.clock.now().getTime() + day).toISOString().slice(0, 10);
  await kit.call(setSigningDue, office, { agreementId: id, dueOn: due });
  later(4 * day);
  assert.equal((await remind()).length, 1);
  assert.equal((await remind()).length, 0);
});
