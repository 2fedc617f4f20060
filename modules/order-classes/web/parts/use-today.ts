/** Today's calendar day in China, where the days of signatures are counted. */
export function useToday(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
