export type { RotationsTables } from './tables.ts';
export { rotationsTables } from './tables.ts';
