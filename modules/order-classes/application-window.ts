/** The days on which students choose; null leaves that end to the school, who opens and closes the class. */
export type ApplicationWindow = { applicationsFrom: string | null; applicationsUntil: string | null };

/** Why nobody chooses on this day; null while the window is open. Both days belong to it. */
export function whyNotToday(
  { applicationsFrom, applicationsUntil }: ApplicationWindow,
  today: string,
): 'application.not-yet' | 'application.over' | null {
  if (applicationsFrom !== null && today < applicationsFrom) return 'application.not-yet';
  return applicationsUntil !== null && today > applicationsUntil ? 'application.over' : null;
}

/** Whether the first day is here. */
export function hasBegun(
  { applicationsFrom }: Pick<ApplicationWindow, 'applicationsFrom'>,
  today: string,
): boolean {
  return applicationsFrom === null || applicationsFrom <= today;
}

/** Whether the first day is not after the last. */
export function isInOrder({ applicationsFrom, applicationsUntil }: ApplicationWindow): boolean {
  return applicationsFrom === null || applicationsUntil === null || applicationsFrom <= applicationsUntil;
}
