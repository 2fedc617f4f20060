import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locale.ts';
import type { Params, ParamValue } from './params.ts';

const compiled = new Map<string, IntlMessageFormat>();

// Parameters of an error come from outside: whatever is not a number or a day is shown as text, lists joined.
function printable(value: unknown): ParamValue {
  if (typeof value === 'number' || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(printable).join(', ');
  return value === null || value === undefined ? '' : String(value);
}

/**
 * Fills an ICU message. A missing parameter or a message that does not parse never throws at a person: the raw message
 * comes back, and the locales test is what catches it before it ships.
 */
export function formatMessage(locale: Locale, message: string, params?: Params): string {
  if (!message.includes('{') && !message.includes("'")) return message;
  const key = `${locale}\n${message}`;
  try {
    let format = compiled.get(key);
    if (!format) {
      format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
      compiled.set(key, format);
    }
    const values = Object.fromEntries(
      Object.entries(params ?? {}).map(([name, value]) => [name, printable(value)]),
    );
    const text = format.format(values);
    return typeof text === 'string' ? text : message;
  } catch {
    return message;
  }
}
