import { z } from 'zod';
import { type Day, isDay } from './day.ts';
import { dayOfInstant, instantMinutes } from './instant.ts';

const LONGEST_TEXT = 10_000;
const LONGEST_LIST = 100_000;
const DAY_EXPECTED = 'a calendar day, YYYY-MM-DD, or an ISO 8601 instant';
const INSTANT_EXPECTED = 'an ISO 8601 instant such as 2026-03-02T08:30+08:00';
const TIME_EXPECTED = 'a time of day, HH:MM, or an ISO 8601 instant';
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
// The rough forms stand in the published schema; the calendar is asked after them.
const DAY_FORM = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?$/;
const INSTANT_FORM = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*$/;
const TIME_FORM = /^(\d{4}-\d{2}-\d{2}[T ])?\d{2}:\d{2}.*$/;

const text = (): z.ZodType<string> => z.string().min(1).max(LONGEST_TEXT);

/** A text in a written form that a pattern tells; `expected` is what a person is told when it does not fit. */
const pattern = (form: RegExp, expected: string): z.ZodType<string> =>
  z.string().regex(form, { error: expected });

const formed = (form: RegExp, error: string) => z.string().regex(form, { error, abort: true });

/** A calendar day. An instant is accepted too and becomes the day it falls on at `utcOffsetMinutes`. */
function day(utcOffsetMinutes = 0): z.ZodType<Day> {
  return formed(DAY_FORM, DAY_EXPECTED).transform((written, context) => {
    const found = written.length === 10 ? written : dayOfInstant(written, utcOffsetMinutes);
    if (found !== undefined && isDay(found)) return found;
    context.addIssue({ code: 'custom', message: DAY_EXPECTED });
    return z.NEVER;
  });
}

const instant = (): z.ZodType<string> =>
  formed(INSTANT_FORM, INSTANT_EXPECTED).refine((written) => instantMinutes(written) !== undefined, {
    error: INSTANT_EXPECTED,
  });

const timeOfDay = (): z.ZodType<string> =>
  formed(TIME_FORM, TIME_EXPECTED).refine(
    (written) => TIME.test(written) || instantMinutes(written) !== undefined,
    { error: TIME_EXPECTED },
  );

/** `null` is a fact too: it is known that there is none. A fact that is left out is not known. */
const orNone = <T>(inner: z.ZodType<T>): z.ZodType<T | null> => z.nullable(inner);

/** What is wrong with parts of a value that do not fit each other: where, and what was expected there. */
export interface Misfit {
  readonly at: string;
  readonly expected: string;
}

/** A value whose parts are each right and must also fit each other. */
const fitting = <T>(inner: z.ZodType<T>, misfit: (value: T) => Misfit | undefined): z.ZodType<T> =>
  inner.superRefine((value, context) => {
    const found = misfit(value);
    if (found) context.addIssue({ code: 'custom', path: [found.at], message: found.expected });
  });

const byDayKey = z.string().refine(isDay, { error: 'a calendar day, YYYY-MM-DD' });

/**
 * The forms a fact's value can have, so that a pack declares its facts without depending on the validating library.
 * Bad values become input issues that name what was expected.
 */
export const shape = {
  text,
  pattern,
  day,
  instant,
  timeOfDay,
  orNone,
  flag: (): z.ZodType<boolean> => z.boolean(),
  number: (): z.ZodType<number> => z.number().min(0),
  count: (): z.ZodType<number> => z.int().min(0),
  between: (least: number, most: number): z.ZodType<number> => z.number().min(least).max(most),
  whole: (least: number, most: number): z.ZodType<number> => z.int().min(least).max(most),
  oneOf: <const T extends string>(values: readonly T[]): z.ZodType<T> => z.enum(values),
  listOf: <T>(inner: z.ZodType<T>): z.ZodType<readonly T[]> => z.array(inner).max(LONGEST_LIST),
  fitting,
  byDay: <T>(inner: z.ZodType<T>): z.ZodType<Readonly<Record<Day, T>>> => z.record(byDayKey, inner),
  byName: <T>(inner: z.ZodType<T>): z.ZodType<Readonly<Record<string, T>>> => z.record(z.string(), inner),
  either: <A, B>(a: z.ZodType<A>, b: z.ZodType<B>): z.ZodType<A | B> => z.union([a, b]),
  optional: <T>(inner: z.ZodType<T>): z.ZodOptional<z.ZodType<T>> => z.optional(inner),
  object: <S extends z.core.$ZodLooseShape>(parts: S) => z.strictObject(parts),
};
