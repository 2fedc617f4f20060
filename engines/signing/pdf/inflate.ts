import { type PdfStream, unreadable } from './values.ts';

const largest = 64 * 1024 * 1024;

async function inflated(data: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const source = new Blob([new Uint8Array(data)]).stream().pipeThrough(new DecompressionStream('deflate'));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for await (const part of source) {
      size += part.length;
      if (size > largest) break;
      parts.push(part);
    }
  } catch {
    return unreadable(0, 'whole compressed stream');
  }
  if (size > largest) unreadable(0, `stream of at most ${largest} bytes`);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

// PNG prediction (ISO 32000-1, 7.4.4.4) over rows of one-byte samples, as cross-reference streams use it.
function unpredicted(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)] ?? 0;
    for (let i = 0; i < columns; i += 1) {
      const raw = data[row * (columns + 1) + 1 + i] ?? 0;
      const here = row * columns + i;
      const left = i > 0 ? (out[here - 1] ?? 0) : 0;
      const up = row > 0 ? (out[here - columns] ?? 0) : 0;
      const corner = i > 0 && row > 0 ? (out[here - columns - 1] ?? 0) : 0;
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      out[here] = raw + (guesses[kind] ?? unreadable(0, 'PNG predictor'));
    }
  }
  return out;
}

/** The data of a cross-reference or object stream: plain or Flate, with or without PNG prediction. */
export async function decodedStream(stream: PdfStream): Promise<Uint8Array> {
  const filter = stream.entries.get('Filter');
  if (filter === undefined) return stream.data;
  const only = filter.type === 'array' && filter.items.length === 1 ? filter.items[0] : filter;
  if (only?.type !== 'name' || only.value !== 'FlateDecode') return unreadable(0, 'FlateDecode');
  const data = await inflated(stream.data);
  const parameters = stream.entries.get('DecodeParms');
  if (parameters?.type !== 'dictionary') return data;
  const predictor = parameters.entries.get('Predictor');
  const columns = parameters.entries.get('Columns');
  if (predictor?.type !== 'number' || predictor.value < 10) return data;
  return unpredicted(data, columns?.type === 'number' ? columns.value : 1);
}
