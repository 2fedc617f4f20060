const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text content of XML with its entities and CDATA sections resolved. Unknown entities stay as they are. */
export function decodeXml(text: string): string {
  if (!text.includes('&') && !text.includes('<![CDATA[')) return text;
  return text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>|&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, cdata, entity) => {
    if (cdata !== undefined) return cdata;
    if (entity.startsWith('#')) {
      const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return named[entity] ?? whole;
  });
}

/** Resolves Excel's own `_x000D_` escapes inside strings (ECMA-376 part 1, 22.9.2.19). */
export function decodeExcelEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Value of an attribute in the source of an opening tag; undefined if it is not there. */
export function attribute(tag: string, name: string): string | undefined {
  const at = tag.indexOf(` ${name}=`);
  if (at < 0) return undefined;
  const open = at + name.length + 2;
  const close = tag.indexOf(tag.charAt(open), open + 1);
  return close < 0 ? undefined : decodeXml(tag.slice(open + 1, close));
}

/**
 * Joins the `<t>` texts of a string item or inline string. Phonetic guides (`<rPh>`, written by East
 * Asian versions of Excel) are left out. `p` is the namespace prefix with its colon, or ''.
 */
export function richText(xml: string, p: string): string {
  const source = xml.includes(`<${p}rPh`) ? xml.replaceAll(phonetic(p), '') : xml;
  const open = `<${p}t`;
  let text = '';
  let at = source.indexOf(open);
  while (at >= 0) {
    const after = source.charCodeAt(at + open.length);
    const tagEnd = source.indexOf('>', at);
    if (tagEnd < 0) break;
    let next = tagEnd;
    // '>' or a blank: the element itself, not a longer name such as <tint>.
    if ((after === 62 || after === 32) && source.charCodeAt(tagEnd - 1) !== 47) {
      const close = source.indexOf(`</${p}t>`, tagEnd);
      if (close < 0) break;
      text += source.slice(tagEnd + 1, close);
      next = close;
    }
    at = source.indexOf(open, next);
  }
  return decodeExcelEscapes(decodeXml(text));
}

function phonetic(p: string): RegExp {
  return new RegExp(`<${p}rPh[\\s\\S]*?</${p}rPh>`, 'g');
}
