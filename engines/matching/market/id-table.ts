import { grownInt32, grownUint16 } from './growing.ts';

/** A text as UTF-16 code units; a reader refills one word instead of making a string per id. */
export type Word = { units: Uint16Array; length: number };

/**
 * Ids numbered from 0 in order of arrival. They are held as code units, not strings: a million ids cost a few
 * megabytes and never keep the text alive that they were read from.
 */
export type IdTable = {
  size(): number;
  /** The new number, or −1 when the id is there already. */
  add(word: Word): number;
  /** The number, or −1. */
  find(word: Word): number;
  /** The id with this number. */
  text(index: number): string;
  /** Writes the id's UTF-8 bytes at the start of `bytes` when they fit and returns how many there are. */
  utf8(index: number, bytes: Uint8Array): number;
};

const LONGEST_PIECE = 4096;

/** An empty table. */
export function createIdTable(): IdTable {
  let units = new Uint16Array(1024);
  let start = new Int32Array(128);
  let slots = new Int32Array(256);
  let size = 0;

  const hashOf = (from: Uint16Array, at: number, length: number): number => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ from[at + i]!, 0x01000193);
    return (hash ^ (hash >>> 15)) >>> 0;
  };

  const isAt = (index: number, word: Word): boolean => {
    const at = start[index]!;
    if (start[index + 1]! - at !== word.length) return false;
    for (let i = 0; i < word.length; i++) if (units[at + i] !== word.units[i]) return false;
    return true;
  };

  /** The slot that holds the word, or the empty slot where it would stand. */
  const slotOf = (word: Word): number => {
    const mask = slots.length - 1;
    let slot = hashOf(word.units, 0, word.length) & mask;
    while (slots[slot] !== 0 && !isAt(slots[slot]! - 1, word)) slot = (slot + 1) & mask;
    return slot;
  };

  const widen = (): void => {
    slots = new Int32Array(slots.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < size; index++) {
      let slot = hashOf(units, start[index]!, start[index + 1]! - start[index]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
  };

  const text = (index: number): string => {
    const end = start[index + 1]!;
    let made = '';
    for (let at = start[index]!; at < end; at += LONGEST_PIECE) {
      made += String.fromCharCode(...units.subarray(at, Math.min(end, at + LONGEST_PIECE)));
    }
    return made;
  };

  return {
    size: () => size,
    text,
    find: (word) => slots[slotOf(word)]! - 1,
    add(word) {
      const slot = slotOf(word);
      if (slots[slot] !== 0) return -1;
      const at = start[size]!;
      if (at + word.length > units.length) units = grownUint16(units, at + word.length);
      if (size + 2 > start.length) start = grownInt32(start, size + 2);
      for (let i = 0; i < word.length; i++) units[at + i] = word.units[i]!;
      start[size + 1] = at + word.length;
      slots[slot] = ++size;
      if (size * 2 > slots.length) widen();
      return size - 1;
    },
    utf8(index, bytes) {
      const from = start[index]!;
      const length = start[index + 1]! - from;
      for (let i = 0; i < length; i++) {
        const unit = units[from + i]!;
        if (unit >= 0x80 || i >= bytes.length) {
          const encoded = new TextEncoder().encode(text(index));
          if (encoded.length <= bytes.length) bytes.set(encoded);
          return encoded.length;
        }
        bytes[i] = unit;
      }
      return length;
    },
  };
}

/** A word that holds `text`; a given word is refilled. */
export function wordOf(text: string, word: Word = { units: new Uint16Array(64), length: 0 }): Word {
  if (word.units.length < text.length) word.units = new Uint16Array(text.length * 2);
  for (let i = 0; i < text.length; i++) word.units[i] = text.charCodeAt(i);
  word.length = text.length;
  return word;
}
