export { classesOf, classOf, placementsOf } from './class-doors.ts';
export type { OrderClassesTables } from './tables.ts';
export { orderClassesTables } from './tables.ts';
