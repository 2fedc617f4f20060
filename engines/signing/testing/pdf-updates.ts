import { joined } from '../bytes.ts';

/** Test support: hand-made incremental updates, as an attacker writes them. */
const text = (words: string) => new TextEncoder().encode(words);
const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
const offsetOf = (number: number): string => String(number).padStart(10, '0');

/** A stream object's body. */
export const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

function endOf(bytes: Uint8Array) {
  const all = latin1(bytes);
  const previous = [...all.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1];
  const root = [...all.matchAll(/\/Root (\d+) 0 R/g)].at(-1)?.[1];
  const size = Math.max(...[...all.matchAll(/\/Size (\d+)/g)].map((match) => Number(match[1])));
  return { previous, root: Number(root), size };
}

/** Appends an update that says `body` of the objects it names. */
export function updated(bytes: Uint8Array, objects: Record<number, string>): Uint8Array<ArrayBuffer> {
  let out = joined(bytes);
  const places: Record<number, number> = {};
  for (const [number, body] of Object.entries(objects)) {
    places[Number(number)] = out.length;
    out = joined(out, text(`${number} 0 obj\n${body}\nendobj\n`));
  }
  return repointed(out, places, bytes);
}

/** Appends a cross-reference only: these object numbers are now read at these places. */
export function repointed(
  bytes: Uint8Array,
  places: Record<number, number>,
  before: Uint8Array = bytes,
): Uint8Array<ArrayBuffer> {
  const { previous, root, size } = endOf(before);
  const table = Object.entries(places)
    .map(([number, at]) => `${number} 1\n${offsetOf(at)} 00000 n \n`)
    .join('');
  const trailer = `trailer\n<< /Size ${Math.max(size, 9_100)} /Root ${root} 0 R /Prev ${previous} >>\n`;
  return joined(bytes, text(`xref\n${table}${trailer}startxref\n${bytes.length}\n%%EOF\n`));
}

/** Where the parts of a composed file lie that attacks aim at, with every object's number and place. */
export function anatomyOf(bytes: Uint8Array) {
  const all = latin1(bytes);
  const objects = [...all.matchAll(/(?<![0-9])(\d+) 0 obj/g)].map((match) => ({
    number: Number(match[1]),
    at: match.index,
  }));
  const bodyOf = (number: number): string =>
    [...all.matchAll(new RegExp(`(?<![0-9])${number} 0 obj\\s+([\\s\\S]*?)\\s+endobj`, 'g'))].at(-1)?.[1] ??
    '';
  const { root } = endOf(bytes);
  const firstPage = Number(/\/Kids \[(\d+) 0 R/.exec(all)?.[1]);
  const contents = Number(/\/Contents (\d+) 0 R/.exec(bodyOf(firstPage))?.[1]);
  return { objects, bodyOf, root, firstPage, contents };
}
