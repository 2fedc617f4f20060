import type { PackCase } from '@dualtrack/rules';

const adult = { 'student.birthDate': '2008-03-02' };
const hazards = (...tags: readonly string[]) => ({ 'post.hazardTags': tags });
const roster = (from: string, to: string, weekdays: readonly number[], start: string, end: string) => ({
  'placement.roster': [{ from, to, weekdays, start, end, breakMinutes: 60 }],
});

/** The cases on children, minors, women and working time. */
export const protectionCases: readonly PackCase[] = [
  {
    rule: 'CN-PMP-61',
    met: [{ 'student.birthDate': '2010-03-02' }, { ...adult, 'post.venueType': 'bar' }],
    breached: [
      { set: { 'student.birthDate': '2010-03-03' } },
      ...['bar', 'nightclub', 'internet-cafe'].map((venue) => ({ set: { 'post.venueType': venue } })),
    ],
    unknown: ['student.birthDate', 'post.venueType'],
  },
  {
    rule: 'CN-CHILD-4',
    breached: [
      { set: { 'identity.checkedAt': null } },
      { set: { 'identity.checkedAt': '2026-03-03' } },
      { set: { 'identity.recordId': null } },
    ],
    unknown: ['identity.checkedAt', 'identity.recordId'],
  },
  {
    rule: 'CN-LAB-64',
    met: [{ 'healthCheck.dates': ['2025-02-20', '2025-08-31'] }],
    breached: [
      { set: { 'healthCheck.dates': [] } },
      { set: { 'healthCheck.dates': ['2026-03-03'] } },
      { set: { 'healthCheck.dates': ['2025-08-30'] } },
    ],
    unknown: ['healthCheck.dates', 'student.birthDate'],
    notApplicable: [{ ...adult, 'healthCheck.dates': [] }],
  },
  {
    rule: 'CN-MWP-3',
    met: [hazards('height-1', 'coldwater-1', 'heat-2', 'cold-1', 'physical-2')],
    breached: [
      ...['dust-1', 'toxic-1', 'height-2', 'coldwater-2', 'heat-3', 'cold-3', 'forest', 'radioactive'],
      ...['flammable', 'exploration', 'diving-altitude', 'percussion', 'assembly-pace', 'boiler'],
    ].map((tag) => ({ set: hazards(tag) })),
    unknown: ['post.hazardTags', 'student.birthDate'],
    notApplicable: [{ ...adult, ...hazards('dust-1') }],
  },
  {
    rule: 'CN-MWP-9',
    breached: [{ set: { 'minor.registeredAt': null } }],
    unknown: ['minor.registeredAt'],
    notApplicable: [{ ...adult, 'minor.registeredAt': null }],
  },
  {
    rule: 'CN-FLP-ANNEX',
    base: adult,
    met: [hazards('physical-3'), { ...hazards('height-4'), 'student.protectedState': 'none' }],
    breached: [
      ...['mine', 'physical-4', 'load'].map((tag) => ({ set: hazards(tag) })),
      { set: { ...hazards('height-3'), 'student.protectedState': 'menstruation' } },
      { set: { 'student.protectedState': 'pregnancy' } },
      { set: { ...hazards('toxic-nursing'), 'student.protectedState': 'nursing' } },
    ],
    unknown: ['post.hazardTags', 'student.sex', 'student.protectedState'],
    notApplicable: [{ 'student.sex': 'M', ...hazards('load') }],
  },
  {
    rule: 'CN-ODP-38',
    breached: [{ set: { 'post.hasDiseaseHazard': true } }],
    unknown: ['post.hasDiseaseHazard'],
    notApplicable: [{ ...adult, 'post.hasDiseaseHazard': true }],
  },
  {
    rule: 'CN-LAB-36',
    met: [roster('2026-03-02', '2026-03-07', [1, 2, 3, 4, 5, 6], '09:00', '17:20')],
    breached: [
      { set: roster('2026-03-02', '2026-03-06', [1, 3, 5], '08:00', '17:01') },
      { set: roster('2026-03-02', '2026-03-07', [1, 2, 3, 4, 5, 6], '09:00', '17:21') },
      {
        set: roster('2026-03-02', '2026-03-08', [1, 2, 3, 4, 5, 6, 7], '09:00', '15:00'),
        also: ['CN-HOL-2024'],
      },
    ],
    unknown: ['placement.roster'],
  },
  {
    rule: 'CN-HOL-2024',
    met: [{ 'region.extraHolidays': ['2026-05-30'] }],
    breached: [
      { set: { 'region.extraHolidays': ['2026-05-27'] } },
      // Seven days on end in a week with one free day each side.
      {
        set: roster('2026-03-03', '2026-03-09', [1, 2, 3, 4, 5, 6, 7], '09:00', '13:00'),
        also: ['CN-LAB-36'],
      },
    ],
    unknown: ['placement.roster', 'region.extraHolidays'],
  },
];
