import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dualStanding, type Evidence, type EvidenceKind, whyNotEvidence } from './evidence.ts';

const rule = { months: 6, years: 5, daysAMonth: 30, certificates: 1, transfers: 1 };
const on = '2026-11-23';
const paper = (kind: EvidenceKind, from: string, to: string | null = null, isChecked = true): Evidence => ({
  ...{ kind, title: kind, from, to, isChecked, path: '' },
});
const met = (evidence: Evidence[], practice = [{ from: '2026-01-01', to: '2026-06-29' }]) =>
  dualStanding({ practice, evidence }, rule, on).map(({ part, isMet }) => (isMet ? part : `no ${part}`));

describe('a teacher with two qualifications', () => {
  test('shows practice, a certificate and a project or a course; each that is missing is named', () => {
    const all = [paper('certificate', '2019-05-01'), paper('course', '2026-03-02')];
    assert.deepEqual(met(all), ['enterprise', 'certificate', 'transfer']);
    assert.deepEqual(met([]), ['enterprise', 'no certificate', 'no transfer']);
    assert.deepEqual(met(all, []), ['no enterprise', 'certificate', 'transfer']);
    assert.deepEqual(met(all, [{ from: '2026-01-01', to: '2026-06-28' }])[0], 'no enterprise');
  });

  test('work elsewhere adds days that practice has not, and only within the years of the rule', () => {
    const standing = (evidence: Evidence[]) =>
      dualStanding({ practice: [{ from: '2026-01-01', to: '2026-01-10' }], evidence }, rule, on)[0]?.have;
    assert.equal(standing([]), 10);
    assert.equal(standing([paper('work', '2026-01-06', '2026-01-20')]), 20);
    assert.equal(standing([paper('work', '2010-01-01', '2020-12-31')]), 10);
    // Five years ago to the day is over; the day after counts.
    assert.equal(standing([paper('work', '2021-11-01', '2021-11-24')]), 11);
    // Work that goes on counts until today.
    assert.equal(standing([paper('work', '2026-11-21')]), 13);
  });

  test('what nobody checked, what has run out, and what is too old do not count', () => {
    const good = [paper('certificate', '2019-05-01', '2026-11-23'), paper('project', '2021-11-24')];
    assert.deepEqual(met(good), ['enterprise', 'certificate', 'transfer']);
    assert.deepEqual(met([paper('certificate', '2019-05-01', null, false)])[1], 'no certificate');
    assert.deepEqual(met([paper('certificate', '2019-05-01', '2026-11-22')])[1], 'no certificate');
    assert.deepEqual(met([paper('certificate', '2026-11-24')])[1], 'no certificate');
    assert.deepEqual(met([paper('project', '2020-01-01', '2021-11-23')])[2], 'no transfer');
    assert.deepEqual(met([paper('teaching-training', '2026-01-01')])[2], 'no transfer');
  });
});

test('nobody checks what speaks for themselves, a colleague takes nothing away, and what is checked stays', () => {
  const lead = { personId: 'lead', isLead: true };
  const colleague = { personId: 'colleague', isLead: false };
  const waiting = { byPerson: 'teacher', isChecked: false, isAboutMe: false };
  assert.equal(whyNotEvidence(waiting, lead, 'check'), null);
  assert.equal(whyNotEvidence(waiting, lead, 'remove'), null);
  assert.equal(whyNotEvidence({ ...waiting, isAboutMe: true }, lead, 'check'), 'evidence.own');
  assert.equal(whyNotEvidence(waiting, colleague, 'check'), 'evidence.not-yours');
  assert.equal(whyNotEvidence(waiting, colleague, 'remove'), 'evidence.not-yours');
  assert.equal(whyNotEvidence(waiting, { personId: 'teacher', isLead: false }, 'remove'), null);
  assert.equal(
    whyNotEvidence(waiting, { personId: 'teacher', isLead: false }, 'check'),
    'evidence.not-yours',
  );
  assert.equal(whyNotEvidence({ ...waiting, isChecked: true }, lead, 'remove'), 'evidence.checked');
});
