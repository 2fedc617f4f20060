/**
 * Lines of each function with a braced body in a masked source (no comments, no strings), from the line of its
 * opening brace's statement to its closing brace.
 */
export function functionLengths(code: string): number[] {
  return [...code.matchAll(/\bfunction\b\s*\*?\s*[\w$]*\s*|=>\s*\{/g)].flatMap((match) => {
    const after = match.index + match[0].length;
    const open = match[0].endsWith('{') ? after - 1 : bodyStart(code, afterTypes(code, after));
    if (open === null) return [];
    return [code.slice(match.index, closing(code, open)).split('\n').length];
  });
}

/** Past the type parameters, to the parenthesis. */
function afterTypes(code: string, at: number): number {
  if (code[at] !== '<') return at;
  let depth = 0;
  for (let i = at; i < code.length; i += 1) {
    if (code[i] === '<') depth += 1;
    if (code[i] === '>' && code[i - 1] !== '=') depth -= 1;
    if (depth === 0) return i + 1;
  }
  return code.length;
}

/** The brace that opens the body: the first one after the parameters that no return type has opened. */
function bodyStart(code: string, parenthesis: number): number | null {
  let at = closing(code, parenthesis);
  while (at < code.length) {
    const rest = code.slice(at);
    const body = /^\s*\{/.exec(rest);
    if (body) return at + body[0].length - 1;
    // An overload or an ambient declaration has no body.
    if (/^\s*;/.test(rest)) return null;
    const type = /^\s*(?::|\||&|<|>|,|=>|\bis\b|[\w.$[\]'"]+)\s*/.exec(rest);
    if (!type) return null;
    at += type[0].length;
    const opening = code[at];
    if (/[:|&<,]\s*$/.test(type[0]) && (opening === '{' || opening === '(')) at = closing(code, at);
  }
  return null;
}

function closing(code: string, open: number): number {
  let depth = 0;
  for (let i = open; i < code.length; i += 1) {
    const one = code[i] ?? '';
    if ('({['.includes(one)) depth += 1;
    else if (')}]'.includes(one)) {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return code.length;
}
