/** GB/T 4754-2017 codes of entertainment venues; recalled, to be checked before a school relies on them. */
const ENTERTAINMENT = ['90', '6232', '8051'];
/** Group of human-resource services: agencies, dispatch, outsourcing; recalled. */
const HUMAN_RESOURCES = ['726'];

function startsWithAny(code: string, prefixes: readonly string[]): boolean {
  const digits = code.replace(/^[A-T]/, '');
  return prefixes.some((prefix) => digits.startsWith(prefix));
}

/** Whether an industry code is one of commercial entertainment (division 90, bars, bath houses). */
export function isEntertainment(code: string): boolean {
  return startsWithAny(code, ENTERTAINMENT);
}

/** Whether an industry code is one of human-resource services. */
export function isHumanResources(code: string): boolean {
  return startsWithAny(code, HUMAN_RESOURCES);
}
