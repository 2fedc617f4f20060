/** One entry of a calendar as a reader understands it: properties by name, with their parameters left away. */
export type IcsEvent = Readonly<Record<string, string>>;

/**
 * Reads iCalendar text by the letter of RFC 5545, apart from whatever wrote it: CRLF lines of at most 75 octets,
 * folding, nesting, what every event and the calendar must have. @throws on the first fault
 */
export function readIcs(text: string): { head: IcsEvent; events: IcsEvent[] } {
  if (!text.endsWith('\r\n') && !text.endsWith('END:VCALENDAR')) throw new Error('no end');
  if (text.replaceAll('\r\n', '').includes('\n')) throw new Error('a line ends without CR');
  for (const line of text.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) throw new Error(`line of ${Buffer.byteLength(line)} octets`);
  }
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  const stack: string[] = [];
  const head: Record<string, string> = {};
  const events: Record<string, string>[] = [];
  for (const line of lines.filter((one) => one !== '')) {
    const [, name = '', , value = ''] = /^([A-Z-]+)((?:;[^:"]*(?:"[^"]*")?)*):(.*)$/s.exec(line) ?? [];
    if (name === '') throw new Error(`not a property: ${line}`);
    if (name === 'BEGIN') {
      stack.push(value);
      if (value === 'VEVENT') events.push({});
    } else if (name === 'END') {
      if (stack.pop() !== value) throw new Error(`END:${value} closes nothing`);
    } else if (stack.at(-1) === 'VEVENT') {
      const event = events.at(-1) ?? {};
      if (event[name] !== undefined) throw new Error(`${name} twice`);
      event[name] = value.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));
    } else if (stack.at(-1) === 'VCALENDAR') head[name] = value;
  }
  if (stack.length > 0) throw new Error(`${stack.join()} not closed`);
  if (head.VERSION !== '2.0' || head.PRODID === undefined) throw new Error('no version or product');
  const missing = events.find((event) => ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY'].some((one) => !event[one]));
  if (missing !== undefined) throw new Error(`an event lacks something: ${JSON.stringify(missing)}`);
  if (new Set(events.map((event) => event.UID)).size < events.length) throw new Error('a UID twice');
  return { head, events };
}
