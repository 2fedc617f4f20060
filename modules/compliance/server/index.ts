export type { ClassToldOf } from './describe-class.ts';
export { describeClass } from './describe-class.ts';
export type { ClassCheck, PlacementVerdict } from './evaluate-class.ts';
export { evaluateClass, latestVerdicts } from './evaluate-class.ts';
export type { FactToRecord } from './record-facts.ts';
export { factsOf, recordFacts } from './record-facts.ts';
export type { ComplianceTables } from './tables.ts';
export { complianceTables } from './tables.ts';
