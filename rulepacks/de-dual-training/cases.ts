import type { PackCase, PackCases } from '@dualtrack/rules';
import { trainingCases, trainingLawful } from './cases/training.ts';
import { CONTRACT_ITEMS } from './facts.ts';

const noon = { afterMinutes: 240, minutes: 60 };
const shift = (date: string, start: string, end: string, breaks: readonly object[] = [noon]) => ({
  ...{ date, start, end, breaks },
});
const monday = '2022-09-05';
const roster = (start: string, end: string, breaks?: readonly object[]) => ({
  'roster.shifts': [shift(monday, start, end, breaks)],
});
const week = (days: number, start: string, end: string) => ({
  'roster.shifts': Array.from({ length: days }, (_, index) =>
    shift(`2022-09-${String(5 + index).padStart(2, '0')}`, start, end),
  ),
});
const adult = { 'trainee.birthDate': '2000-01-15' };

/** A trainee of seventeen in the first year, with everything as the law wants it. */
const lawful = {
  ...{ 'trainee.birthDate': '2005-05-20', 'training.start': '2022-08-01', 'training.end': '2025-07-31' },
  ...{ 'training.year': 1, 'contract.recordedAt': '2022-05-10', 'contract.fields': [...CONTRACT_ITEMS] },
  ...{ 'contract.signatures': ['trainer', 'trainee', 'guardian'], 'contract.clauses': ['other'] },
  ...{ 'contract.probationMonths': 3, 'contract.leaveDays': 27, 'pay.monthly': 62_000 },
  ...{ 'pay.byCollectiveAgreement': false, 'pay.inKindShare': 0.1, 'host.sector': 'other' },
  ...{ 'post.isPiecework': false, 'post.isDangerous': false, 'post.isSupervisedTraining': true },
  ...{ 'safety.instructedOn': ['2022-08-01'], 'medical.examinedOn': '2022-03-01' },
  ...week(5, '08:00', '17:00'),
  ...trainingLawful,
};

const contract: PackCase[] = [
  {
    rule: 'DE-01',
    breached: [{ set: { 'contract.recordedAt': '2022-08-01' } }],
    unknown: ['contract.recordedAt'],
  },
  {
    rule: 'DE-02',
    breached: CONTRACT_ITEMS.map((item) => ({
      set: { 'contract.fields': CONTRACT_ITEMS.filter((one) => one !== item) },
    })),
    unknown: ['contract.fields'],
  },
  {
    rule: 'DE-03',
    met: [{ ...adult, 'contract.signatures': ['trainer', 'trainee'] }],
    breached: [
      { set: { 'contract.signatures': ['trainer', 'trainee'] } },
      { set: { 'contract.signatures': ['trainee', 'guardian'] } },
    ],
    unknown: ['contract.signatures', 'trainee.birthDate'],
  },
  {
    rule: 'DE-04',
    met: [{ 'contract.clauses': ['stay'], 'contract.stayAgreedAt': '2025-01-31' }],
    breached: [
      ...['training-fee', 'penalty', 'damages-excluded'].map((one) => ({
        set: { 'contract.clauses': [one] },
      })),
      { set: { 'contract.clauses': ['stay'], 'contract.stayAgreedAt': '2025-01-30' } },
    ],
    unknown: ['contract.clauses'],
  },
  {
    rule: 'DE-05',
    met: [{ 'contract.probationMonths': 1 }, { 'contract.probationMonths': 4 }],
    breached: [{ set: { 'contract.probationMonths': 0 } }, { set: { 'contract.probationMonths': 5 } }],
    unknown: ['contract.probationMonths'],
  },
  {
    rule: 'DE-06',
    met: [
      { 'pay.monthly': 58_500 },
      { 'pay.monthly': 69_030, 'training.year': 2 },
      {
        'training.start': '2025-08-01',
        'training.end': '2028-07-31',
        'policy.firstYearMinimum': 62_000,
        ...{ 'medical.examinedOn': '2025-03-01' },
      },
    ],
    breached: [
      { set: { 'pay.monthly': 58_499 } },
      { set: { 'pay.monthly': 69_029, 'training.year': 2 } },
      { set: { 'pay.monthly': 78_974, 'training.year': 3 } },
      { set: { 'pay.monthly': 81_899, 'training.year': 4 } },
    ],
    unknown: ['pay.monthly', 'training.year'],
    notApplicable: [{ 'pay.monthly': 10_000, 'pay.byCollectiveAgreement': true }],
  },
  {
    rule: 'DE-07',
    met: [{ 'pay.inKindShare': 0.75 }],
    breached: [{ set: { 'pay.inKindShare': 0.76 } }],
    unknown: ['pay.inKindShare'],
  },
];

const half = [{ afterMinutes: 240, minutes: 30 }];
const youngWorkers: PackCase[] = [
  {
    rule: 'DE-14',
    breached: [
      { set: roster('08:00', '17:30') },
      { set: week(5, '08:00', '17:01') },
      { set: week(6, '08:00', '14:00'), also: ['DE-17'] },
      { set: { 'roster.shifts': [shift(monday, '12:00', '19:30'), shift('2022-09-06', '07:00', '14:00')] } },
      // Two shifts of one day are counted together.
      { set: { 'roster.shifts': [shift(monday, '06:00', '12:00'), shift(monday, '13:00', '18:01')] } },
    ],
    unknown: ['roster.shifts', 'trainee.birthDate'],
    notApplicable: [{ ...adult, ...roster('08:00', '20:00') }],
  },
  {
    rule: 'DE-15',
    met: [roster('08:00', '12:30', []), roster('08:00', '14:30', half)],
    breached: [
      { set: roster('08:00', '12:31', []) },
      { set: roster('08:00', '15:00', half) },
      { set: roster('08:00', '14:30', [{ afterMinutes: 280, minutes: 30 }]) },
      // Pauses below a quarter of an hour are no breaks.
      {
        set: roster('08:00', '13:00', [
          { afterMinutes: 120, minutes: 14 },
          { afterMinutes: 240, minutes: 14 },
        ]),
      },
    ],
    unknown: ['roster.shifts'],
  },
  {
    rule: 'DE-16',
    met: [
      roster('06:00', '14:00'),
      { ...roster('13:00', '22:00'), 'host.sector': 'hospitality' },
      { ...roster('14:00', '23:00'), 'host.sector': 'multi-shift' },
      { ...roster('05:00', '13:00'), 'host.sector': 'farming' },
      { ...roster('04:00', '12:00'), 'host.sector': 'bakery' },
      { ...roster('05:00', '13:00'), 'host.sector': 'bakery', 'trainee.birthDate': '2006-05-20' },
    ],
    breached: [
      { set: roster('05:59', '13:00') },
      { set: roster('12:00', '20:01') },
      { set: { ...roster('14:00', '22:01'), 'host.sector': 'hospitality' } },
      { set: { ...roster('03:59', '12:00'), 'host.sector': 'bakery' } },
      {
        set: {
          ...roster('04:00', '12:00'),
          'host.sector': 'bakery',
          'trainee.birthDate': '2006-05-20',
          'contract.leaveDays': 30,
        },
      },
      {
        set: {
          ...roster('13:00', '22:00'),
          'host.sector': 'hospitality',
          'trainee.birthDate': '2007-05-20',
          'contract.leaveDays': 30,
        },
      },
    ],
    unknown: ['roster.shifts', 'trainee.birthDate'],
  },
  {
    rule: 'DE-18',
    met: [
      { 'trainee.birthDate': '2005-01-01', 'contract.leaveDays': 25 },
      { 'trainee.birthDate': '2007-01-15', 'contract.leaveDays': 30 },
    ],
    breached: [
      { set: { 'contract.leaveDays': 26 } },
      { set: { 'trainee.birthDate': '2007-01-15', 'contract.leaveDays': 29 } },
      { set: { 'trainee.birthDate': '2005-01-01', 'contract.leaveDays': 24 } },
    ],
    unknown: ['contract.leaveDays', 'trainee.birthDate'],
    notApplicable: [{ ...adult, 'contract.leaveDays': 0 }],
  },
  {
    rule: 'DE-19',
    met: [{ 'post.isDangerous': true }],
    breached: [
      { set: { 'post.isPiecework': true } },
      { set: { 'post.isDangerous': true, 'post.isSupervisedTraining': false } },
      { set: { 'safety.instructedOn': [] } },
      { set: { 'safety.instructedOn': ['2022-08-02'] } },
      { set: { 'safety.instructedOn': ['2022-02-01'] } },
    ],
    unknown: ['post.isPiecework', 'post.isDangerous', 'safety.instructedOn'],
  },
  {
    rule: 'DE-20',
    met: [{ 'medical.examinedOn': '2021-06-01' }],
    breached: [
      { set: { 'medical.examinedOn': null } },
      { set: { 'medical.examinedOn': '2021-05-31' } },
      { set: { 'medical.examinedOn': '2022-08-02' } },
    ],
    unknown: ['medical.examinedOn'],
  },
];

/** The cases of every rule of the pack. */
export const packCases: PackCases = {
  on: '2022-09-12',
  lawful,
  cases: [...contract, ...youngWorkers, ...trainingCases],
};
