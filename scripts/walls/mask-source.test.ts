import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { maskSource } from './mask-source.ts';

type Piece = { text: string; code: string; comment: string };

const spaces = (text: string) => text.replace(/[^\n]/g, ' ');
const word = fc.stringMatching(/^[a-z]{1,6}$/);
/** What a text may hold: words that look like code, quotes of other kinds, comment marks, escapes. */
const inside = (quote: string) =>
  fc
    .array(
      fc.constantFrom('as any', '//', '/*', '*/', "'", '"', '`', '\\\\', `\\${quote}`, '中文', '{', '}', '$'),
    )
    .map((parts) => parts.filter((part) => part !== quote).join(' '));

const plain = fc.constantFrom(
  'x = 1;',
  'f(a, b);',
  'if (a < b) { c(); }',
  'a / b / c;',
  '<p title={a}>b</p>;',
  '({});',
);
const codePiece: fc.Arbitrary<Piece> = plain.map((text) => ({ text, code: text, comment: spaces(text) }));
const quoted: fc.Arbitrary<Piece> = fc.constantFrom("'", '"', '`').chain((quote) =>
  inside(quote).map((text) => {
    const whole = `x = ${quote}${text}${quote};`;
    return { text: whole, code: `x = ${quote}${spaces(text)}${quote};`, comment: spaces(whole) };
  }),
);
const comment: fc.Arbitrary<Piece> = fc.boolean().chain((isBlock) =>
  inside('`').map((written) => {
    const text = written.replaceAll('*/', '* /');
    const whole = isBlock ? `/* ${text}\n */` : `// ${text}\n`;
    return { text: whole, code: spaces(whole), comment: whole };
  }),
);
const pattern: fc.Arbitrary<Piece> = word.map((text) => {
  const body = `${text}['"\`/]\\/${text}`;
  return { text: `x = /${body}/u;`, code: `x = /${spaces(body)}/u;`, comment: spaces(`x = /${body}/u;`) };
});
const piece = fc.oneof(codePiece, quoted, comment, pattern);
const hole: fc.Arbitrary<Piece> = fc.array(piece, { maxLength: 3 }).map((pieces) => {
  const join = (key: keyof Piece) => pieces.map((one) => one[key]).join('\n');
  const [before, after] = ['`a ', ' b`;'];
  return {
    text: `${before}\${{ k: () => {\n${join('text')}\n} }}${after}`,
    code: `\`  \${{ k: () => {\n${join('code')}\n} }}  \`;`,
    comment: `${spaces('`a ${{ k: () => {')}\n${join('comment')}\n${spaces('} }} b`;')}`,
  };
});

it('keeps code and comments apart, whatever stands in texts, at the same offsets', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, hole), { maxLength: 12 }), (pieces) => {
      const join = (key: keyof Piece) => pieces.map((one) => one[key]).join('\n');
      const masked = maskSource(join('text'));
      assert.equal(masked.code, join('code').replace(/`a {2}/g, '`  '));
      assert.equal(masked.comments, join('comment'));
    }),
    { numRuns: 2000 },
  );
});

it('recovers at the end of the line from a lone quote between tags', () => {
  const source = "<p>the school's form</p>\nconst a = 'b'; // c";
  const { code, comments } = maskSource(source);
  assert.equal(code.split('\n')[1], "const a = ' ';     ");
  assert.equal(comments.trim(), '// c');
});
