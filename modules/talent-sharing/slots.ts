/** Parts of a day in which an expert can be asked: local hours from (included) to (excluded). */
export const dayParts = { am: [6, 12.5], pm: [12.5, 18.5], eve: [18.5, 23] } as const;
export const dayPartNames = ['am', 'pm', 'eve'] as const;
export type DayPart = (typeof dayPartNames)[number];

/** Weekday (1 Monday to 7 Sunday) and part of the day: `2-pm`. */
export type Slot = `${number}-${DayPart}`;
export const slots: readonly Slot[] = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
  dayPartNames.map((part): Slot => `${weekday}-${part}`),
);

/** Local hours of a session, as a clock on the wall shows them: weekday 1–7, hours as decimals. */
export type LocalSpan = { weekday: number; from: number; to: number };

/** Whether every hour of a span lies in a slot of the week. No slots at all means: at any time. */
export function fitsSlots(given: readonly string[], span: LocalSpan): boolean {
  if (given.length === 0) return true;
  const parts = dayPartNames
    .filter((part) => given.includes(`${span.weekday}-${part}`))
    .map((part) => dayParts[part]);
  let reached = span.from;
  for (const [from, to] of parts) if (from <= reached && reached < to) reached = to;
  return reached >= span.to;
}
