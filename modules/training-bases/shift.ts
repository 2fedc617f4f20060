import * as z from 'zod';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Working hours of learners: weekdays from 1 = Monday, local times; an end before the start is on the next day. */
export const shift = z.object({
  weekdays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .max(7)
    .refine((days) => new Set(days).size === days.length),
  start: time,
  end: time,
  breakMinutes: z.number().int().min(0).max(240),
});
export type Shift = z.infer<typeof shift>;

/** What counts where neither unit nor station has hours of its own. */
export const dayShift: Shift = { weekdays: [1, 2, 3, 4, 5], start: '08:30', end: '17:00', breakMinutes: 60 };

/** The hours that count at a station: its own, else the unit's, else the day shift. */
export function shiftAt(station: { shift: Shift | null }, unit: { shift: Shift | null } | undefined): Shift {
  return station.shift ?? unit?.shift ?? dayShift;
}
