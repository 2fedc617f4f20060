import type { Choice } from '../../import/column.ts';

/** The word of one of a list's choices in the reader's language; a value that is none of them as it stands. */
export function choiceWord(
  choices: readonly Choice<string | number>[],
  value: string | number,
  locale: string,
): string {
  const found = choices.find((choice) => choice.value === value);
  if (found === undefined) return String(value);
  return locale === 'zh-CN' ? found.zh : found.en;
}
