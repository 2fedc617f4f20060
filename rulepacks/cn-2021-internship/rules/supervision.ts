import { is, present } from '../facts.ts';
import { declared } from './checks.ts';
import { regulation } from './regulation.ts';

/** Chapter 7: channels for complaints, and what stands behind the rules. */
export const supervisionRules = [
  // 投诉渠道畅通 · Somewhere to complain
  regulation({
    id: 'CN-INT-058',
    article: { number: null, chapter: 7, confidence: 'chapter-only' },
    subject: 'authority',
    kind: 'requirement',
    severity: 'warn',
    moments: ['continuous'],
    checks: [
      present('school.has-hotline', 'school.hotline'),
      is('complaint.has-case-log', 'complaint.caseLog', true),
      is('host.not-blacklisted', 'host.blacklisted', false),
    ],
    remedy: 'complaint.open-channel',
    provenance: { verified: false, evidence: 'recalled (notice part not read)', sources: ['NOTICE', 'REC'] },
  }),
  // 违规中介的罚则 · What stands behind the ban on agents
  regulation({
    id: 'CN-INT-059',
    article: {
      number: null,
      chapter: 7,
      confidence: 'other-law',
      note: 'Vocational Education Law (2022), Art. 66',
    },
    subject: 'authority',
    kind: 'requirement',
    severity: 'info',
    moments: ['on_demand'],
    checks: [declared('agent.no-sanction', 'declaration.noAgentSanction')],
    remedy: 'agent.accept-sanction',
    provenance: {
      verified: true,
      evidence: 'text (Vocational Education Law 2022 Art. 66)',
      sources: ['VEL'],
    },
  }),
  // 实习中介的追责 · What stands behind the ban on brokers
  regulation({
    id: 'CN-INT-060',
    article: { number: null, chapter: 7, confidence: 'press' },
    subject: 'authority',
    kind: 'requirement',
    severity: 'info',
    moments: ['on_demand'],
    checks: [declared('broker.no-liability', 'declaration.noBrokerage')],
    remedy: 'broker.accept-liability',
    provenance: { verified: true, evidence: 'press_quote', sources: ['XH'] },
  }),
];
