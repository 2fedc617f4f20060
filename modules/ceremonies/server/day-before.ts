/** The calendar day so many days before another; days as `YYYY-MM-DD`. */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** The day by which something is to be done before another; at short notice today, so that nothing is overdue from the start. */
export function dueBefore(day: string, days: number, today: string): string {
  const due = dayBefore(day, days);
  return due < today && today <= day ? today : due;
}
