import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accounts } from '@dualtrack/accounts/server';
import { factsOf } from '@dualtrack/compliance/server';
import { orderClasses } from '@dualtrack/order-classes/server';
import { organisations } from '@dualtrack/organisations/server';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, type ServerModule } from '@dualtrack/platform/operation';
import { refusal, type TestKernel, testKernel } from '@dualtrack/platform/testing';
import pg from 'pg';
import { addPhoto, getPhoto, removePhoto } from './base-photos.ts';
import { cancelBooking, createBooking, listBookings } from './book-equipment.ts';
import { setPosition } from './change-base.ts';
import { trainingBases } from './index.ts';
import { getBase } from './read-bases.ts';
import { getInduction, inductionOf, myInductions } from './read-induction.ts';
import { setInduction, takeInduction } from './take-induction.ts';

const ids = { school: newId(), firm: newId(), otherSchool: newId(), otherFirm: newId() };
let kit: TestKernel;
let admin: pg.Client;

/** A room of which only the tables are needed. */
function tablesOf(name: string): ServerModule {
  const folder = new URL(`../../${name}/migrations/`, import.meta.url);
  return { name, contract: {}, operations: {}, migrations: { room: name, folder } };
}

before(async () => {
  const before = ['workforce', 'compliance', 'agreements'].map(tablesOf);
  kit = await testKernel([accounts, organisations, ...before, orderClasses, trainingBases]);
  admin = new pg.Client({ connectionString: kit.adminUrl });
  await admin.connect();
  for (const [key, tenant] of Object.entries(ids)) {
    const kind = key.toLowerCase().endsWith('school') ? 'school' : 'enterprise';
    await admin.query(
      `insert into organisation (tenant_id, kind, code, name, name_en, created_at) values ($1, $2, $3, $3, $3, '2026-01-01')`,
      [tenant, kind, key],
    );
  }
  await transact(kit.kernel.pool, ownScope(ids.school), (transaction) =>
    grantPartnership(transaction, { school: ids.school, enterprise: ids.firm, validFrom: '2026-01-01' }),
  );
});
after(async () => {
  await admin.end();
  await kit.close();
});

function actor(role: Role, options: { tenant?: string; subjectId?: string } = {}): Actor {
  const kind = kindOfRole(role);
  const tenant = options.tenant ?? (kind === 'school' ? ids.school : ids.firm);
  const homes = tenant === ids.firm ? [ids.school] : [];
  const subjectId = options.subjectId ?? null;
  return { personId: newId(), name: role, membershipId: newId(), role, tenant, kind, homes, subjectId };
}

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const values = { tenant_id: ids.school, enterprise_id: ids.firm, ...row };
  const marks = Object.keys(values).map((_, at) => `$${at + 1}`);
  await admin.query(`insert into ${table} (${Object.keys(values)}) values (${marks})`, Object.values(values));
}

/** A base with two units and a piece of equipment, a class with one student placed. */
async function scene() {
  const [baseId, classId, seat] = [newId(), newId(), newId()];
  const [studentId, placementId, equipmentId] = [newId(), newId(), newId()];
  const made = { created_at: '2026-01-01', changed_at: '2026-01-01' };
  await insert('base', { id: baseId, name: '基地', ...made });
  const units = [newId(), newId()] as const;
  for (const [at, id] of units.entries()) {
    await insert('base_unit', { id, base_id: baseId, name: `单元${at}`, length_weeks: 2, position: at });
  }
  await insert('base_equipment', {
    ...{ id: equipmentId, base_id: baseId, asset_number: 'A1', name: '天车', condition: 'ready' },
    inspection_due: '2027-06-30',
  });
  const span = { starts_on: '2027-03-01', ends_on: '2027-07-31' };
  const facts = { major_code: '460301', programme_name: '机电', capacity: 1, state: 'published' };
  const keys = { agreement_id: newId(), order_id: newId() };
  await insert('order_class', { id: classId, name: '班', ...keys, ...facts, ...span, ...made });
  await insert('class_seat', { id: seat, class_id: classId, post_id: newId(), capacity: 1, post: '{}' });
  await insert('placement', {
    ...{ id: placementId, class_id: classId, student_id: studentId, student_name: '学生', seat_id: seat },
    ...{ post_id: newId(), post_title: '工', state: 'signed', ...span },
  });
  return { baseId, classId, studentId, placementId, equipmentId, units };
}

const choices = [
  { text: '对', textEn: '' },
  { text: '错', textEn: '' },
];
const questions = [0, 1, 2, 1].map((answer, at) => ({
  ...{ id: `q${at}`, text: `问题${at}`, textEn: '', answer: Math.min(answer, 1) },
  choices,
}));
const right = Object.fromEntries(questions.map((one) => [one.id, one.answer]));
const office = actor('school-office');
const firm = actor('enterprise-hr');

describe('induction', () => {
  test('questions by the base, answers never to the student; the mark decides, and the law is told', async () => {
    const { baseId, classId, studentId, placementId, units } = await scene();
    const student = actor('student', { subjectId: studentId });
    assert.deepEqual((await kit.call(myInductions, student, {})).items, []);
    for (const unitId of units) {
      await kit.call(setInduction, firm, { baseId, unitId, passMark: 75, questions, guide: '先看' });
    }
    const mine = await kit.call(myInductions, student, {});
    assert.equal(mine.items.filter((one) => units.includes(one.unitId)).length, 2);
    assert.ok(!JSON.stringify(mine).includes('"answer"'));
    const facts = async () => {
      const all = await asSystem<never, Awaited<ReturnType<typeof factsOf>>>(
        kit.kernel,
        ids.school,
        (context) => factsOf(context, classId),
      );
      const own = all.filter((fact) => fact.placementId === placementId);
      return Object.fromEntries(own.map((fact) => [fact.name.split('.').at(-1), fact.value]));
    };
    const [first, second] = units;
    await assert.rejects(
      kit.call(takeInduction, student, { unitId: first, answers: { q0: 0 } }),
      refusal('induction.unanswered'),
    );
    const failed = await kit.call(takeInduction, student, {
      unitId: first,
      answers: { ...right, q0: 1, q1: 0 },
    });
    assert.deepEqual([failed.score, failed.isPassed, failed.wrong], [50, false, ['q0', 'q1']]);
    assert.deepEqual(await facts(), { score: 50, passMark: 75 });
    // Three of four is exactly the mark.
    const passed = await kit.call(takeInduction, student, { unitId: first, answers: { ...right, q0: 1 } });
    assert.deepEqual([passed.score, passed.isPassed], [75, true]);
    assert.equal((await facts()).completedAt, undefined);
    await kit.call(takeInduction, student, { unitId: second, answers: right });
    const { score, passMark, completedAt } = await facts();
    assert.deepEqual([score, passMark, typeof completedAt], [75, 75, 'string']);
    const read = await kit.call(getInduction, office, { baseId });
    assert.deepEqual(
      read.results.map((one) => [one.unitId, one.score, one.isPassed, one.attempts]).sort(),
      [
        [first, 75, true, 2],
        [second, 100, true, 1],
      ].sort(),
    );
    const door = await asSystem<never, Awaited<ReturnType<typeof inductionOf>>>(
      kit.kernel,
      ids.school,
      (context) => inductionOf(context, baseId),
    );
    assert.deepEqual(door.passed, new Set(units.map((unitId) => `${studentId} ${unitId}`)));
  });

  test('a pass is not lost by trying again, nor by harder questions later', async () => {
    const { baseId, studentId, units } = await scene();
    const student = actor('student', { subjectId: studentId });
    const set = { baseId, unitId: units[0], questions };
    await kit.call(setInduction, office, { ...set, passMark: 50 });
    await kit.call(takeInduction, student, { unitId: units[0], answers: right });
    await kit.call(setInduction, office, { ...set, passMark: 100 });
    await kit.call(takeInduction, student, { unitId: units[0], answers: { ...right, q0: 1 } });
    const item = (await kit.call(myInductions, student, {})).items.find((one) => one.unitId === units[0]);
    assert.deepEqual([item?.best?.score, item?.best?.isPassed], [100, true]);
  });

  test('strangers, and students placed elsewhere, cannot sit it', async () => {
    const { baseId, units } = await scene();
    const set = { baseId, unitId: units[0], questions, passMark: 75 };
    await kit.call(setInduction, firm, set);
    const elsewhere = actor('student', { subjectId: newId() });
    await assert.rejects(
      kit.call(takeInduction, elsewhere, { unitId: units[0], answers: right }),
      refusal('induction.not-yours'),
    );
    for (const stranger of [
      actor('school-office', { tenant: ids.otherSchool }),
      actor('enterprise-hr', { tenant: ids.otherFirm }),
    ]) {
      await assert.rejects(kit.call(setInduction, stranger, set), refusal('thing.not-found'));
      await assert.rejects(kit.call(getInduction, stranger, { baseId }), refusal('thing.not-found'));
    }
    const beyond = questions.map((one) => ({ ...one, answer: 5 }));
    await assert.rejects(
      kit.call(setInduction, firm, { ...set, questions: beyond }),
      refusal('induction.no-such-answer'),
    );
  });
});

describe('booking', () => {
  const at = (hour: number, day = '2027-05-03') => `${day}T0${hour}:00:00.000Z`;

  test('what is taken is refused, also of two at once; one may begin where the other ends', async () => {
    const { baseId, equipmentId } = await scene();
    const teacher = actor('teacher');
    const book = (who: Actor, from: number, to: number) =>
      kit.call(createBooking, who, { baseId, equipmentId, startsAt: at(from), endsAt: at(to), purpose: '' });
    const tries = await Promise.allSettled([book(teacher, 1, 3), book(firm, 2, 4)]);
    assert.deepEqual(tries.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
    const { items } = await kit.call(listBookings, office, { baseId });
    const [kept] = items;
    assert.ok(kept && items.length === 1);
    const end = new Date(kept.endsAt).getUTCHours();
    await book(office, end, end + 1);
    await assert.rejects(book(office, end - 1, end), refusal('booking.conflict'));
    await assert.rejects(book(office, 5, 5), refusal('booking.ends-first'));
    await assert.rejects(
      kit.call(cancelBooking, actor('teacher'), { baseId, bookingId: kept.id }),
      refusal('booking.not-yours'),
    );
    await kit.call(cancelBooking, firm, { baseId, bookingId: kept.id });
    await book(office, end - 1, end);
  });

  test('nothing broken, nothing overdue for inspection, nothing of another base', async () => {
    const { baseId, equipmentId } = await scene();
    const given = { baseId, equipmentId, startsAt: at(1), endsAt: at(2), purpose: '' };
    const late = { startsAt: at(1, '2027-07-01'), endsAt: at(2, '2027-07-01') };
    await assert.rejects(
      kit.call(createBooking, firm, { ...given, ...late }),
      refusal('booking.inspection-due'),
    );
    const { baseId: other } = await scene();
    await assert.rejects(
      kit.call(createBooking, firm, { ...given, baseId: other }),
      refusal('booking.no-such-equipment'),
    );
    await admin.query(`update base_equipment set condition = 'broken' where id = $1`, [equipmentId]);
    await assert.rejects(kit.call(createBooking, firm, given), refusal('booking.broken'));
  });
});

test('a profile has a position of both numbers or none, and photos that are pictures', async () => {
  const { baseId } = await scene();
  const here = { baseId, address: '哈密市伊州区', latitude: 42.83, longitude: 93.51 };
  await kit.call(setPosition, firm, here);
  await assert.rejects(
    kit.call(setPosition, office, { ...here, longitude: null }),
    refusal('base.half-position'),
  );
  const png = new File([Buffer.from('89504e470d0a1a0a', 'hex')], 'a.png');
  const { id: photoId } = await kit.call(addPhoto, office, { baseId, file: png, caption: '大门' });
  await assert.rejects(
    kit.call(addPhoto, office, { baseId, file: new File(['<svg/>'], 'b.png') }),
    refusal('base.not-a-picture'),
  );
  const view = await kit.call(getBase, firm, { baseId });
  assert.deepEqual([view.latitude, view.photos.map((one) => one.caption)], [42.83, ['大门']]);
  assert.equal((await kit.call(getPhoto, firm, { baseId, photoId })).type, 'image/png');
  const stranger = actor('school-office', { tenant: ids.otherSchool });
  await assert.rejects(kit.call(getPhoto, stranger, { baseId, photoId }), refusal('thing.not-found'));
  await kit.call(removePhoto, firm, { baseId, photoId });
  assert.deepEqual((await kit.call(getBase, firm, { baseId })).photos, []);
});
