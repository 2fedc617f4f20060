import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Actor } from '@dualtrack/platform/access';
import { refusal } from '@dualtrack/platform/testing';
import { verifyPdf } from '@dualtrack/signing';
import { sumLedger } from '../ledger.ts';
import { buildHouse, type House } from '../testing/house.ts';
import { certificateCheck } from './certificate-check.ts';
import { certificateFacts, certificateFile, makeCertificate } from './certificates.ts';
import { createCourse, getCourse, saveCourse } from './courses.ts';
import { expertRecord } from './expert-record.ts';
import { answerRate, confirmStatement, getLedger, listHours, proposeRate } from './ledger.ts';
import { answerSession, attestSession } from './move-session.ts';
import { planSession } from './plan-session.ts';
import { answerStay, assessStay, createStay, getStay, noteStay, reportStay } from './stays.ts';
import { listTeachersPractice } from './teachers.ts';

let house: House;
before(async () => {
  house = await buildHouse();
});
after(() => house.close());

const october = (day: number) => new Date(`2026-10-${String(day).padStart(2, '0')}T02:00:00Z`);

/** One attested session of an expert under an agreement. */
async function held(
  agreementId: string,
  expert: { actor: Actor; expertId: string },
  facts: { on: string; minutes: number; form?: 'guest-lecture' | 'staff-training'; courseId?: string },
) {
  const { kit, actor } = house;
  const [office, hr] = [actor('school-office'), actor('enterprise-hr')];
  const asker = expert.actor.kind === 'enterprise' ? office : hr;
  const { form = 'guest-lecture', ...rest } = facts;
  const { id: sessionId } = await kit.call(planSession, asker, {
    ...{ agreementId, form, title: '讲座', at: '10:00', ...rest },
    experts: [{ expertId: expert.expertId, isLeading: true, minutes: null }],
  });
  const { expertId } = expert;
  await kit.call(answerSession, expert.actor, { sessionId, expertId, accept: true });
  kit.clock.set(new Date(`${facts.on}T14:00:00Z`));
  for (const who of [office, hr]) await kit.call(attestSession, who, { sessionId, attended: 16 });
  return sessionId;
}
const accountOf = async (agreementId: string, who: Actor) =>
  (await house.kit.call(getLedger, who, {})).items.find((one) => one.agreementId === agreementId);

/** A certificate is made once, sealed, checked by its address, and not for the other side. */
async function certify(agreementId: string, mentor: { actor: Actor; expertId: string }, office: Actor) {
  const { kit } = house;
  const { items } = await kit.call(listHours, mentor.actor, { agreementId, sort: 'onDay' });
  const entryId = items.find((one) => one.expertId === mentor.expertId)?.id ?? '';
  await assert.rejects(kit.call(makeCertificate, office, { entryId }), refusal('certificate.not-yours'));
  const made = await Promise.all([1, 2].map(() => kit.call(makeCertificate, mentor.actor, { entryId })));
  assert.equal(made[0]?.id, made[1]?.id);
  const certificateId = made[0]?.id ?? '';
  const bytes = new Uint8Array(
    await (await kit.call(certificateFile, mentor.actor, { certificateId })).arrayBuffer(),
  );
  const seal = await verifyPdf(bytes, { at: kit.clock.now() });
  assert.equal(seal.signatures[0]?.coversWholeFile, true);
  await assert.rejects(kit.call(certificateFile, office, { certificateId }), refusal('thing.not-found'));
  const facts = await kit.call(certificateFacts, mentor.actor, { certificateId });
  assert.deepEqual(
    [facts.claim.minutes, facts.issuers.map((one) => one.attestedBy), facts.number],
    [100, ['school-office', 'enterprise-hr'], made[0]?.number],
  );
  const certified = async (who: Actor, certificate: 'made' | 'none', year = 2026) =>
    (await kit.call(listHours, who, { agreementId, certificate, year })).items.map(
      (one) => one.certificateNumber,
    );
  assert.deepEqual(await certified(mentor.actor, 'made'), [made[0]?.number]);
  assert.deepEqual(await certified(mentor.actor, 'made', 2025), []);
  assert.equal((await certified(mentor.actor, 'none')).includes(made[0]?.number ?? ''), false);
  // The other side learns nothing of it.
  assert.deepEqual(await certified(office, 'made'), []);
  // What a credential needs beside: skills, and the record that the hours rest on with who said so, and when.
  assert.deepEqual(
    facts.claim.skills.occupations.map((one) => one.code),
    ['3139'],
  );
  const [record] = facts.evidence;
  assert.deepEqual(
    [record?.kind, record?.attested.map(({ by, at }) => [by, at?.slice(0, 10)])],
    [
      'session',
      [
        ['school-office', facts.claim.onDay],
        ['enterprise-hr', facts.claim.onDay],
      ],
    ],
  );
  const { rows } = await house.admin.query('select digest from talent_certificate where id = $1', [
    certificateId,
  ]);
  assert.equal(rows[0]?.digest, createHash('sha256').update(bytes).digest('hex'));
  const wrong = { params: { token: 'nobody.json' }, query: {}, locale: 'en' as const };
  await assert.rejects(certificateCheck.answer(kit.kernel, wrong), refusal('link.unknown'));
  // Of two who asked at once one made it, and was told its address.
  const address =
    made
      .map((one) => one.address)
      .find((one) => one !== null)
      ?.split('/')
      .at(-1) ?? '';
  const asked = (token: string) => ({ params: { token }, query: {}, locale: 'en' as const });
  const open = await certificateCheck.answer(kit.kernel, asked(`${address}.json`));
  assert.equal(JSON.parse(String(open?.body)).sha256, rows[0]?.digest);
  const same = await certificateCheck.answer(kit.kernel, asked(address));
  assert.deepEqual(same?.body, bytes);
}

describe('the ledger', () => {
  test('hours of both ways at agreed rates, a statement confirmed by both, and what comes late goes into the next month', async () => {
    const { kit, actor } = house;
    const [office, hr] = [actor('school-office', undefined, '甲'), actor('enterprise-hr', undefined, '乙')];
    kit.clock.set(october(1));
    const agreementId = await house.addAgreement();
    const mentor = await house.addExpert('mentor');
    const teacher = await house.addExpert('teacher');
    const rate = { agreementId, giver: 'enterprise' as const, form: null, amount: 30_000 };
    const { id: rateId } = await kit.call(proposeRate, office, rate);
    await assert.rejects(
      kit.call(answerRate, office, { rateId, accept: true }),
      refusal('rate.not-your-side'),
    );
    await kit.call(answerRate, hr, { rateId, accept: true });
    await assert.rejects(kit.call(answerRate, hr, { rateId, accept: true }), refusal('rate.answered'));
    await held(agreementId, mentor, { on: '2026-10-13', minutes: 100 });
    await held(agreementId, teacher, { on: '2026-10-14', minutes: 240, form: 'staff-training' });
    const late = await kit.call(planSession, office, {
      ...{
        agreementId,
        form: 'guest-lecture' as const,
        title: '晚认定',
        on: '2026-10-20',
        at: '10:00',
        minutes: 60,
      },
      experts: [{ expertId: mentor.expertId, isLeading: true, minutes: null }],
    });
    await kit.call(answerSession, mentor.actor, {
      sessionId: late.id,
      expertId: mentor.expertId,
      accept: true,
    });

    const account = await accountOf(agreementId, office);
    assert.deepEqual(account?.totals, {
      school: { minutes: 240, fee: 0, bartered: 240 },
      enterprise: { minutes: 100, fee: 50_000, bartered: 0 },
    });
    assert.deepEqual(account?.balance, { minutes: 240, fee: -50_000 });
    const facts = await house.admin.query(
      "select metric, amount::int from obligation_fact where agreement_id = $1 and source_module = 'talent-sharing' order by metric",
      [agreementId],
    );
    assert.deepEqual(facts.rows, [
      { metric: 'course-hours', amount: 2 },
      { metric: 'staff-training-days', amount: 8 },
    ]);

    const month = '2026-10';
    const totals = account?.totals ?? sumLedger([]);
    const confirm = (who: Actor, sums = totals) =>
      kit.call(confirmStatement, who, { agreementId, month, totals: sums });
    await assert.rejects(confirm(office), refusal('statement.not-over'));
    kit.clock.set(new Date('2026-11-03T02:00:00Z'));
    await assert.rejects(confirm(office, sumLedger([])), refusal('statement.changed'));
    await confirm(office);
    await assert.rejects(confirm(office), refusal('statement.confirmed'));
    const both = await confirm(hr);
    assert.deepEqual([both.school, both.enterprise], ['甲', '乙']);

    for (const who of [office, hr]) await kit.call(attestSession, who, { sessionId: late.id, attended: 9 });
    const { items } = await kit.call(listHours, hr, { agreementId });
    assert.deepEqual(
      items.map((one) => [one.onDay, one.month, one.minutes]),
      [
        ['2026-10-20', '2026-11', 60],
        ['2026-10-14', '2026-10', 240],
        ['2026-10-13', '2026-10', 100],
      ],
    );
    const stranger = actor('enterprise-hr', house.ids.otherFirm);
    assert.equal((await kit.call(listHours, stranger, { agreementId })).total, 0);
    await assert.rejects(
      kit.call(confirmStatement, stranger, { agreementId, month, totals }),
      refusal('sharing.no-agreement'),
    );
    const pdf = await kit.call(expertRecord, mentor.actor, { expertId: mentor.expertId, year: 2026 });
    assert.equal(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
      '%PDF-',
    );
    await certify(agreementId, mentor, office);
    await assert.rejects(
      kit.call(expertRecord, office, { expertId: mentor.expertId, year: 2026 }),
      refusal('expert.no-hours'),
    );
  });

  test('both attest at once: the hours stand in the ledger once', async () => {
    const { kit, actor } = house;
    kit.clock.set(october(1));
    const agreementId = await house.addAgreement();
    const mentor = await house.addExpert('mentor');
    const [office, hr] = [actor('school-office'), actor('enterprise-hr')];
    const { id: sessionId } = await kit.call(planSession, office, {
      ...{ agreementId, form: 'guest-lecture', title: '同时', on: '2026-10-12', at: '10:00', minutes: 60 },
      experts: [{ expertId: mentor.expertId, isLeading: true, minutes: null }],
    });
    await kit.call(answerSession, mentor.actor, { sessionId, expertId: mentor.expertId, accept: true });
    kit.clock.set(october(13));
    await Promise.all([office, hr].map((who) => kit.call(attestSession, who, { sessionId, attended: 5 })));
    assert.equal((await kit.call(listHours, office, { agreementId })).total, 1);
  });

  test('in a course of both, hours of the own teacher are kept and not counted as shared', async () => {
    const { kit, actor } = house;
    kit.clock.set(october(1));
    const agreementId = await house.addAgreement();
    const [mentor, teacher] = [await house.addExpert('mentor'), await house.addExpert('teacher')];
    const [office, hr] = [actor('school-office'), actor('enterprise-hr')];
    const course = { agreementId, title: '双师课', teacherId: teacher.expertId, mentorId: mentor.expertId };
    await assert.rejects(
      kit.call(createCourse, office, { ...course, mentorId: teacher.expertId }),
      refusal('course.two-sides'),
    );
    const { id: courseId } = await kit.call(createCourse, office, course);
    const { id: sessionId } = await kit.call(planSession, office, {
      ...{
        agreementId,
        courseId,
        form: 'co-taught',
        title: '第一讲',
        on: '2026-10-15',
        at: '10:00',
        minutes: 90,
      },
      experts: [
        { expertId: teacher.expertId, isLeading: true, minutes: 60 },
        { expertId: mentor.expertId, isLeading: false, minutes: 30 },
      ],
    });
    await kit.call(answerSession, mentor.actor, { sessionId, expertId: mentor.expertId, accept: true });
    kit.clock.set(october(16));
    for (const who of [office, hr]) await kit.call(attestSession, who, { sessionId, attended: 30 });
    const view = await kit.call(getCourse, hr, { courseId });
    assert.deepEqual([view.teacherMinutes, view.mentorMinutes, view.sessions], [60, 30, 1]);
    const totals = (await accountOf(agreementId, hr))?.totals;
    assert.deepEqual([totals?.school.minutes, totals?.enterprise.minutes], [0, 30]);
    const saved = await Promise.allSettled(
      [office, hr].map((who) => kit.call(saveCourse, who, { courseId, revision: 1, title: '改名' })),
    );
    assert.deepEqual(saved.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
  });
});

describe('stays', () => {
  test('practice of a teacher: plan, notes, report, assessment; different days count against six months in five years', async () => {
    const { kit, actor } = house;
    kit.clock.set(october(12));
    const agreementId = await house.addAgreement();
    const teacher = await house.addExpert('teacher', { name: '教师甲' });
    const [office, hr] = [actor('school-office'), actor('enterprise-hr')];
    const plan = {
      ...{ agreementId, form: 'teacher-practice' as const, expertId: teacher.expertId, post: '工艺岗' },
      ...{ fromOn: '2026-10-12', toOn: '2026-10-23' },
    };
    await assert.rejects(kit.call(createStay, teacher.actor, plan), refusal('stay.plan-incomplete'));
    const whole = {
      ...{
        ...plan,
        plan: '跟班',
        contents: ['production' as const, 'post' as const, 'new-technology' as const],
      },
    };
    await assert.rejects(
      kit.call(createStay, hr, { ...whole, expertId: teacher.expertId }),
      refusal('stay.wrong-side'),
    );
    const { id: stayId } = await kit.call(createStay, teacher.actor, whole);
    await assert.rejects(kit.call(createStay, teacher.actor, whole), refusal('stay.overlaps'));
    await assert.rejects(
      kit.call(answerStay, office, { stayId, accept: true }),
      refusal('stay.not-your-role'),
    );
    await kit.call(answerStay, hr, { stayId, accept: true });
    const note = { stayId, minutes: 420, words: '巡检' };
    await kit.call(noteStay, teacher.actor, { ...note, onDay: '2026-10-12' });
    await assert.rejects(
      kit.call(noteStay, teacher.actor, { ...note, onDay: '2026-10-13' }),
      refusal('stay.not-that-day'),
    );
    kit.clock.set(october(14));
    await kit.call(noteStay, teacher.actor, { ...note, onDay: '2026-10-13' });
    await kit.call(noteStay, teacher.actor, { ...note, onDay: '2026-10-13', words: '再写一次' });
    const report = '两天跟班，整理了岗位标准，改写了实训指导书的两个章节。';
    await kit.call(reportStay, teacher.actor, { stayId, report });
    await assert.rejects(
      kit.call(assessStay, office, { stayId, grade: 'good' }),
      refusal('stay.not-your-role'),
    );
    await kit.call(assessStay, hr, { stayId, grade: 'good' });
    assert.equal((await kit.call(getStay, office, { stayId })).days, 2);
    const view = await kit.call(listTeachersPractice, office, {});
    const row = view.items.find((one) => one.expertId === teacher.expertId);
    assert.deepEqual([row?.days, row?.neededDays, row?.isMet], [2, 180, false]);
    const { rows } = await house.admin.query(
      "select amount::int from obligation_fact where agreement_id = $1 and metric = 'teacher-practice-days'",
      [agreementId],
    );
    assert.deepEqual(rows, [{ amount: 2 }]);
    const stranger = actor('enterprise-hr', house.ids.otherFirm);
    await assert.rejects(kit.call(getStay, stranger, { stayId }), refusal('thing.not-found'));
  });
});
