export { agreementOf, agreementsOfOrder, standingAgreements } from './agreement-doors.ts';
export type { AgreementsTables, Party } from './tables.ts';
export { agreementsTables } from './tables.ts';
