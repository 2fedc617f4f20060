import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planFlaws, type SlotInput } from './plan-flaws.ts';
import {
  dueSlots,
  isComplete,
  isSettled,
  type Slot,
  signRoles,
  slotStates,
  whyNotSlot,
} from './sign-slots.ts';

const base: SlotInput = {
  ...{
    side: 'school',
    role: 'signer',
    step: 1,
    name: '林知远',
    post: '',
    organisation: '',
    channel: 'account',
  },
  ...{ mail: null, secondMail: null, phone: null, mandate: null },
};
const codes = (slots: SlotInput[], others: SlotInput[] = []) =>
  planFlaws(slots, others, 'school', '2026-11-22').map(({ pointer, code }) => `${pointer} ${code}`);

test('every flaw of a plan is named with its place', () => {
  assert.deepEqual(codes([base]), []);
  assert.deepEqual(codes([{ ...base, role: 'witness' }]), ['/slots signing.signer-needed']);
  const link = { ...base, name: '乙', channel: 'link' as const };
  assert.deepEqual(codes([base, link]), ['/slots/1/mail signing.mail-needed']);
  const third = { ...base, name: '丙', side: 'third' as const };
  assert.deepEqual(codes([base, third]), [
    '/slots/1/channel signing.link-needed',
    '/slots/1/organisation input.required',
    '/slots/1/role signing.third-is-witness',
  ]);
  assert.deepEqual(codes([base, { ...base, side: 'enterprise', name: '丁' }]), [
    '/slots/1/side signing.other-side',
  ]);
  assert.deepEqual(codes([base, { ...base, name: '林 知远' }]), ['/slots/1/name signing.name-twice']);
  const delegate = { ...base, role: 'delegate' as const };
  assert.deepEqual(codes([delegate]), ['/slots/0/mandate signing.mandate-needed']);
  const over = { for: '校长', scope: '签署', until: '2026-11-21' };
  assert.deepEqual(codes([{ ...delegate, mandate: over }]), ['/slots/0/mandate/until signing.mandate-ended']);
});

test('no two people share a mail or telephone, however it is written', () => {
  const first = { ...base, mail: 'A@x.cn', phone: '+86 138-0000-1111' };
  const second = { ...base, name: '乙', mail: 'a@X.CN', phone: '13800001111' };
  assert.deepEqual(codes([first, second]), [
    '/slots/1/mail signing.mail-twice',
    '/slots/1/phone signing.phone-twice',
  ]);
  assert.deepEqual(codes([second], [first]), [
    '/slots/0/mail signing.mail-twice',
    '/slots/0/phone signing.phone-twice',
  ]);
  // The code must take another way than the link.
  assert.deepEqual(codes([{ ...base, mail: 'a@x.cn', secondMail: 'A@x.cn' }]), [
    '/slots/0/secondMail signing.mail-twice',
  ]);
});

const anySlot = fc.record({
  id: fc.uuid(),
  side: fc.constantFrom('school' as const, 'enterprise' as const, 'third' as const),
  role: fc.constantFrom(...signRoles),
  step: fc.integer({ min: 1, max: 4 }),
  name: fc.string({ minLength: 1, maxLength: 5 }),
  channel: fc.constantFrom('account' as const, 'link' as const),
  state: fc.constantFrom(...slotStates),
  mandate: fc.constant({ for: '甲', scope: '签署', until: '2030-01-01' }),
  hasMandateFile: fc.boolean(),
  isMandateRevoked: fc.boolean(),
});

test('whoever’s turn it is has nobody open before them, and signing in turn always comes to an end', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anySlot, { maxLength: 8, selector: (slot) => slot.id }), (slots: Slot[]) => {
      for (const due of dueSlots(slots))
        assert.ok(slots.every((other) => isSettled(other) || other.step >= due.step));
      let now = slots.map((slot) =>
        slot.state === 'declined' ? { ...slot, role: 'witness' as const } : slot,
      );
      for (let round = 0; round <= slots.length && dueSlots(now).length > 0; round += 1) {
        const [next] = dueSlots(now);
        now = now.map((slot) => (slot.id === next?.id ? { ...slot, state: 'signed' as const } : slot));
      }
      assert.equal(isComplete(now), slots.length > 0);
    }),
  );
});

test('a slot is signed once, in its turn, in time, and by a standing mandate only', () => {
  fc.assert(
    fc.property(fc.array(anySlot, { minLength: 1, maxLength: 6 }), fc.boolean(), (slots: Slot[], isLate) => {
      const plan = { dueOn: isLate ? '2026-11-21' : null };
      for (const slot of slots) {
        if (whyNotSlot(slots, slot, plan, '2026-11-22') !== null) continue;
        assert.equal(slot.state, 'waiting');
        assert.ok(!isLate);
        assert.ok(slot.role !== 'delegate' || (slot.hasMandateFile && !slot.isMandateRevoked));
      }
    }),
  );
});
