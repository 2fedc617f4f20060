/** Where a session is held. */
export const heldAts = ['school', 'enterprise', 'online'] as const;
export type HeldAt = (typeof heldAts)[number];

/** What a week is for a class: of the dual calendar. */
export type WeekKind = 'school' | 'enterprise' | 'exam' | 'holiday';

/**
 * Why a class cannot come in a week; null when it can. In exam and holiday weeks it comes nowhere; while it is at the
 * enterprise it is not at the school. Where nobody has said what the week is, it may.
 */
export function whyNotWeek(kind: string | null, heldAt: HeldAt): 'exam' | 'holiday' | 'enterprise' | null {
  if (kind === 'exam' || kind === 'holiday') return kind;
  return kind === 'enterprise' && heldAt === 'school' ? 'enterprise' : null;
}

/** Whether the holidays of China are those of a clock: elsewhere other laws say what is a holiday. */
export const hasChineseHolidays = (zone: string): boolean =>
  zone === 'Asia/Shanghai' || zone === 'Asia/Urumqi';

/** Whether a word names a time zone, such as `Europe/Berlin`. */
export function isZone(word: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: word }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
