import { addDay } from './days.ts';
import { dayPartNames, type Slot } from './slots.ts';

/** A day of the calendar, `YYYY-MM-DD`, and a span of them with both ends. */
type DaySpan = { from: string; to: string };

/** What a need asks for. */
export type NeedFacts = {
  occupations: readonly string[];
  tags: readonly string[];
  language: string | null;
  from: string;
  to: string;
  minutes: number;
  /** Division code of where it is; empty: not known. */
  region: string;
};

/** What is known of somebody who could come. `used`: minutes promised by month; `ratings`: marks 1 to 5 so far. */
export type Candidate = {
  expertId: string;
  occupations: readonly string[];
  tags: readonly string[];
  languages: readonly string[];
  slots: readonly string[];
  absences: readonly DaySpan[];
  monthlyHours: number;
  used: Readonly<Record<string, number>>;
  ratings: readonly number[];
  region: string;
};

export const reasonCodes = [
  'skills',
  'related',
  'free-days',
  'rating',
  'no-rating',
  'load',
  'language',
  'same-county',
  'same-city',
  'same-province',
  'far',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];
/** Why somebody is proposed; `value` and `of` are what the sentence needs. */
export type Reason = { code: ReasonCode; value: number; of: number };

/** Somebody proposed, with a score of 0 to 1000 and the reasons that it is made of. */
export type ProposedPerson = { expertId: string; score: number; matched: string[]; reasons: Reason[] };

/** Parts of the score, in thousandths. */
const weights = { skills: 500, days: 150, rating: 200, load: 100, near: 50 } as const;

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * How near two places are by their division codes (GB/T 2260: province, city, county, two digits each); null where one of
 * them is not known. Coarse on purpose: nobody's address is kept.
 */
export function nearness(
  one: string,
  other: string,
): { code: 'same-county' | 'same-city' | 'same-province' | 'far'; part: number } | null {
  if (one === '' || other === '') return null;
  // A code that ends in 00 names the whole city or province: nothing nearer can be said of it.
  const isWhole = one.endsWith('00') || other.endsWith('00');
  if (!isWhole && one === other) return { code: 'same-county', part: 1 };
  if (one.slice(0, 4) === other.slice(0, 4) && !one.slice(2).startsWith('00'))
    return { code: 'same-city', part: 0.8 };
  if (one.slice(0, 2) === other.slice(0, 2)) return { code: 'same-province', part: 0.4 };
  return { code: 'far', part: 0 };
}

/** How well one asked skill is met: 1 the same, ½ the same minor group (first three digits of ISCO-08), else 0. */
function metBy(code: string, codes: readonly string[]): number {
  if (codes.includes(code)) return 1;
  return codes.some((one) => one.slice(0, 3) === code.slice(0, 3)) ? 0.5 : 0;
}

/** Days of a span on which somebody has a slot and is not away. */
export function freeDays(candidate: Pick<Candidate, 'slots' | 'absences'>, span: DaySpan): number {
  let days = 0;
  for (let day = span.from; day <= span.to; day = addDay(day, 1)) {
    if (candidate.absences.some(({ from, to }) => from <= day && day <= to)) continue;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    const isFree =
      candidate.slots.length === 0 ||
      dayPartNames.some((part) => candidate.slots.includes(`${weekday}-${part}` satisfies Slot));
    if (isFree) days += 1;
  }
  return days;
}

/** Minutes that somebody can still promise in the best month of a span. */
export function minutesLeft(candidate: Pick<Candidate, 'monthlyHours' | 'used'>, span: DaySpan): number {
  let most = 0;
  for (let month = span.from.slice(0, 7); month <= span.to.slice(0, 7); month = monthAfter(month)) {
    most = Math.max(most, candidate.monthlyHours * 60 - (candidate.used[month] ?? 0));
  }
  return most;
}

function monthAfter(month: string): string {
  return addDay(`${month}-28`, 4).slice(0, 7);
}

/**
 * Proposes people for a need, best first, with the reasons. Nobody is proposed who meets none of the asked skills, does not
 * speak the asked language, has no free day in the span, or has no month with enough hours left. Marks are drawn
 * towards 3.5 while there are few. Equal scores stand in the order of ids, so that the answer does not depend on the
 * order of the question.
 */
export function proposePeople(need: NeedFacts, candidates: readonly Candidate[]): ProposedPerson[] {
  const asked = need.occupations.length + need.tags.length;
  const days = Math.max(1, freeDays({ slots: [], absences: [] }, need));
  return candidates
    .flatMap((candidate): ProposedPerson[] => {
      const byCode = need.occupations.map((code) => metBy(code, candidate.occupations));
      const byTag = need.tags.map((tag) => (candidate.tags.some((one) => same(one, tag)) ? 1 : 0));
      const met = [...byCode, ...byTag].reduce((sum, one) => sum + one, 0);
      const free = freeDays(candidate, need);
      const left = minutesLeft(candidate, need);
      if (asked > 0 && met === 0) return [];
      if (need.language !== null && !candidate.languages.includes(need.language)) return [];
      if (free === 0 || left < need.minutes) return [];
      const exact = [...byCode, ...byTag].filter((one) => one === 1).length;
      const related = byCode.filter((one) => one === 0.5).length;
      const count = candidate.ratings.length;
      const mean = (candidate.ratings.reduce((sum, one) => sum + one, 0) + 3.5 * 2) / (count + 2);
      const near = nearness(need.region, candidate.region);
      const whole = Math.max(1, candidate.monthlyHours * 60);
      const score =
        weights.skills * (asked === 0 ? 1 : met / asked) +
        weights.days * Math.min(1, free / days) +
        weights.rating * ((mean - 1) / 4) +
        weights.load * Math.min(1, left / whole) +
        weights.near * (near?.part ?? 0.5);
      const reasons: Reason[] = [
        ...(exact > 0 ? [{ code: 'skills' as const, value: exact, of: asked }] : []),
        ...(related > 0 ? [{ code: 'related' as const, value: related, of: asked }] : []),
        { code: 'free-days', value: free, of: days },
        count === 0
          ? { code: 'no-rating', value: 0, of: 0 }
          : {
              code: 'rating',
              value: Math.round((candidate.ratings.reduce((sum, one) => sum + one, 0) / count) * 10) / 10,
              of: count,
            },
        { code: 'load', value: Math.floor(left / 60), of: candidate.monthlyHours },
        ...(near === null ? [] : [{ code: near.code, value: 1, of: 1 }]),
        ...(need.language === null ? [] : [{ code: 'language' as const, value: 1, of: 1 }]),
      ];
      const matched = [
        ...need.occupations.filter((_, at) => (byCode[at] ?? 0) > 0),
        ...need.tags.filter((_, at) => byTag[at] === 1),
      ];
      return [{ expertId: candidate.expertId, score: Math.round(score), matched, reasons }];
    })
    .sort((one, other) => other.score - one.score || (one.expertId < other.expertId ? -1 : 1));
}
