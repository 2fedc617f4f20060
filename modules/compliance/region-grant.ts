/**
 * The region that an authority answers for, from the administrative code it is registered with (GB/T 2260): the code
 * without the pairs of zeros that say "all of it". `650500` and `6505` are a city, `650000` is a province, `000000` is
 * the whole country. Null, when it is registered without one: then it answers for nobody.
 */
export function regionGrant(code: string | null): string | null {
  if (code === null || code === '') return null;
  return code.replace(/(00)+$/, '');
}

/** Whether an organisation registered with this code lies in the region. One without a code lies in the country only. */
export function isInRegion(code: string | null, region: string | null): boolean {
  if (region === null) return false;
  return region === '' || (code ?? '').startsWith(region);
}
