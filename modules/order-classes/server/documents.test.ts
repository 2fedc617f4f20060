import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type ClassKit, classKit } from '../testing/class-kit.ts';
import { openClass } from '../testing/drive-class.ts';
import { documentFile, listDocuments } from './application-documents.ts';
import { putApplication } from './apply.ts';
import { addSlots } from './interviews.ts';
import { moveClass } from './move-class.ts';
import { addDocument, listMyDocuments, removeDocument, shareDocuments } from './my-documents.ts';

let kit: ClassKit;
before(async () => {
  kit = await classKit();
});
after(() => kit.close());

const pdf = (words = 'x') => new File([`%PDF-1.7 ${words}`], '简历.pdf', { type: 'application/pdf' });

/** A class with one applicant, of age or not. */
async function applied(birthDate: string) {
  const opened = await openClass(kit, [2]);
  const [subjectId = ''] = await kit.addStudents(1);
  await kit.admin.query('update student set birth_date = $2 where id = $1', [subjectId, birthDate]);
  const student = kit.actor('student', { subjectId });
  const { classId, seats: choices } = opened;
  await kit.call(putApplication, student, { classId, choices, statement: '' });
  return { ...opened, subjectId, student, guardian: kit.actor('guardian', { subjectId }) };
}

test('papers are what their bytes say, few, and read by those whom they concern', async () => {
  const { classId, student, guardian, office } = await applied('2006-05-01');
  const add = (file: File) => kit.call(addDocument, student, { classId, kind: 'resume', file });
  await assert.rejects(add(new File(['<html>'], 'a.pdf')), refusal('document.wrong-kind'));
  await assert.rejects(
    add(new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'a.pdf')),
    refusal('input.invalid'),
  );
  await assert.rejects(add(new File([], 'a.pdf')), refusal('input.invalid'));
  for (let count = 0; count < 5; count++) await add(pdf(`${count}`));
  await assert.rejects(add(pdf()), refusal('document.too-many'));
  const { documents, needsGuardian } = await kit.call(listMyDocuments, student, { classId });
  assert.deepEqual([documents.length, needsGuardian], [5, false]);
  const documentId = documents[2]?.id ?? '';
  const hr = kit.actor('enterprise-hr');
  for (const actor of [student, guardian, office, hr]) {
    const file = await kit.call(documentFile, actor, { documentId });
    assert.equal(await file.text(), '%PDF-1.7 2');
    assert.equal(file.type, 'application/pdf');
  }
  // Of the host's other people only who interviews in this class.
  const mentor = await kit.member('mentor', '胡工');
  const namesake = { ...kit.actor('mentor'), name: '胡工' };
  const [other = ''] = await kit.addStudents(1);
  const strangers = [
    mentor,
    kit.actor('student', { subjectId: other }),
    kit.actor('guardian', { subjectId: other }),
    kit.actor('school-office', { tenant: kit.ids.otherSchool }),
    kit.actor('enterprise-hr', { tenant: kit.ids.otherFirm }),
  ];
  for (const actor of strangers)
    await assert.rejects(kit.call(documentFile, actor, { documentId }), refusal('thing.not-found'));
  await assert.rejects(
    kit.call(documentFile, kit.actor('teacher'), { documentId }),
    refusal('access.forbidden'),
  );
  assert.deepEqual(await kit.call(listDocuments, mentor, { classId }), []);
  await kit.call(addSlots, hr, {
    ...{ classId, startsAt: '2026-11-25T02:00:00Z', minutes: 20, place: '一厂', places: 1 },
    ...{ interviewer: '', interviewerId: mentor.personId },
  });
  assert.equal((await kit.call(listDocuments, mentor, { classId })).length, 5);
  await kit.call(documentFile, mentor, { documentId });
  // The same name is not the same person.
  assert.deepEqual(await kit.call(listDocuments, namesake, { classId }), []);
});

test('a minor’s papers stay at the school until the guardian agrees, each time anew', async () => {
  const { classId, student, guardian, office } = await applied('2009-05-01');
  const hr = kit.actor('enterprise-hr');
  const { documents, needsGuardian } = await kit.call(addDocument, student, {
    ...{ classId, kind: 'certificate', file: pdf() },
  });
  assert.equal(needsGuardian, true);
  const documentId = documents[0]?.id ?? '';
  const missing = refusal('thing.not-found');
  await assert.rejects(kit.call(documentFile, hr, { documentId }), missing);
  assert.deepEqual(await kit.call(listDocuments, hr, { classId }), []);
  assert.equal((await kit.call(listDocuments, office, { classId })).length, 1);
  // Not only the operation says no: the file itself lies behind the wall between tenants.
  const wall = async () =>
    (
      await kit.admin.query(
        'select f.enterprise_id from stored_file f join application_document d on d.file_id = f.id where d.id = $1',
        [documentId],
      )
    ).rows[0]?.enterprise_id;
  assert.equal(await wall(), null);
  await assert.rejects(
    kit.call(shareDocuments, student, { classId, isShared: true }),
    refusal('access.forbidden'),
  );
  await kit.call(shareDocuments, guardian, { classId, isShared: true });
  assert.equal(await wall(), kit.ids.firm);
  await kit.call(documentFile, hr, { documentId });
  // Another paper is another question.
  await kit.call(addDocument, student, { classId, kind: 'other', file: pdf('two') });
  assert.equal((await kit.call(listDocuments, hr, { classId })).length, 1);
  await kit.call(shareDocuments, guardian, { classId, isShared: false });
  await assert.rejects(kit.call(documentFile, hr, { documentId }), missing);
});

test('a paper is removed with its file while choices are open, later by the office alone', async () => {
  const { classId, student, office } = await applied('2006-05-01');
  const add = () => kit.call(addDocument, student, { classId, kind: 'other', file: pdf('unique') });
  const files = async () => Number((await kit.admin.query('select count(*) from stored_file')).rows[0].count);
  const before = await files();
  await add();
  const { documents } = await add();
  const [one, two] = documents;
  await kit.call(removeDocument, student, { documentId: one?.id ?? '' });
  assert.equal(await files(), before + 1);
  const [other = ''] = await kit.addStudents(1);
  await assert.rejects(
    kit.call(removeDocument, kit.actor('student', { subjectId: other }), { documentId: two?.id ?? '' }),
    refusal('thing.not-found'),
  );
  await kit.call(moveClass, office, { classId, action: 'close' });
  const closed = refusal('class.not-in-state');
  await assert.rejects(kit.call(removeDocument, student, { documentId: two?.id ?? '' }), closed);
  await assert.rejects(add(), closed);
  const { whyNotAdd } = await kit.call(listMyDocuments, student, { classId });
  assert.equal(whyNotAdd, 'class.not-in-state');
  await kit.call(removeDocument, office, { documentId: two?.id ?? '' });
  assert.equal(await files(), before);
});
