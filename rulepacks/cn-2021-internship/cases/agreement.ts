import type { RuleCases } from './case.ts';

/** Chapter 3: agreement and consent. */
export const agreementCases: readonly RuleCases[] = [
  {
    rule: 'CN-INT-016',
    breached: [
      { set: { 'agreement.templateId': null } },
      { set: { 'agreement.signatures': [{ role: 'school', at: '2026-02-14' }] } },
      {
        set: {
          'agreement.signatures': [
            { role: 'school', at: '2026-02-14' },
            { role: 'host', at: '2026-03-03' },
            { role: 'student', at: '2026-02-13' },
          ],
        },
      },
      { set: { 'agreement.voided': true } },
    ],
    unknown: ['agreement.templateId', 'agreement.signatures', 'placement.start'],
    notApplicable: [{ 'placement.type': 'familiarisation', 'agreement.signatures': [] }],
  },
  {
    rule: 'CN-INT-017',
    breached: [{ set: { 'agreement.fields': ['parties', 'pay'] } }],
    unknown: ['agreement.fields'],
  },
  {
    rule: 'CN-INT-018',
    breached: [
      { set: { 'agreement.clauses': [{ id: 'T5', kind: 'ordinary', ruleFindings: ['CN-INT-031'] }] } },
    ],
    unknown: ['agreement.clauses'],
  },
  {
    rule: 'CN-INT-019',
    breached: [
      { set: { 'consent.student.signedAt': null } },
      { set: { 'consent.guardian.signedAt': null } },
      { set: { 'consent.guardian.signedAt': '2026-03-03' } },
    ],
    unknown: ['placement.origin', 'consent.student.signedAt', 'consent.guardian.signedAt'],
    notApplicable: [{ 'placement.origin': 'self', 'consent.guardian.signedAt': null }],
  },
  {
    rule: 'CN-INT-020',
    met: [{ 'placement.origin': 'self', 'consent.decision': 'refused' }],
    breached: [{ set: { 'consent.decision': 'refused' } }],
    unknown: ['consent.decision', 'placement.origin'],
  },
  {
    rule: 'CN-INT-021',
    base: { 'placement.type': 'familiarisation' },
    breached: [{ set: { 'placement.origin': 'self' } }],
    unknown: ['placement.type', 'placement.origin'],
    notApplicable: [{ 'placement.type': 'post' }],
  },
];
