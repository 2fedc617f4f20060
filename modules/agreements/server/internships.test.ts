import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OrganisationsTables } from '@dualtrack/organisations/server';
import type { Actor } from '@dualtrack/platform/access';
import { Refusal } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { asSystem } from '@dualtrack/platform/operation';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { getLaw } from './agreement-law.ts';
import { getInternshipClass, listInternshipClasses } from './internship-classes.ts';
import { confirmInternships } from './internship-confirm.ts';
import { makeInternships } from './internship-make.ts';
import {
  answerMyInternship,
  declineMyInternship,
  getMyInternship,
  listMyInternships,
  myInternshipDocument,
  signMyInternship,
} from './internship-mine.ts';
import { setInternshipSource } from './internship-source.ts';
import { declineAgreement, fixAgreement, reopenAgreement } from './move-agreement.ts';
import { listObligations } from './obligation-changes.ts';
import { getAgreement } from './read-agreements.ts';
import { setAnswers } from './set-answers.ts';
import { signAgreement } from './sign-agreement.ts';
import { getSigning, setSigningPlan } from './signing-plan.ts';

const classId = newId();
const secret = 'a long enough word';
const [minor, adult, orphan] = [newId(), newId(), newId()];
/** Placements that the class has in a test. */
let placed = [minor, adult];
const shared = {
  ...{ teacher: '周敏', teacherPhone: '139', mentor: '马师傅', mentorPhone: '138', dailyHours: 8 },
  ...{ weeklyHours: 40, payDay: 15, endNoticeDays: 7, tasks: { zh: '操作', en: 'Operation' } },
  ...{ restDays: { zh: '周六、周日', en: 'weekends' }, meals: { zh: '食堂', en: 'canteen' } },
  ...{ lodging: { zh: '宿舍', en: 'dormitory' }, assessment: { zh: '过程考核', en: 'continuous' } },
};

const nameOf = (id: string) => (id === minor ? '古丽' : id === adult ? '张伟' : '阿丽亚');

let pair: TestPair;
let people: Record<'student' | 'guardian' | 'adult', Actor>;
before(async () => {
  pair = await testPair();
  const frame = await pair.begun();
  await asSystem<OrganisationsTables, void>(pair.kit.kernel, pair.school, async ({ db }) => {
    const [programmeId, cohortId] = [newId(), newId()];
    const home = { tenantId: pair.school };
    await db
      .insertInto('programme')
      .values({
        ...{ ...home, id: programmeId, majorCode: '460301', name: '机电', nameEn: '', level: 'associate' },
        ...{ years: 3, occupations: [], joinRate: 0.5, completionRate: 0.9 },
      })
      .execute();
    await db
      .insertInto('cohort')
      .values({
        ...{ ...home, id: cohortId, code: 'C1', programmeId, entryYear: 2025, className: '机电2501' },
        ...{ size: 40, graduationQuarter: '2028-Q2' },
      })
      .execute();
    for (const [id, name, birthDate, guardianName] of [
      [minor, '古丽', '2010-05-01', '买买提'],
      [adult, '张伟', '2005-05-01', '买买提'],
      [orphan, '阿丽亚', '2010-06-01', null],
    ] as const) {
      await db
        .insertInto('student')
        .values({
          ...{ ...home, id, studentNumber: id.slice(-6), name, sex: 'female', birthDate, cohortId },
          ...{ phone: '13900000001', guardianName, guardianPhone: '13900000002' },
        })
        .execute();
    }
  });
  const period = { startsOn: '2027-03-01', endsOn: '2027-07-31' };
  setInternshipSource({
    classes: async ({ tenant }) =>
      tenant !== pair.school
        ? []
        : [
            {
              ...{ classId, enterpriseId: pair.firm, name: '定远班', teacherName: '', mentorName: '' },
              ...{ ...period, agreementId: frame, placements: 2 },
            },
          ],
    placements: async () =>
      placed.map((studentId) => ({
        ...{ placementId: studentId, studentId, studentName: nameOf(studentId) },
        ...{ postTitle: '操作员', postTitleEn: 'Operator', siteName: '一厂', internPay: 420_000 },
        ...{ hazards: ['noise'], insurance: null, ...period },
      })),
  });
  const as = async (role: 'student' | 'guardian', subjectId: string): Promise<Actor> => ({
    ...(await pair.actorOf(pair.school, role)),
    subjectId,
  });
  people = {
    student: await as('student', minor),
    guardian: await as('guardian', minor),
    adult: await as('student', adult),
  };
});
after(async () => {
  await closePdf();
  await pair.kit.close();
});

const view = (actor: Actor) => pair.kit.call(getInternshipClass, actor, { classId });
async function rowOf(name: string, actor: Actor = pair.office) {
  const row = (await view(actor)).rows.find((one) => one.studentName === name);
  assert.ok(row?.agreement, name);
  return row.agreement;
}
async function confirm(actor: Actor, signer = '') {
  const seen = (await view(actor)).rows.flatMap(({ agreement }) =>
    agreement?.state === 'negotiating' ? [{ agreementId: agreement.id, version: agreement.version }] : [],
  );
  await pair.kit.call(confirmInternships, actor, { classId, seen, signer, signerPost: '' });
  await pair.kit.settle();
}
const own = { identityNumber: '650000201005010000', studentAddress: '哈密市伊州区' };

describe('tripartite agreements of a class', () => {
  test('are made in one go, filled, once each, by the own school only', async () => {
    const { kit, office, hr, otherOffice } = pair;
    await assert.rejects(kit.call(makeInternships, otherOffice, { classId }), refusal('thing.not-found'));
    await assert.rejects(kit.call(makeInternships, hr, { classId }), refusal('access.forbidden'));
    // Two presses at once make each agreement once.
    await Promise.all([
      kit.call(makeInternships, office, { classId, given: shared }),
      kit.call(makeInternships, office, { classId, given: shared }),
    ]);
    await kit.settle();
    const { rows } = await view(office);
    assert.deepEqual(
      rows.map((row) => [row.studentName, row.agreement?.missing.length]),
      [
        ['古丽', 2],
        ['张伟', 2],
      ],
    );
    assert.equal((await kit.call(listMyInternships, people.student, {})).items.length, 1);
    await assert.rejects(
      kit.call(makeInternships, office, { classId }),
      refusal('internship.nothing-to-make'),
    );
    const [row] = (await kit.call(listInternshipClasses, hr, {})).items;
    assert.deepEqual([row?.made, row?.incomplete], [2, 2]);
    assert.deepEqual((await kit.call(listInternshipClasses, otherOffice, {})).items, []);
    await assert.rejects(view(otherOffice), refusal('thing.not-found'));
  });

  test('whoever teaches the students reads how far they are, and makes and confirms nothing', async () => {
    const { kit, school, otherOffice } = pair;
    const teacher = await pair.actorOf(school, 'teacher');
    const { rows } = await view(teacher);
    assert.deepEqual(
      rows.map((row) => row.agreement?.isOwnTurn),
      [false, false],
    );
    assert.equal((await kit.call(listInternshipClasses, teacher, {})).items.length, 1);
    await assert.rejects(kit.call(makeInternships, teacher, { classId }), refusal('access.forbidden'));
    const seen = rows.flatMap(({ agreement }) =>
      agreement ? [{ agreementId: agreement.id, version: agreement.version }] : [],
    );
    const order = { classId, seen, signer: '', signerPost: '' };
    await assert.rejects(kit.call(confirmInternships, teacher, order), refusal('access.forbidden'));
    const elsewhere = await pair.actorOf(otherOffice.tenant, 'teacher');
    await assert.rejects(view(elsewhere), refusal('thing.not-found'));
  });

  test('are not made for a minor without a guardian on record, who is named with the cure', async () => {
    const { kit, office, school } = pair;
    placed = [minor, adult, orphan];
    const { rows } = await view(office);
    assert.deepEqual(rows.map((row) => [row.studentName, row.agreement === null, row.lacksGuardian]).sort(), [
      ['古丽', false, false],
      ['张伟', false, false],
      ['阿丽亚', true, true],
    ]);
    await assert.rejects(kit.call(makeInternships, office, { classId }), (error: unknown) => {
      refusal('internship.guardian-missing')(error);
      return error instanceof Refusal && error.params.names === '阿丽亚';
    });
    await asSystem<OrganisationsTables, unknown>(kit.kernel, school, ({ db }) =>
      db.updateTable('student').set({ guardianName: '阿不都' }).where('id', '=', orphan).execute(),
    );
    await kit.call(makeInternships, office, { classId });
    await kit.settle();
    const { id } = await rowOf('阿丽亚');
    const { slots } = await kit.call(getSigning, office, { agreementId: id });
    assert.ok(slots.some((slot) => slot.name === '阿不都'));
    placed = [minor, adult];
    await kit.call(declineAgreement, office, { agreementId: id, reason: '不再需要' });
  });

  test('are read and completed by their own family and by nobody else', async () => {
    const { kit, office } = pair;
    const { id: agreementId } = await rowOf('古丽');
    for (const stranger of [people.adult, { ...people.student, subjectId: null }]) {
      await assert.rejects(kit.call(getMyInternship, stranger, { agreementId }), refusal('thing.not-found'));
      await assert.rejects(
        kit.call(answerMyInternship, stranger, { agreementId, given: own }),
        refusal('thing.not-found'),
      );
    }
    await assert.rejects(
      kit.call(getAgreement, people.student, { agreementId }),
      refusal('access.forbidden'),
    );
    const before = await kit.call(getMyInternship, people.guardian, { agreementId });
    assert.ok(before.sections[0]?.body.includes('〔身份证件号码〕'));
    // Only what is the family's to say is taken.
    const given = { ...own, pay: 1, mentor: '我' };
    const after = await kit.call(answerMyInternship, people.student, { agreementId, given });
    assert.ok(after.sections[0]?.body.includes(own.identityNumber));
    assert.ok(after.sections.every((one) => !one.body.includes('〔') && !one.body.includes('我')));
    assert.equal((await rowOf('古丽', office)).missing.length, 0);
  });

  test('with hours that the law forbids are left, and each finding leads to its clause', async () => {
    const { kit, office, hr } = pair;
    const { id: agreementId } = await rowOf('古丽');
    await kit.call(setAnswers, office, { agreementId, given: { dailyHours: 10 } });
    const { findings } = await kit.call(getLaw, hr, { agreementId });
    const hours = findings.find((one) => one.clause === 'P02' && one.isBlocking);
    assert.deepEqual([hours?.rule, hours?.quote], ['CN-INT-031', 'Hours a day: 10']);
    assert.ok((await rowOf('古丽')).unlawful > 0);
    await confirm(office, office.name);
    assert.equal((await rowOf('古丽')).confirmed.school, false);
    await kit.call(setAnswers, office, { agreementId, given: { dailyHours: 8 } });
    assert.equal((await rowOf('古丽')).unlawful, 0);
  });

  test('are confirmed by both offices as they were seen; the incomplete one is left', async () => {
    const { kit, office, hr } = pair;
    await confirm(office, office.name);
    await confirm(hr, hr.name);
    const first = await rowOf('古丽');
    const second = await rowOf('张伟');
    assert.deepEqual([first.state, second.state], ['signing', 'negotiating']);
    assert.ok(first.digest);
    const stale = [{ agreementId: second.id, version: second.version }];
    await kit.call(answerMyInternship, people.adult, { agreementId: second.id, given: own });
    await kit.call(confirmInternships, office, { classId, seen: stale });
    await kit.settle();
    assert.equal((await rowOf('张伟')).confirmed.school, false);
  });

  test('are in force when school, enterprise, student and the guardian of a minor have signed', async () => {
    const { kit, office, hr } = pair;
    const { id: agreementId, digest } = await rowOf('古丽');
    const signing = { agreementId, secret, digest: digest ?? '' };
    await assert.rejects(kit.call(signMyInternship, people.adult, signing), refusal('thing.not-found'));
    await assert.rejects(
      kit.call(signMyInternship, people.student, { ...signing, digest: 'a'.repeat(64) }),
      refusal('signing.digest-differs'),
    );
    const paper = await kit.call(myInternshipDocument, people.guardian, { agreementId });
    assert.ok(paper.size > 5_000);
    await kit.call(signMyInternship, people.student, signing);
    await assert.rejects(
      kit.call(signMyInternship, people.student, signing),
      refusal('signing.already-signed'),
    );
    await kit.call(signAgreement, office, signing);
    await kit.call(signAgreement, hr, signing);
    assert.equal((await rowOf('古丽')).state, 'signing');
    const done = await kit.call(signMyInternship, people.guardian, signing);
    assert.equal(done.state, 'in-force');
    assert.ok(Object.values(done.signed).every((at) => at !== null) && done.signed.guardian);
    await kit.settle();
    const { obligations } = await kit.call(listObligations, hr, { agreementId });
    assert.ok(obligations.some((one) => one.metric === 'internship-pay' && one.owedBy === 'enterprise'));
  });

  test('keep the family in the plan when an office changes its own signers or opens the text again', async () => {
    const { kit, office, hr } = pair;
    await confirm(office);
    await confirm(hr);
    const { id: agreementId } = await rowOf('张伟');
    const slot = {
      ...{ side: 'school' as const, role: 'signer' as const, step: 1, name: office.name, post: '' },
      ...{ organisation: '', channel: 'account' as const, mail: null, secondMail: null, phone: null },
      mandate: null,
    };
    const plan = { agreementId, slots: [slot], dueOn: null, remindEveryDays: 3 };
    const { slots } = await kit.call(setSigningPlan, office, plan);
    assert.deepEqual(slots.map((one) => one.field).sort(), ['enterprise', 'school', 'student']);
    await kit.call(reopenAgreement, office, { agreementId });
    await confirm(office);
    await confirm(hr);
    const { digest, state } = await rowOf('张伟');
    assert.equal(state, 'signing');
    for (const actor of [office, hr])
      await kit.call(signAgreement, actor, { agreementId, secret, digest: digest ?? '' });
    assert.equal((await rowOf('张伟')).state, 'signing');
  });

  test('a student who declines ends it, and another can be made', async () => {
    const { kit, office } = pair;
    const { id: agreementId } = await rowOf('张伟');
    const declined = await kit.call(declineMyInternship, people.adult, { agreementId, reason: '另有安排' });
    assert.equal(declined.state, 'declined');
    await assert.rejects(
      kit.call(declineMyInternship, people.adult, { agreementId, reason: '另有安排' }),
      refusal('internship.not-open'),
    );
    await assert.rejects(kit.call(fixAgreement, office, { agreementId }), refusal('agreement.not-in-state'));
    await kit.call(makeInternships, office, { classId, given: shared });
    await kit.settle();
    assert.notEqual((await rowOf('张伟')).id, agreementId);
  });
});
