/** One property of a calendar file: name, parameters, and the value as it stands there. */
type Property = { name: string; params: Readonly<Record<string, string>>; value: string };
/** A part of a calendar file between BEGIN and END. */
export type CalendarPart = { name: string; properties: Property[]; parts: CalendarPart[] };

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Lines of a file as RFC 5545 folds them. @throws where a line is too long, cut in a letter, or ends otherwise */
function unfolded(bytes: Uint8Array): string[] {
  const lines: number[][] = [];
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(0x0d, from);
    if (end < 0 || bytes[end + 1] !== 0x0a) throw new Error('a line does not end with CR LF');
    const line = bytes.subarray(from, end);
    if (line.length > 75) throw new Error(`a line of ${line.length} octets`);
    if (line.includes(0x0a)) throw new Error('a line feed within a line');
    if (line[0] === 0x20) lines.at(-1)?.push(...line.subarray(1));
    else lines.push([...line]);
    from = end + 2;
  }
  return lines.map((line) => decoder.decode(Uint8Array.from(line)));
}

function propertyIn(line: string): Property {
  const found = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/su.exec(line);
  if (found === null) throw new Error(`not a content line: ${line}`);
  const [, name = '', rest = '', value = ''] = found;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(value)) throw new Error(`a control character in ${name}`);
  const params = [...rest.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^;:]*)/g)].map(([, key = '', text = '']) => [
    key,
    text.replaceAll('"', ''),
  ]);
  return { name, params: Object.fromEntries(params), value };
}

/**
 * Reads a calendar file strictly, independently of what writes it: folding in octets, letters kept whole, nesting, and
 * which properties must stand once. For tests only.
 * @throws Error with what is wrong
 */
export function readCalendar(text: string): CalendarPart {
  const root: CalendarPart = { name: '', properties: [], parts: [] };
  const open = [root];
  for (const line of unfolded(new TextEncoder().encode(text))) {
    const property = propertyIn(line);
    const inner = open.at(-1) ?? root;
    if (property.name === 'BEGIN') {
      const part: CalendarPart = { name: property.value, properties: [], parts: [] };
      inner.parts.push(part);
      open.push(part);
    } else if (property.name === 'END') {
      if (open.pop()?.name !== property.value) throw new Error(`END:${property.value} without its BEGIN`);
    } else inner.properties.push(property);
  }
  const [calendar, more] = root.parts;
  if (open.length !== 1 || calendar?.name !== 'VCALENDAR' || more !== undefined) {
    throw new Error('not one whole calendar');
  }
  checkPart(calendar, ['VERSION', 'PRODID']);
  for (const event of calendar.parts) checkPart(event, ['UID', 'DTSTAMP', 'DTSTART']);
  return calendar;
}

const once = [
  'VERSION',
  'PRODID',
  'UID',
  'DTSTAMP',
  'DTSTART',
  'DTEND',
  'SUMMARY',
  'DESCRIPTION',
  'STATUS',
  'URL',
];

function checkPart(part: CalendarPart, needed: readonly string[]): void {
  for (const name of once) {
    const count = part.properties.filter((one) => one.name === name).length;
    if (count > 1 || (needed.includes(name) && count === 0))
      throw new Error(`${part.name}: ${count} × ${name}`);
  }
  for (const { name, params, value } of part.properties) {
    if (!['DTSTART', 'DTEND', 'DTSTAMP'].includes(name)) continue;
    const form = params['VALUE'] === 'DATE' ? /^\d{8}$/ : /^\d{8}T\d{6}Z$/;
    if (!form.test(value)) throw new Error(`${name}: ${value}`);
  }
}

/** The text of a property with its escapes undone; undefined when the part has none. */
export function textOf(part: CalendarPart, name: string): string | undefined {
  const value = part.properties.find((one) => one.name === name)?.value;
  if (value === undefined) return undefined;
  if (/(?<!\\)(?:\\\\)*[,;]/.test(value)) throw new Error(`${name}: a comma or semicolon without its escape`);
  return value.replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}
