import type { PackCase } from '@dualtrack/rules';
import { READ_ITEMS, RECALLED_ITEMS, REGISTER_ITEMS } from '../facts/stage.ts';
import { adult, asApprentice, shift, signed } from './lawful.ts';

const items: readonly string[] = [...READ_ITEMS, ...RECALLED_ITEMS];
const without = (all: readonly string[], item: string) => all.filter((one) => one !== item);
const everybody = ['student', 'host', 'school', 'teacher', 'tutor'];
const interns = (...spans: readonly (readonly [string, string])[]) => ({
  'host.interns': spans.map(([from, to]) => ({ from, to })),
});
const previous = (to: string, internBrokeOff = false) => ({
  'post.previousPlacement': { from: '2024-11-01', to, internBrokeOff },
});
const hired = {
  ...{ 'placement.isFinalYear': true, 'hire.date': '2025-09-27', 'hire.hasSameActivities': true },
  ...{ 'hire.daysDeducted': 145, 'hire.countsForSeniority': true },
};

/** The cases of the rules on internships. */
export const stageCases: readonly PackCase[] = [
  {
    rule: 'FR-S01',
    met: [signed('2025-02-02', 'representative', ...without(everybody, 'student'))],
    breached: [
      ...everybody.map((one) => ({ set: signed('2025-01-20', ...without(everybody, one)) })),
      { set: signed('2025-02-03', ...everybody) },
    ],
    unknown: ['agreement.signatures', 'placement.kind'],
    notApplicable: [asApprentice],
  },
  {
    rule: 'FR-S02',
    breached: items.map((item) => ({ set: { 'agreement.fields': without(items, item) } })),
    unknown: ['agreement.fields'],
  },
  {
    rule: 'FR-S03',
    met: [{ 'attendance.hoursInSchoolYear': 924 }],
    breached: [{ set: { 'attendance.hoursInSchoolYear': 924.5 } }],
    unknown: ['attendance.hoursInSchoolYear'],
  },
  {
    rule: 'FR-S04',
    met: [
      { 'pay.hourly': 435 },
      { 'placement.hours': 309 },
      { 'placement.start': '2024-02-05', 'policy.hourlyCeiling': 2_900, 'pay.hourly': 435 },
    ],
    breached: [
      { set: { 'pay.hourly': 434 } },
      { set: { 'pay.isMonthly': false } },
      { set: { 'placement.hours': 309, 'pay.hourly': 0 } },
    ],
    unknown: ['placement.hours', 'pay.hourly', 'pay.isMonthly'],
    notApplicable: [{ 'placement.hours': 308, 'pay.hourly': 0 }],
  },
  {
    rule: 'FR-S05',
    met: [
      // 15 % of 21 is 3.15 and is rounded up.
      { 'host.headcountLastMonth': 21, 'host.interns': 4 },
      { 'host.headcountYearAverage': 20.5, 'host.interns': 4 },
      { 'host.headcountLastMonth': 5, 'host.headcountYearAverage': 5 },
      { 'authority.raisesInternLimit': true, 'host.headcountLastMonth': 30, 'host.interns': 6 },
      { 'authority.raisesInternLimit': true, 'host.interns': 5 },
      interns(['2025-02-03', '2025-02-09'], ['2025-02-10', '2025-06-27'], ['2025-02-10', '2025-02-11']),
    ],
    breached: [
      { set: { 'host.interns': 4 } },
      { set: { 'host.headcountLastMonth': 19, 'host.headcountYearAverage': 19.9, 'host.interns': 4 } },
      { set: { 'authority.raisesInternLimit': true, 'host.interns': 6 } },
      { set: { 'authority.raisesInternLimit': true, 'host.headcountLastMonth': 30, 'host.interns': 7 } },
      // Never four on one day, but four in one week.
      {
        set: interns(
          ...(['03', '04', '05', '06'] as const).map((day) => [`2025-03-${day}`, `2025-03-${day}`] as const),
        ),
      },
    ],
    unknown: ['host.interns', 'host.headcountLastMonth', 'host.headcountYearAverage'],
  },
  {
    rule: 'FR-S06',
    met: [{ 'tutor.activePlacements': 3 }],
    breached: [{ set: { 'tutor.activePlacements': 4 } }],
    unknown: ['tutor.activePlacements'],
  },
  {
    rule: 'FR-S07',
    met: [
      // 72 days, then 22 free ones ask for 24; 70 days ask for as many as there are.
      previous('2025-01-09'),
      previous('2025-01-31', true),
    ],
    breached: [{ set: previous('2025-01-11') }, { set: previous('2025-02-02') }],
    unknown: ['post.previousPlacement'],
  },
  {
    rule: 'FR-S08',
    breached: [
      ...['permanent-job', 'replacement', 'seasonal', 'peak'].map((kind) => ({ set: { 'post.kind': kind } })),
      { set: { 'declaration.noJobReplaced': { holds: false, evidence: [] } } },
    ],
    unknown: ['post.kind', 'declaration.noJobReplaced'],
  },
  {
    rule: 'FR-S09',
    met: [{ ...adult, 'roster.shifts': [shift('2025-03-03', '08:00', '19:00')] }],
    breached: [
      { set: { ...adult, 'roster.shifts': [shift('2025-03-03', '08:00', '19:01')] } },
      { set: { 'host.keepsPresenceRecord': false } },
    ],
    unknown: ['roster.shifts', 'host.keepsPresenceRecord'],
  },
  {
    rule: 'FR-S10',
    met: [{ 'register.retentionYears': 6 }],
    breached: [
      { set: { 'register.entry': null } },
      { set: { 'register.entry': { on: '2025-02-04', items: [...REGISTER_ITEMS] } } },
      ...REGISTER_ITEMS.map((item) => ({
        set: { 'register.entry': { on: '2025-02-03', items: without(REGISTER_ITEMS, item) } },
      })),
      { set: { 'register.retentionYears': 4 } },
    ],
    unknown: ['register.entry', 'register.retentionYears'],
  },
  {
    rule: 'FR-S11',
    breached: [{ set: { 'export.hasInspectorCopy': false } }],
    unknown: ['export.hasInspectorCopy'],
  },
  {
    rule: 'FR-S12',
    base: hired,
    met: [
      { 'hire.hasSameActivities': false, 'hire.daysDeducted': 1 },
      { 'placement.end': '2025-04-02', 'hire.date': '2025-07-02', 'hire.countsForSeniority': false },
    ],
    breached: [
      { set: { 'hire.daysDeducted': 144 } },
      { set: { 'hire.hasSameActivities': false, 'hire.daysDeducted': 0 } },
      { set: { 'hire.countsForSeniority': false } },
    ],
    unknown: ['hire.daysDeducted', 'hire.hasSameActivities', 'hire.countsForSeniority', 'hire.date'],
    notApplicable: [
      { 'hire.date': '2025-09-28', 'hire.daysDeducted': 0 },
      { 'placement.isFinalYear': false },
    ],
  },
  {
    rule: 'FR-S13',
    met: [{ 'certificate.issuedAt': '2025-07-27' }, { 'certificate.issuedAt': null }],
    breached: [
      { set: { 'certificate.issuedAt': '2025-07-28' } },
      { set: { 'certificate.issuedAt': null, 'policy.certificateDays': 14 } },
    ],
    unknown: ['certificate.issuedAt'],
  },
];
