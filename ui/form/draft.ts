/** What a field may hold. Days are `YYYY-MM-DD`, an empty field is '' or null. */
export type FieldValue = string | number | boolean | null | readonly string[];

/** The values of a form by field name. */
export type FormValues = { readonly [name: string]: FieldValue };

/** A draft as it is kept: when, and what stood in the fields. */
export type Draft<Values> = { readonly at: string; readonly values: Values };

function sameKind(a: unknown, b: FieldValue): boolean {
  if (a === null || b === null) return true;
  return Array.isArray(a) === Array.isArray(b) && typeof a === typeof b;
}

/**
 * Reads a kept draft back into the shape of today's form: fields that are gone or changed their kind are left out.
 * `undefined` when there is none, when it cannot be read, or when it says what the form says anyway.
 */
export function readDraft<Values extends FormValues>(
  text: string | null,
  initial: Values,
): Draft<Values> | undefined {
  if (text === null) return undefined;
  let kept: { at?: unknown; values?: Record<string, unknown> | null } | null;
  try {
    kept = JSON.parse(text);
  } catch {
    return undefined;
  }
  const found = kept?.values;
  if (typeof kept?.at !== 'string' || typeof found !== 'object' || found === null) return undefined;
  const usable = Object.keys(initial).filter((key) => {
    const value = initial[key];
    return Object.hasOwn(found, key) && value !== undefined && sameKind(found[key], value);
  });
  const values: Values = { ...initial, ...Object.fromEntries(usable.map((key) => [key, found[key]])) };
  return JSON.stringify(values) === JSON.stringify(initial) ? undefined : { at: kept.at, values };
}
