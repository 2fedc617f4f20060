/** The steps of an order's way at which people are counted, and the two ways out of it. */
export const wayStages = [
  'applied',
  'admitted',
  'trained',
  'offered',
  'joined',
  'stay6',
  'stay12',
  'stay24',
  'exited',
  'left',
] as const;
export type WayStage = (typeof wayStages)[number];

/** Months of the checks. */
export const stayStages = { stay6: 6, stay12: 12, stay24: 24 } as const;

/** From whose side somebody went: out of the class, or out of the employment by either side. */
export const leavingSides = ['class', 'graduate', 'enterprise', 'unknown'] as const;
export type LeavingSide = (typeof leavingSides)[number];

/** Reasons of exits from a class, as the room of order classes names them. */
export const exitReasons = [
  'not-suited',
  'health',
  'family',
  'study',
  'too-far',
  'pay',
  'conduct',
  'no-work',
  'other',
] as const;
