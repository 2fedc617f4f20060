import { type Colour, type Drawing, fillOutline, newDrawing } from './fill-outline.ts';
import { type Matrix, outlineOf, type Point, times } from './outline.ts';

type Attributes = Readonly<Record<string, string>>;

const still: Matrix = [1, 0, 0, 1, 0, 0];

function attributesOf(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Every tag in its order; `at` is `open`, `close` or `alone`. */
function* tagsOf(svg: string) {
  for (const [, close = '', name = '', rest = '', alone = ''] of svg.matchAll(
    /<(\/?)([\w:-]+)([^<>]*?)(\/?)>/g,
  )) {
    const at = close === '/' ? 'close' : alone === '/' ? 'alone' : 'open';
    yield { name, at, attributes: attributesOf(rest) } as const;
  }
}

function matrixOf({ transform, x, y }: Attributes): Matrix {
  const moved: Matrix = [1, 0, 0, 1, Number(x ?? 0), Number(y ?? 0)];
  if (transform === undefined) return moved;
  const found = /^\s*matrix\(([^)]*)\)\s*$/
    .exec(transform)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const [a, b, c, d, e, f] = found ?? [];
  if (found?.length !== 6 || found.some((one) => !Number.isFinite(one))) {
    throw new Error(`a picture with a transform that is not drawn: ${transform}`);
  }
  return times([a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0], moved);
}

function colourOf(fill: string): Colour {
  const [, red = '', green = '', blue = ''] = /^#(..)(..)(..)$/.exec(fill) ?? [];
  if (red === '') throw new Error(`a picture with a fill that is not drawn: ${fill}`);
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** Outlines of glyphs by their id. */
function symbolsOf(svg: string): Map<string, string> {
  const found = svg.matchAll(/<symbol id="([^"]+)"[^>]*>\s*<path d="([^"]*)"/g);
  return new Map([...found].map(([, id = '', path = '']) => [id, path]));
}

/**
 * Draws a page that the typesetter wrote as SVG: filled outlines, glyphs and nested matrices, which is all that templates of
 * pictures use. `scale` is pixels for each point.
 * @throws Error for anything else that a template may come to use, rather than leaving it out.
 */
export function drawSvg(svg: string, size: { width: number; height: number; scale: number }): Drawing {
  const drawing = newDrawing(size.width, size.height);
  const symbols = symbolsOf(svg);
  const matrices: Matrix[] = [[size.scale, 0, 0, size.scale, 0, 0]];
  const fill = (path: string, colour: string, matrix: Matrix) => {
    if (colour === 'none') return;
    const outline: Point[][] = outlineOf(path, matrix);
    fillOutline(drawing, outline, colourOf(colour));
  };
  for (const { name, at, attributes } of tagsOf(svg)) {
    const top = matrices.at(-1) ?? still;
    if (name === 'defs') break;
    if (name === 'svg') continue;
    if (name === 'g') {
      if (at === 'close') matrices.pop();
      else matrices.push(times(top, matrixOf(attributes)));
      continue;
    }
    const own = times(top, matrixOf(attributes));
    const isStroked = (attributes['stroke'] ?? 'none') !== 'none';
    if (name === 'path' && !isStroked) fill(attributes['d'] ?? '', attributes['fill'] ?? 'none', own);
    else if (name === 'use') {
      const path = symbols.get(attributes['xlink:href']?.slice(1) ?? '');
      if (path === undefined) throw new Error('a picture with a glyph that has no outline');
      fill(path, attributes['fill'] ?? '#000000', own);
    } else throw new Error(`a picture with something that is not drawn: ${name}`);
  }
  return drawing;
}
