import { createHash } from 'node:crypto';

/** What a group is called where its word is not shown: six signs that stay the same as long as the word does. */
export function groupLabel(classId: string, word: string): string {
  const digest = createHash('sha256').update(`${classId} ${word}`).digest('hex');
  // The letter in front keeps a spreadsheet from taking it for a number.
  return `G-${digest.slice(0, 6).toUpperCase()}`;
}
