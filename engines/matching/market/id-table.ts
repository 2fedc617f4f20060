import { grownBytes, grownInt32 } from './growing.ts';
import { hashOf, type Word } from './word.ts';

/**
 * Ids numbered from 0 in order of arrival. They are held as UTF-8 bytes, not strings: a million ids cost a
 * few megabytes and never keep the text alive that they were read from.
 */
export type IdTable = {
  size(): number;
  /** The new number, or −1 when the id is there already. */
  add(word: Word): number;
  /** The number, or −1. */
  find(word: Word): number;
  /** The id with this number. */
  text(index: number): string;
  /** Bytes of the id with this number. */
  length(index: number): number;
  /** Writes the bytes of an id into `target`, which has room, and returns where they end. */
  copy(index: number, target: Uint8Array, at: number): number;
};

// An id that begins with a byte order mark must keep it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** An empty table. */
export function createIdTable(): IdTable {
  let bytes = new Uint8Array(1024);
  let start = new Int32Array(128);
  let slots = new Int32Array(256);
  let size = 0;

  const slotFor = (hash: number): number => (hash ^ (hash >>> 15)) & (slots.length - 1);

  const isAt = (index: number, word: Word): boolean => {
    const at = start[index]!;
    if (start[index + 1]! - at !== word.length) return false;
    for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.bytes[word.from + i]) return false;
    return true;
  };

  /** The slot that holds the word, or the empty slot where it would stand. */
  const slotOf = (word: Word): number => {
    let slot = slotFor(word.hash);
    while (slots[slot] !== 0 && !isAt(slots[slot]! - 1, word)) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };

  const widen = (): void => {
    slots = new Int32Array(slots.length * 2);
    for (let index = 0; index < size; index++) {
      let slot = slotFor(hashOf(bytes, start[index]!, start[index + 1]!));
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = index + 1;
    }
  };

  return {
    size: () => size,
    find: (word) => slots[slotOf(word)]! - 1,
    add(word) {
      const slot = slotOf(word);
      if (slots[slot] !== 0) return -1;
      const at = start[size]!;
      if (at + word.length > bytes.length) bytes = grownBytes(bytes, at + word.length);
      if (size + 2 > start.length) start = grownInt32(start, size + 2);
      for (let i = 0; i < word.length; i++) bytes[at + i] = word.bytes[word.from + i]!;
      start[size + 1] = at + word.length;
      slots[slot] = ++size;
      if (size * 2 > slots.length) widen();
      return size - 1;
    },
    text: (index) => decoder.decode(bytes.subarray(start[index], start[index + 1])),
    length: (index) => start[index + 1]! - start[index]!,
    copy(index, target, at) {
      const end = start[index + 1]!;
      let to = at;
      for (let i = start[index]!; i < end; i++) target[to++] = bytes[i]!;
      return to;
    },
  };
}
