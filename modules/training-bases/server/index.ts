export { baseOf, basesOfAgreement } from './base-doors.ts';
export type { TrainingBasesTables } from './tables.ts';
export { trainingBasesTables } from './tables.ts';
