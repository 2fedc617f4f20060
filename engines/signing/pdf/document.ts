import { type ObjectPlace, readSections, type Section } from './cross-reference.ts';
import { type Indirect, readIndirect } from './indirect.ts';
import { decodedStream } from './inflate.ts';
import { type Cursor, readCount, readValue } from './reader.ts';
import { type PdfDictionary, type PdfValue, unreadable } from './values.ts';

/** A PDF file as its cross-reference describes it. Objects are read when asked for. */
export type PdfDocument = {
  bytes: Uint8Array;
  /** Newest first. */
  sections: readonly Section[];
  trailer: PdfDictionary['entries'];
  /** Numbers of all objects that are not free. */
  objectNumbers(): readonly number[];
  placeOf(number: number): ObjectPlace | undefined;
  /** The object with its place; undefined when it is free or was never there. Inside an object stream it has no place. */
  object(number: number): Promise<Indirect | undefined>;
  /** Follows references; a reference to nothing is null. */
  resolved(value: PdfValue | undefined): Promise<PdfValue>;
};

type StreamMembers = ReadonlyMap<number, PdfValue>;

async function membersOf(container: Indirect): Promise<StreamMembers> {
  const { value } = container;
  const count = value.type === 'stream' ? value.entries.get('N') : undefined;
  const first = value.type === 'stream' ? value.entries.get('First') : undefined;
  if (value.type !== 'stream' || count?.type !== 'number' || first?.type !== 'number')
    return unreadable(container.start, 'object stream');
  const data = await decodedStream(value);
  const head: Cursor = { bytes: data, at: 0 };
  const members = new Map<number, PdfValue>();
  for (let i = 0; i < count.value; i += 1) {
    const number = readCount(head);
    const at = first.value + readCount(head);
    members.set(number, readValue({ bytes: data, at }));
  }
  return members;
}

/** Opens the file that ends with these bytes. Refuses with `PdfStructureError` what it would have to guess. */
export async function openDocument(bytes: Uint8Array): Promise<PdfDocument> {
  const sections = await readSections(bytes);
  const places = new Map<number, ObjectPlace>();
  for (const section of sections)
    for (const [number, place] of section.places) if (!places.has(number)) places.set(number, place);
  const trailer = sections[0]?.trailer ?? unreadable(bytes.length, 'trailer');
  const read = new Map<number, Indirect>();
  const streams = new Map<number, StreamMembers>();

  function plainLength(number: number): number {
    const place = places.get(number);
    const value = place?.kind === 'at' ? readIndirect(bytes, place.offset).value : undefined;
    return value?.type === 'number' ? value.value : unreadable(0, 'stream length');
  }

  function readAt(number: number, place: ObjectPlace & { kind: 'at' }): Indirect {
    const found = readIndirect(bytes, place.offset, plainLength);
    if (found.number !== number || found.generation !== place.generation)
      unreadable(place.offset, `object ${number} ${place.generation}`);
    return found;
  }

  async function object(number: number): Promise<Indirect | undefined> {
    const place = places.get(number);
    const known = read.get(number);
    if (known !== undefined || place === undefined || place.kind === 'free') return known;
    let found: Indirect;
    if (place.kind === 'at') found = readAt(number, place);
    else {
      const containerPlace = places.get(place.stream);
      if (containerPlace?.kind !== 'at') return unreadable(0, `object stream ${place.stream}`);
      const members = streams.get(place.stream) ?? (await membersOf(readAt(place.stream, containerPlace)));
      streams.set(place.stream, members);
      const value = members.get(number) ?? unreadable(containerPlace.offset, `object ${number}`);
      found = { number, generation: 0, value, start: -1, end: -1 };
    }
    read.set(number, found);
    return found;
  }

  return {
    bytes,
    sections,
    trailer,
    objectNumbers: () => [...places].filter(([, place]) => place.kind !== 'free').map(([number]) => number),
    placeOf: (number) => places.get(number),
    object,
    async resolved(value) {
      let current = value;
      for (let hops = 0; current?.type === 'ref'; hops += 1) {
        if (hops > 20) unreadable(0, 'reference that ends');
        current = (await object(current.number))?.value;
      }
      return current ?? { type: 'null' };
    },
  };
}
