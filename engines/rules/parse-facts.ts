import { z } from 'zod';
import type { Values } from './condition.ts';
import { type Day, isDay } from './day.ts';
import type { FactTypes } from './fact-type.ts';
import { type Issue, issuesFromZod, type Parsed, pointerTo, type Warning } from './issue.ts';
import { momentRank } from './moment.ts';
import { nearestName } from './nearest-name.ts';
import type { Pack } from './rule.ts';

const DAY_EXPECTED = 'a calendar day, YYYY-MM-DD';

declare const filed: unique symbol;

/** Facts that went through {@link readFacts}: every value has its fact's form. Only such facts can be judged. */
export type FiledFacts = Values & { readonly [filed]: true };

/** A `dualtrack/facts@1` document. */
export interface FactsDocument {
  readonly on: Day;
  readonly moment?: string;
  readonly facts: FiledFacts;
}

/** The frame of `dualtrack/facts@1`; the facts inside are those of the pack. */
export const factsFrame = z.strictObject({
  format: z.literal('dualtrack/facts@1'),
  on: z
    .string()
    .refine(isDay, { error: DAY_EXPECTED })
    .describe('the day whose law and ages count, YYYY-MM-DD'),
  moment: z
    .string()
    .refine((text) => momentRank(text) !== undefined, {
      error: 'a moment such as on_sign, before_start or at_end',
    })
    .optional()
    .describe('duties due up to this moment are asked for; absent = all'),
  facts: z.record(z.string(), z.unknown()),
});

/**
 * Reads a whole `dualtrack/facts@1` document: all of its facts with warnings for names that no rule of the pack knows,
 * or every issue in it at once.
 */
export function parseFacts(pack: Pack, input: unknown): Parsed<FactsDocument> {
  const frame = factsFrame.safeParse(input);
  const inner = recordIn(input);
  const read = inner === undefined ? undefined : readFacts(pack, inner, ['facts']);
  const warnings = read?.warnings ?? [];
  if (frame.success && read?.ok) {
    const { on, moment } = frame.data;
    return { ok: true, value: { on, ...(moment !== undefined && { moment }), facts: read.value }, warnings };
  }
  // A day that is left out, or is a number, is asked for as a day, not as a text.
  const issues = (frame.success ? [] : issuesFromZod(frame.error, [])).map((one) =>
    one.pointer === '/on'
      ? { ...one, code: 'value.format' as const, params: { expected: DAY_EXPECTED } }
      : one,
  );
  return { ok: false, issues: [...issues, ...(read && !read.ok ? read.issues : [])], warnings };
}

/**
 * Checks facts by name against the pack's fact types. Aliases become the proper names, instants become days where a
 * day is meant, and settings that are not filed get their fallback. `at` is where the facts stand in their document.
 * With `over`, these facts go over others that were read already, such as a student's own over those of the class.
 */
export function readFacts(
  pack: Pack,
  input: Values,
  at: readonly string[] = [],
  over?: FiledFacts,
): Parsed<FiledFacts> {
  const { types, names, settings } = indexOf(pack);
  const facts: Record<string, unknown> = { ...(over ?? settings) };
  const filedAs = new Map<string, string>();
  const issues: Issue[] = [];
  const warnings: Warning[] = [];
  for (const written of Object.keys(input)) {
    const value = input[written];
    if (value === undefined) continue;
    const name = names.get(written);
    const type = name === undefined ? undefined : types[name];
    if (name === undefined || type === undefined) {
      const nearest = nearestName(written, names.keys());
      const params = nearest === undefined ? { name: written } : { name: written, nearest };
      warnings.push({ pointer: pointerTo([...at, written]), code: 'fact.unknown', params });
      continue;
    }
    const before = filedAs.get(name);
    if (before !== undefined) {
      const params = { expected: `${name} filed once`, also: before };
      issues.push({ pointer: pointerTo([...at, written]), code: 'fact.twice', params });
      continue;
    }
    filedAs.set(name, written);
    const parsed = type.schema.safeParse(value);
    if (parsed.success) facts[name] = parsed.data;
    else issues.push(...issuesFromZod(parsed.error, [...at, written]));
  }
  issues.push(...spanIssues(pack, facts, filedAs, at));
  if (issues.length > 0) return { ok: false, issues, warnings };
  // The one place where the mark is given: everything in `facts` has just been checked.
  return { ok: true, value: facts as FiledFacts, warnings };
}

/** Spans that end before they begin, at the place of whichever of their days was filed here. */
function spanIssues(
  pack: Pack,
  facts: Values,
  filedAs: ReadonlyMap<string, string>,
  at: readonly string[],
): Issue[] {
  return (pack.spans ?? []).flatMap(([first, last]): Issue[] => {
    const [from, to] = [facts[first], facts[last]];
    if (typeof from !== 'string' || typeof to !== 'string' || to >= from) return [];
    const atLast = filedAs.get(last);
    const written = atLast ?? filedAs.get(first);
    if (written === undefined) return [];
    const expected = atLast === undefined ? `at most ${to}` : `at least ${from}`;
    return [{ pointer: pointerTo([...at, written]), code: 'value.range', params: { expected } }];
  });
}

interface FactIndex {
  readonly types: FactTypes;
  /** Proper name by every spelling. */
  readonly names: ReadonlyMap<string, string>;
  readonly settings: Values;
}

const indexes = new WeakMap<FactTypes, FactIndex>();

/** Names and fallbacks of a pack, worked out once: a class is read thousands of times with the same pack. */
function indexOf({ facts: types }: Pack): FactIndex {
  const known = indexes.get(types);
  if (known) return known;
  const names = new Map<string, string>();
  const settings: Record<string, unknown> = {};
  for (const [name, type] of Object.entries(types)) {
    names.set(name, name);
    for (const alias of type.aliases ?? []) names.set(alias, name);
    if (type.fallback !== undefined) settings[name] = type.fallback;
  }
  const index = { types, names, settings };
  indexes.set(types, index);
  return index;
}

function recordIn(input: unknown): Values | undefined {
  if (typeof input !== 'object' || input === null || !('facts' in input)) return undefined;
  const inner = input.facts;
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return undefined;
  return { ...inner };
}
