/** A text from an address as one of the words a contract knows; `undefined` when it is none of them. */
export function oneOf<const Word extends string>(words: readonly Word[], text: unknown): Word | undefined {
  return words.find((word) => word === text);
}
