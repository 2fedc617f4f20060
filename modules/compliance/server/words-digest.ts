import { createHash } from 'node:crypto';
import type { Terms, TermsFinding } from '@dualtrack/rules';

/**
 * SHA-256 over the clause of a finding as it is worded in all languages, and over the passages that were found in it:
 * any other word, and any other hit of the reader, makes another digest. Null where the finding does not rest on
 * words of a clause alone. The order of languages does not matter, since each reader sees their own first.
 */
export function wordsDigest(
  { sections }: Pick<Terms, 'sections'>,
  { clause, field, passages, verdict }: Pick<TermsFinding, 'clause' | 'field' | 'passages' | 'verdict'>,
): string | null {
  const section = sections.find((one) => one.clause === clause);
  if (section === undefined || field !== undefined || passages.length === 0) return null;
  const said = [verdict.rule, clause, section.title, section.texts.toSorted(), passages.toSorted()];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
