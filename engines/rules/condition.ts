import type { Day } from './day.ts';
import type { FactTypes, ValueOf } from './fact-type.ts';
import type { Moment } from './moment.ts';

/** Facts as they were filed: checked, by name; a name that is absent is not known. */
export type Values = Readonly<Record<string, unknown>>;

/** When a judgement is made: the day whose law and ages count, and how late in the placement's life it is. */
export interface At {
  readonly on: Day;
  /** Rank of {@link momentRank}; `Infinity` asks for everything. */
  readonly rank: number;
}

/** A condition cannot be told, because these facts (or parts of facts, `name/part`) are not filed. */
export interface Missing {
  readonly missing: readonly string[];
}

/** Whether a condition holds, or what would have to be known. */
export type Answer = boolean | Missing;

/** One way to make a condition hold: set `fact` so that it stands to `value` as `must` says. */
export interface Change {
  readonly fact: string;
  readonly must: 'be' | 'be-at-least' | 'be-at-most' | 'be-one-of' | 'include' | 'leave-out';
  readonly value: unknown;
}

/** One test of facts. `holds` is only asked when all `needs` and one name of each `oneOf` group are filed. */
export interface Condition {
  /** Names the test; the pack's articles files have a sentence for it. */
  readonly code: string;
  readonly needs: readonly string[];
  readonly oneOf: readonly (readonly string[])[];
  /** Facts that are looked at when filed, without which the test can still be told. */
  readonly uses: readonly string[];
  /** All of these names, each once. */
  readonly reads: readonly string[];
  /** From which moment on it is asked, when that is later or earlier than its rule's first moment. */
  readonly from?: Moment;
  holds(facts: Values, at: At): Answer;
  /** Ways to make it hold, each enough by itself while everything else stays. */
  change?(facts: Values, at: At): readonly Change[];
}

type NamesOf<F extends FactTypes, V> = {
  [K in keyof F & string]: ValueOf<F[K]> extends V ? K : never;
}[keyof F & string];

type Read<F extends FactTypes, N extends keyof F, O extends keyof F> = {
  readonly [K in N]: ValueOf<F[K]>;
} & {
  readonly [K in O]?: ValueOf<F[K]>;
};

interface Timing {
  readonly from?: Moment;
}

interface TypedCondition<F extends FactTypes, N extends keyof F, G extends keyof F, U extends keyof F>
  extends Timing {
  readonly code: string;
  readonly needs?: readonly N[];
  readonly oneOf?: readonly (readonly G[])[];
  readonly uses?: readonly U[];
  readonly holds: (facts: Read<F, N, G | U>, at: At) => Answer;
  readonly change?: (facts: Read<F, N, G | U>, at: At) => readonly Change[];
}

const NONE: readonly never[] = [];

/**
 * The condition makers over a pack's facts: each fact name is checked by the compiler and each value has its own type.
 * A maker returns plain {@link Condition}s.
 */
export function conditionsOver<F extends FactTypes>(_facts: F) {
  type Name = keyof F & string;

  /** Any test, written as a function of the facts that it declares. */
  function condition<N extends Name = never, G extends Name = never, U extends Name = never>(
    spec: TypedCondition<F, N, G, U>,
  ): Condition {
    const { needs = NONE, oneOf = NONE, uses = NONE, code, from, holds, change } = spec;
    return conditionOf({ code, from, needs, oneOf, uses }, { holds, change });
  }

  function single(name: string, code: string, timing: Timing | undefined, tests: Tests): Condition {
    return conditionOf({ ...timing, code, needs: [name], oneOf: NONE, uses: NONE }, tests);
  }

  /** The fact equals the value. */
  function is<N extends Name>(code: string, name: N, value: ValueOf<F[N]>, timing?: Timing): Condition {
    return single(name, code, timing, {
      holds: (facts) => facts[name] === value,
      change: () => [{ fact: name, must: 'be', value }],
    });
  }

  /** The fact is one of the values. */
  function isOneOf<N extends Name>(
    code: string,
    name: N,
    values: readonly ValueOf<F[N]>[],
    timing?: Timing,
  ): Condition {
    const allowed: ReadonlySet<unknown> = new Set<unknown>(values);
    return single(name, code, timing, {
      holds: (facts) => allowed.has(facts[name]),
      change: () => [{ fact: name, must: 'be-one-of', value: values }],
    });
  }

  /** There is one: the fact was filed, and not as "none" (`null`). */
  function present(code: string, name: Name, timing?: Timing): Condition {
    return single(name, code, timing, { holds: (facts) => facts[name] !== null });
  }

  /** The number is not above the limit. */
  function atMost(code: string, name: NamesOf<F, number>, limit: number, timing?: Timing): Condition {
    return single(name, code, timing, {
      holds: (facts) => numberOf(facts[name]) <= limit,
      change: () => [{ fact: name, must: 'be-at-most', value: limit }],
    });
  }

  /** The number is not below the limit. */
  function atLeast(code: string, name: NamesOf<F, number>, limit: number, timing?: Timing): Condition {
    return single(name, code, timing, {
      holds: (facts) => numberOf(facts[name]) >= limit,
      change: () => [{ fact: name, must: 'be-at-least', value: limit }],
    });
  }

  /** The list has all of the items. */
  function includesAll<V extends string>(
    code: string,
    name: NamesOf<F, readonly V[]>,
    items: readonly V[],
    timing?: Timing,
  ): Condition {
    const absent = (value: unknown) =>
      items.filter((item) => !(Array.isArray(value) && value.includes(item)));
    return single(name, code, timing, {
      holds: (facts) => absent(facts[name]).length === 0,
      change: (facts) => [{ fact: name, must: 'include', value: absent(facts[name]) }],
    });
  }

  return { condition, is, isOneOf, present, atMost, atLeast, includesAll };
}

type Tests = Pick<Condition, 'holds' | 'change'>;

/** Puts a condition together; all of them have one shape, which keeps judging many placements fast. */
export function conditionOf(head: Omit<Condition, 'reads' | 'holds' | 'change'>, tests: Tests): Condition {
  const { code, from, needs, oneOf, uses } = head;
  const reads = [...new Set([...needs, ...oneOf.flat(), ...uses])];
  return { code, from, needs, oneOf, uses, reads, holds: tests.holds, change: tests.change };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

/** The facts that keep a condition from being asked at all; every name of a `oneOf` group of which none is filed. */
export function unfiled(condition: Condition, facts: Values): readonly string[] {
  let missing: readonly string[] = NONE;
  for (const name of condition.needs) {
    if (facts[name] === undefined) missing = [...missing, name];
  }
  for (const group of condition.oneOf) {
    if (group.every((name) => facts[name] === undefined)) missing = [...missing, ...group];
  }
  return missing;
}

/** Asks one condition: `true`, `false`, or the facts that would have to be known. */
export function ask(condition: Condition, facts: Values, at: At): true | false | readonly string[] {
  const missing = unfiled(condition, facts);
  if (missing.length > 0) return missing;
  const answer = condition.holds(facts, at);
  return typeof answer === 'boolean' ? answer : answer.missing;
}
