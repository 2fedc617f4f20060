import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { layerCases } from '@dualtrack/cn-2021-internship/layers/cases';
import { closePdf } from '@dualtrack/platform/pdf';
import { refusal } from '@dualtrack/platform/testing';
import { type ComplianceKit, complianceKit } from '../testing/compliance-kit.ts';
import { getEvidence } from './evidence-pack.ts';
import { attachToFiling, fileForClass } from './filings.ts';
import { askToSetAside, evaluateClass, moveOverride, sealEvidenceWith } from './index.ts';
import { lintAgreement } from './lint-terms.ts';

let kit: ComplianceKit;
before(async () => {
  kit = await complianceKit();
});
after(async () => {
  await closePdf();
  await kit.close();
});

/** Reads an archive by its directory, as other programs do. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, place] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const path = bytes.subarray(at + 46, at + 46 + name).toString('utf8');
    const start = place + 30 + bytes.readUInt16LE(place + 26);
    const content = inflateRawSync(bytes.subarray(start, start + packed));
    assert.equal(content.length, bytes.readUInt32LE(at + 24));
    files.set(path, content);
    at += 46 + name;
  }
  return files;
}

test('an inspection gets everything in one archive, each file under its digest, and no private state', async () => {
  const { classId } = await kit.addClass({ own: [{}, {}], whole: layerCases.lawful });
  const office = kit.actor('school-office');
  const today = kit.clock.now().toISOString().slice(0, 10);
  const { filingId } = await kit.call(fileForClass, office, {
    classId,
    filing: {
      ...{ id: '备案〔2026〕1号', kind: 'filing', date: today, approvedAt: today, until: '2027-01-01' },
      ...{ scope: ['night'], placementIds: [], askedBy: '', grantedBy: '' },
    },
  });
  const file = new File(['the paper'], '../文件.pdf', { type: 'application/pdf' });
  await kit.call(attachToFiling, office, { filingId, file });
  await kit.as(kit.ids.school, (context) => evaluateClass(context, { classId }));
  sealEvidenceWith(async (_at, title, pdf) => Buffer.concat([pdf, Buffer.from(`sealed ${title}`)]));
  const archive = await kit.call(getEvidence, office, { classId });
  const files = unzip(Buffer.from(await archive.arrayBuffer()));
  const index = JSON.parse(files.get('index.json')?.toString('utf8') ?? '');
  assert.equal(index.sealed, true);
  assert.match(files.get('index.pdf')?.toString('latin1') ?? '', /^%PDF-[\s\S]*sealed/);
  const listed: { path: string; bytes: number; sha256: string }[] = index.files;
  assert.deepEqual(
    [...listed.map((one) => one.path), 'index.json', 'index.pdf'].sort(),
    [...files.keys()].sort(),
  );
  for (const { path, bytes, sha256 } of listed) {
    const content = files.get(path) ?? Buffer.alloc(0);
    assert.deepEqual([content.length, createHash('sha256').update(content).digest('hex')], [bytes, sha256]);
  }
  const document = listed.find((one) => one.path.startsWith('documents/'))?.path ?? '';
  assert.ok(!document.includes('..') && document.endsWith('文件.pdf'), document);
  assert.equal(files.get(document)?.toString(), 'the paper');
  const facts: { name: string; value: unknown; isWithheld: boolean }[] = JSON.parse(
    files.get('facts.json')?.toString('utf8') ?? '',
  );
  const state = facts.filter((one) => one.name === 'student.protectedState');
  assert.ok(state.length > 0 && state.every((one) => one.isWithheld && one.value === null));
  const verdicts: { studentName: string }[] = JSON.parse(files.get('verdicts.json')?.toString('utf8') ?? '');
  assert.deepEqual([...new Set(verdicts.map((one) => one.studentName))].sort(), ['学生1', '学生2']);
  for (const other of [kit.actor('school-office', kit.ids.otherSchool)]) {
    await assert.rejects(() => kit.call(getEvidence, other, { classId }), refusal('thing.not-found'));
  }
});

test('what was set aside in the words of an agreement is printed with who asked, who granted, why, and the digest', async () => {
  const { classId } = await kit.addClass({ own: [{}], whole: layerCases.lawful });
  const [office, head] = [kit.actor('school-office'), kit.actor('programme-head')];
  const words = '学生的实验押金箱由学院保管';
  const { findings } = await kit.call(lintAgreement, office, {
    ...{ kind: 'tripartite', known: [], fields: [] },
    sections: [{ clause: 'T9', title: '其他', texts: [words] }],
  });
  const finding = findings.find((one) => one.rule === 'CN-INT-039');
  assert.ok(finding?.digest);
  const subject = {
    ...{ enterpriseId: kit.ids.firm, agreementId: classId, agreementTitle: '三方协议', about: { classId } },
    ...{ clauseTitle: '其他', finding },
  };
  await kit.as(kit.ids.school, async (context) => {
    assert.ok(await askToSetAside(context, subject, '是器材的名称', office));
    assert.equal(await askToSetAside(context, subject, '再问一次', head), false);
  });
  const ids = await kit.as(kit.ids.school, (context) =>
    context.db.selectFrom('termsOverride').select('id').where('scopeId', '=', classId).execute(),
  );
  await kit.as(kit.ids.school, async (context) => {
    const id = ids[0]?.id ?? '';
    // Four eyes hold in the door too.
    assert.equal(await moveOverride(context, id, 'grant', office), false);
    assert.ok(await moveOverride(context, id, 'grant', head, '已核对'));
    await evaluateClass(context, { classId });
  });
  const archive = await kit.call(getEvidence, office, { classId });
  const files = unzip(Buffer.from(await archive.arrayBuffer()));
  assert.match(files.get('terms-set-aside.pdf')?.toString('latin1') ?? '', /^%PDF-/);
  const [said] = JSON.parse(files.get('terms-set-aside.json')?.toString('utf8') ?? '[]');
  assert.deepEqual(
    [said.state, said.reason, said.askedByName, said.decidedByName, said.decisionNote, said.passages],
    ['granted', '是器材的名称', office.name, head.name, '已核对', [words]],
  );
  assert.equal(said.digest, finding.digest);
});
