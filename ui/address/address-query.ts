/** The part of an address after the question mark: names with one text each. Lists are joined by commas. */
export type AddressQuery = Readonly<Record<string, string>>;

/** Reads `?a=1&b=x%2Cy` as plain texts: no number, list or object is guessed from what a person typed. */
export function parseAddressQuery(search: string): AddressQuery {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes a query; empty and missing values are left out, names are sorted so that one state has one address. */
export function writeAddressQuery(query: Readonly<Record<string, unknown>>): string {
  const parts = new URLSearchParams();
  for (const name of Object.keys(query).sort()) {
    const value = query[name];
    if (value !== undefined && value !== null && value !== '') parts.set(name, String(value));
  }
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
}
