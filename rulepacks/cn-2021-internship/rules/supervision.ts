import { is, present } from '../facts.ts';
import { declared } from './checks.ts';
import { regulation } from './regulation.ts';

/** Chapter 7: channels for complaints, and what stands behind the rules. */
export const supervisionRules = [
  // 投诉渠道畅通 · Somewhere to complain
  regulation({
    id: 'CN-INT-058',
    says: {
      'zh-CN': '公布监督电话、信箱，定期巡查，建立违规单位名单。',
      en: 'Channels for complaints are public, inspections regular, offending hosts listed.',
    },
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
    says: {
      'zh-CN':
        '违规通过中介组织实习的，没收违法所得并处一至五倍罚款，不足一万元按一万元计（职业教育法第66条）。',
      en: 'Schools that use agencies lose the gains and are fined one to five times of them (at least on a base of 10,000 yuan); so is the agency (Vocational Education Law, Art. 66).',
    },
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
    says: {
      'zh-CN': '从事实习中介或有偿代理的依法追责，构成犯罪的追究刑事责任。',
      en: 'Who brokers interns is liable, and punished where it is a crime.',
    },
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
