/**
 * When a duty falls due, in the order in which a placement lives. A duty of an earlier moment is still due at every
 * later one; `on_demand` is asked only when somebody asks for everything.
 */
export const MOMENTS = {
  on_create: 1,
  on_change: 1,
  on_match: 2,
  before_first_placement: 3,
  on_plan: 3,
  on_purchase: 4,
  on_sign: 4,
  on_roster_publish: 5,
  on_scheme_publish: 5,
  on_refusal: 5,
  before_start: 6,
  daily: 7,
  weekly: 7,
  monthly: 7,
  continuous: 7,
  on_event: 7,
  on_report: 7,
  at_end: 8,
  on_demand: 9,
} as const;

/** The name of a moment, as facts files and rules spell it. */
export type Moment = keyof typeof MOMENTS;

function isMoment(text: string): text is Moment {
  return Object.hasOwn(MOMENTS, text);
}

/**
 * How late in a placement's life a moment stands (1 first). Joined spellings such as `on_sign_and_monthly` count as
 * their latest part; `undefined` when a part is no moment.
 */
export function momentRank(text: string): number | undefined {
  let latest: number | undefined;
  for (const part of text.split('_and_')) {
    const name = part === 'end' ? 'at_end' : part;
    if (!isMoment(name)) return undefined;
    latest = Math.max(latest ?? 0, MOMENTS[name]);
  }
  return latest;
}
