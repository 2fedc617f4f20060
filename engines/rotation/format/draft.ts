import type { z } from 'zod';
import {
  beforeFormat,
  type Learner,
  learnerFormat,
  type Pin,
  type Place,
  type Pool,
  pinFormat,
  placeFormat,
  poolFormat,
  type Site,
  siteFormat,
  type Unit,
  unitFormat,
} from './problem-format.ts';

/** An element that could be read, with its position in the file. */
export type Read<T> = { at: number; value: T };

/** What of a problem could be read, so that the checks across fields can run although the shape is not whole. */
export type Draft = {
  periods: number | undefined;
  units: Read<Unit>[];
  sites: Read<Site>[];
  places: Read<Place>[];
  pools: Read<Pool>[];
  before: Read<[string, string]>[];
  learners: Read<Learner>[];
  pins: Read<Pin>[];
  /** Ids of all elements, also of those that could not be read otherwise: a reference to them is not unknown. */
  ids: { units: Set<string>; sites: Set<string>; learners: Set<string> };
};

/** Reads every element of `input` that is well-formed by itself and leaves the others out. */
export function readDraft(input: unknown): Draft {
  const field = (name: string): unknown =>
    typeof input === 'object' && input !== null && Object.hasOwn(input, name)
      ? Reflect.get(input, name)
      : undefined;
  const list = (name: string): unknown[] => {
    const value = field(name);
    return Array.isArray(value) ? value : [];
  };
  const read = <S extends z.ZodType>(name: string, format: S): Read<z.output<S>>[] =>
    list(name).flatMap((element, at) => {
      const result = format.safeParse(element);
      return result.success ? [{ at, value: result.data }] : [];
    });
  const ids = (name: string): Set<string> =>
    new Set(
      list(name).flatMap((element) => {
        const id: unknown =
          typeof element === 'object' && element !== null ? Reflect.get(element, 'id') : null;
        return typeof id === 'string' ? [id] : [];
      }),
    );
  const periods = field('periods');
  return {
    periods: Number.isInteger(periods) && Number(periods) > 0 ? Number(periods) : undefined,
    units: read('units', unitFormat),
    sites: read('sites', siteFormat),
    places: read('places', placeFormat),
    pools: read('pools', poolFormat),
    before: read('before', beforeFormat),
    learners: read('learners', learnerFormat),
    pins: read('pins', pinFormat),
    ids: { units: ids('units'), sites: ids('sites'), learners: ids('learners') },
  };
}

/** Elements by their key; of several with the same key the first counts, the others have an issue of their own. */
export function firstBy<T>(elements: readonly Read<T>[], keyOf: (value: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  for (const { value } of elements) if (!found.has(keyOf(value))) found.set(keyOf(value), value);
  return found;
}
