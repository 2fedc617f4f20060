/** The calendar day so many days after another; days as `YYYY-MM-DD`. */
export function addDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The earlier and the later of two days. */
export const earlier = (one: string, other: string): string => (other < one ? other : one);
export const later = (one: string, other: string): string => (other > one ? other : one);
