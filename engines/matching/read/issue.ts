/** What can be wrong with a problem. `params` in brackets. */
export type IssueCode =
  /** not JSON [] */
  | 'json.malformed'
  /** a `.ndjson` file without a first line [] */
  | 'head.missing'
  /** a field that must be there is not [expected] */
  | 'field.missing'
  /** a field that the format does not have [field] */
  | 'field.unknown'
  /** another kind of value [expected, received]; NaN and infinite numbers count as kinds of their own */
  | 'type.wrong'
  /** not one of the values allowed [allowed] */
  | 'value.unknown'
  /** a number below the least allowed, such as a negative capacity [minimum] */
  | 'number.too-small'
  /** a number above the greatest allowed [maximum] */
  | 'number.too-big'
  /** an empty text where an id or seed is needed [] */
  | 'text.empty'
  /** half a surrogate pair in a text [] */
  | 'text.ill-formed'
  /** bytes that are not UTF-8 [] */
  | 'text.not-utf8'
  /** the id stands twice [id, first: pointer or line of the first] */
  | 'id.duplicate'
  /** `within` names nothing [within] */
  | 'within.unknown'
  /** `within` names a seat [within] */
  | 'within.not-a-cap'
  /** caps lie inside each other in a ring [cycle: their ids] */
  | 'cap.cyclic'
  /** a choice names no seat [seat] */
  | 'seat.unknown'
  /** a seat is chosen twice [seat, first: pointer] */
  | 'choice.duplicate'
  /** a group names nobody who applies [applicant] */
  | 'applicant.unknown'
  /** somebody is in two groups, or twice in one [applicant, first: pointer] */
  | 'group.overlap'
  /** a least number is of no seat and no cap [place] */
  | 'place.unknown'
  /** a least number for which there can never be room [place, heads, room] */
  | 'minimum.infeasible';

/**
 * One thing that is wrong, and where: a JSON pointer, in `.ndjson` inside the given line (counted from 1).
 */
export type Issue = {
  readonly line?: number;
  readonly pointer: string;
  readonly code: IssueCode;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
};

/** A JSON pointer (RFC 6901) from its parts. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Whether the value is a plain object (not null, not an array). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
