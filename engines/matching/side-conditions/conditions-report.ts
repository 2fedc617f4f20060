import type { ConditionsReport } from '../format/result-format.ts';
import type { Market } from '../market/market.ts';
import type { Filled } from './fill-seats.ts';
import type { Settled } from './settle.ts';
import type { Conditions } from './side-conditions.ts';

/** What came of side conditions, with ids in place of numbers: the `conditions` of a result. */
export function conditionsReport(
  { placeIds }: Market,
  { minimums }: Conditions,
  settled: Settled,
  filled?: Filled,
): ConditionsReport {
  const closed = filled
    ? minimums
        .filter(({ place }) => filled.closed.includes(place))
        .map(({ place, heads }) => ({ place, minimum: heads, heads: 0 }))
    : settled.closed;
  return {
    closed: closed.map((one) => ({ ...one, place: placeIds.text(one.place) })),
    groups: settled.groups.map(({ id, seat }) => ({ id, seat: seat < 0 ? null : placeIds.text(seat) })),
    setAside: settled.setAside,
    filled: filled ? { added: filled.added, worse: filled.worse, isProven: filled.isProven } : null,
  };
}
