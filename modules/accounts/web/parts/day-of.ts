/** The calendar day of an instant in the deployment's country; the first hours there are still yesterday in UTC. */
export function dayOf(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));
}
