import type { z } from 'zod';

/** What is known of a fact before it is filed: its form, its unit, what it says, and whom it concerns. */
export interface FactType<out T = unknown> {
  readonly schema: z.ZodType<T>;
  /** One English line for the reader of the format; the labels of the screens are in the pack's articles files. */
  readonly about: string;
  readonly unit?: string;
  /** Other spellings under which the fact may be filed, such as the one of the source of the law. */
  readonly aliases?: readonly string[];
  /** A value that verdicts do not repeat: health, family state. */
  readonly sensitive?: true;
  /** A setting of the school rather than something that happened: the value that holds when none is filed. */
  readonly fallback?: T;
}

/** The facts of a pack by their dotted names. */
export type FactTypes = Readonly<Record<string, FactType>>;

/** The value a fact of that type has once it is filed. */
export type ValueOf<F> = F extends FactType<infer T> ? T : never;

/** What may be said of a fact beside its form and its meaning. */
export type FactOptions<T> = Omit<FactType<T>, 'schema' | 'about'>;

/** Declares one fact. */
export function fact<T>(
  schema: z.ZodType<T>,
  about: string,
  options: FactOptions<NoInfer<T>> = {},
): FactType<T> {
  return { schema, about, ...options };
}

/** Declares the facts of a pack: keeps each name's own value type for the conditions that read it. */
export function factTypes<const F extends FactTypes>(types: F): F {
  return types;
}
