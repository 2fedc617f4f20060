/**
 * A source with parts blanked out, offsets and lines kept: `code` has neither comments nor the contents of strings,
 * templates and regular expressions; `comments` has nothing but comments.
 */
export type Masked = { code: string; comments: string };

/** Characters after which a slash begins a regular expression rather than a division or a closing tag. */
const BEFORE_REGEX = /(?:^|[=(,:[!&|?;+*%~^{]|\breturn|\bcase|\btypeof|=>)\s*$/;

/** Blanks a TypeScript or TSX source. Text between tags counts as code; a quote in it ends with its line. */
export function maskSource(source: string): Masked {
  const code = source.split('');
  const comments = source.replace(/[^\n]/g, ' ').split('');
  const blank = (from: number, to: number) => {
    for (let i = from; i < to; i += 1) if (code[i] !== '\n') code[i] = ' ';
  };
  /** Depth of braces at which each open template's `${` ends. */
  const holes: number[] = [];
  let depth = 0;
  let at = 0;
  while (at < source.length) {
    const two = source.slice(at, at + 2);
    const one = source[at] ?? '';
    if (two === '//' || two === '/*') {
      const end = commentEnd(source, at, two);
      for (let i = at; i < end; i += 1) comments[i] = source[i] ?? '';
      blank(at, end);
      at = end;
    } else if (one === "'" || one === '"') {
      const end = quoteEnd(source, at, one);
      blank(at + 1, end - 1);
      at = end;
    } else if (one === '`' || (one === '}' && holes.at(-1) === depth)) {
      if (one === '}') holes.pop();
      const end = templateEnd(source, at + 1);
      const isHole = source[end - 1] === '{';
      blank(at + 1, isHole ? end - 2 : end - 1);
      if (isHole) holes.push(depth);
      at = end;
    } else if (one === '/' && BEFORE_REGEX.test(code.slice(Math.max(0, at - 30), at).join(''))) {
      const end = regexEnd(source, at);
      blank(at + 1, end - 1);
      at = end;
    } else {
      if (one === '{') depth += 1;
      if (one === '}') depth -= 1;
      at += 1;
    }
  }
  return { code: code.join(''), comments: comments.join('') };
}

function commentEnd(source: string, at: number, opening: string): number {
  const end = opening === '//' ? source.indexOf('\n', at) : source.indexOf('*/', at + 2) + 2;
  return end < at + 2 ? source.length : end;
}

function quoteEnd(source: string, at: number, quote: string): number {
  for (let i = at + 1; i < source.length; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === quote || source[i] === '\n') return i + 1;
  }
  return source.length;
}

/** End of a template's text: after its closing backtick or after the `${` of its next hole. */
function templateEnd(source: string, from: number): number {
  for (let i = from; i < source.length; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === '`') return i + 1;
    else if (source[i] === '$' && source[i + 1] === '{') return i + 2;
  }
  return source.length;
}

function regexEnd(source: string, at: number): number {
  let isClass = false;
  for (let i = at + 1; i < source.length && source[i] !== '\n'; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === '[') isClass = true;
    else if (source[i] === ']') isClass = false;
    else if (source[i] === '/' && !isClass) return i + 1;
  }
  return at + 1;
}
