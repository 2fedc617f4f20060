/** What runs out at a base: the day by which equipment must be inspected, or a mentor's certificate. */
export const careKinds = ['inspection', 'certificate'] as const;
export type CareKind = (typeof careKinds)[number];

/** Days ahead in which something counts as soon: a certificate takes longer to renew than an inspection to book. */
export const soonDays: Readonly<Record<CareKind, number>> = { inspection: 30, certificate: 60 };

/** How a day by which something is due stands to today. */
export function careState(kind: CareKind, due: string, today: string): 'over' | 'soon' | 'fine' {
  // A certificate counts on its last day; an inspection is due by the end of its day.
  if (due < today) return 'over';
  return due <= dayAfter(today, soonDays[kind]) ? 'soon' : 'fine';
}

/** The last day that counts as soon. */
export function soonUntil(kind: CareKind, today: string): string {
  return dayAfter(today, soonDays[kind]);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
