import type { FiledCase, PackCase, PackCases } from '@dualtrack/rules';
import { LAWFUL_ON, lawfulPlacement } from '../cases/lawful.ts';
import { protectionCases } from './protection-cases.ts';
import { regionCases } from './region-cases.ts';
import { teacherCases } from './teacher-cases.ts';

const lawful: FiledCase = {
  ...lawfulPlacement,
  ...{ 'orderClass.kind': 'order', 'agreement.type': 'internship', 'cooperation.agreementId': 'coop-3' },
  ...{ 'agreement.servicePeriod': null, 'data.uses': ['location', 'share-with-host'] },
  'consent.purposes': [
    { purpose: 'location', isSeparate: true },
    { purpose: 'share-with-host', isSeparate: true },
  ],
  ...{ 'region.extraHolidays': [], 'identity.checkedAt': '2026-03-02', 'identity.recordId': 'id-9' },
  ...{ 'healthCheck.dates': ['2026-02-20'], 'minor.registeredAt': '2026-02-25' },
  ...{ 'post.hasDiseaseHazard': false, 'signature.isSolelyControlled': true },
  ...{ 'signature.detectsChanges': true, 'teacher.role': 'course', 'teacher.priorEnterpriseMonths': 12 },
  'teacher.practice': [
    { from: '2022-07-01', to: '2022-10-28', verifiedBy: 'host-3' },
    { from: '2025-07-01', to: '2025-08-29', verifiedBy: 'host-3' },
  ],
  ...{ 'teacher.firstTeachingDate': '2019-09-02', 'practice.form': 'post' },
  ...{ 'practice.contentTags': ['production', 'posts', 'new-technology'], 'practice.agreementId': 'pa-2' },
  ...{ 'practice.report': 'pr-2', 'practice.grade': 'good', 'insurance.hasAccidentCover': true },
  'policy.localMinimumWage': 170_000,
};

const bound = (penalty: number, isAfterLabourContract: boolean) => ({
  'agreement.servicePeriod': { penalty, isAfterLabourContract, unamortisedTrainingCost: 500_000 },
});
const publish = (isSeparate: boolean) => ({
  'data.uses': ['publish'],
  'consent.purposes': [{ purpose: 'publish', isSeparate }],
});

const agreementCases: readonly PackCase[] = [
  {
    rule: 'CN-VEL-30',
    base: { 'orderClass.kind': 'apprenticeship', 'agreement.type': 'apprenticeship' },
    breached: [{ set: { 'agreement.type': 'internship' } }],
    unknown: ['agreement.type', 'orderClass.kind'],
    notApplicable: [{ 'orderClass.kind': 'order' }],
  },
  {
    rule: 'CN-VEL-40',
    breached: [{ set: { 'cooperation.agreementId': null } }],
    unknown: ['cooperation.agreementId'],
  },
  {
    rule: 'CN-VEL-42',
    met: [
      { 'ledger.chargesToStudent': [{ kind: 'lodging', amount: 30_000 }] },
      { 'ledger.chargesToStudent': 0 },
    ],
    breached: ['commission', 'management-fee', 'job-service-fee', 'training-fee'].map((kind) => ({
      set: { 'ledger.chargesToStudent': [{ kind, amount: 1 }] },
    })),
    unknown: ['ledger.chargesToStudent'],
  },
  {
    rule: 'CN-LCL-9',
    met: [bound(500_000, true)],
    breached: [
      { set: bound(500_001, true) },
      { set: bound(0, false) },
      ...['deposit', 'guarantee', 'property-demanded'].map((kind) => ({
        set: { 'agreement.clauses': [{ id: 'T2', kind }] },
      })),
    ],
    unknown: ['agreement.clauses', 'agreement.servicePeriod'],
  },
  {
    rule: 'CN-PIPL-28',
    met: [publish(false), publish(true), { 'data.uses': [], 'consent.purposes': [] }],
    breached: [
      { set: { 'data.uses': ['face'] } },
      { set: { 'consent.purposes': [{ purpose: 'location', isSeparate: true }] } },
      {
        set: {
          'consent.purposes': [
            { purpose: 'location', isSeparate: false },
            { purpose: 'share-with-host', isSeparate: true },
          ],
        },
      },
    ],
    unknown: ['data.uses', 'consent.purposes'],
  },
  {
    rule: 'CN-ESIGN-13',
    breached: [
      { set: { 'signature.isSolelyControlled': false } },
      { set: { 'signature.detectsChanges': false } },
    ],
    unknown: ['signature.isSolelyControlled', 'signature.detectsChanges'],
  },
];

/** The cases of every rule of the layers. */
export const layerCases: PackCases = {
  ...{ on: LAWFUL_ON, lawful },
  cases: [...agreementCases, ...protectionCases, ...teacherCases, ...regionCases],
};
