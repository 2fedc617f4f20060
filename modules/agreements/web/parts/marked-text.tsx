import { type RefObject, useId } from 'react';
import type { Flaw } from '../../template-language.ts';

type Range = { from: number; to: number };

/** Where flaws lie in a text, in order and without overlap. */
export function flawRanges(text: string, flaws: readonly Flaw[]): Range[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const ranges = flaws
    .map(({ line, column, length }) => {
      const from = Math.min((starts[line - 1] ?? 0) + column - 1, text.length);
      return { from, to: Math.min(from + Math.max(length, 1), text.length) };
    })
    .sort((left, right) => left.from - right.from);
  const found: Range[] = [];
  for (const { from, to } of ranges) {
    const last = found.at(-1);
    if (last !== undefined && from < last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** A plain text field with what is wrong underlined at its place: marks lie behind the letters, and both wrap alike. */
export function MarkedText(props: {
  readonly label: string;
  readonly language: 'zh' | 'en';
  readonly value: string;
  readonly flaws: readonly Flaw[];
  readonly isReadOnly: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onChange: (value: string) => void;
}) {
  const { value, flaws, field, language } = props;
  const id = useId();
  const ranges = flawRanges(value, flaws);
  const pieces = ranges.flatMap(({ from, to }, index) => [
    value.slice(ranges[index - 1]?.to ?? 0, from),
    <mark key={from}>{value.slice(from, to)}</mark>,
  ]);
  return (
    <div className="at-field">
      <label htmlFor={id}>{props.label}</label>
      <div className="at-paper" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <div className="at-behind" aria-hidden="true">
          {pieces}
          {`${value.slice(ranges.at(-1)?.to ?? 0)}\n`}
        </div>
        <textarea
          id={id}
          ref={field}
          value={value}
          readOnly={props.isReadOnly}
          spellCheck={false}
          aria-invalid={flaws.length > 0}
          onChange={(event) => props.onChange(event.target.value)}
        />
      </div>
    </div>
  );
}
