import { crc32, deflateSync } from 'node:zlib';

const size = 240;

/** Whether a place lies on the ring or inside the five-pointed star; `x` and `y` from the middle, -1 to 1. */
function isInk(x: number, y: number): boolean {
  const radius = Math.hypot(x, y);
  if (radius > 0.88 && radius < 0.96) return true;
  const fifth = (2 * Math.PI) / 5;
  // Folded into half a point of the star: its edge runs from an outer to an inner corner.
  const turned = (Math.atan2(x, -y) + 2 * Math.PI) % fifth;
  const angle = Math.min(turned, fifth - turned);
  const [outer, inner] = [0.36, 0.36 * 0.382];
  const half = fifth / 2;
  const edge = (outer * inner * Math.sin(half)) / (outer * Math.sin(angle) + inner * Math.sin(half - angle));
  return radius < edge;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A picture of a round seal without any name, for papers that are marked as examples. PNG. */
export function exampleSeal(): Buffer<ArrayBuffer> {
  const rows = Buffer.alloc((size * 4 + 1) * size);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const place = y * (size * 4 + 1) + 1 + x * 4;
      const middle = (at: number) => (2 * (at + 0.5)) / size - 1;
      rows.writeUInt32BE(0xb8_22_22_00 + (isInk(middle(x), middle(y)) ? 0xd8 : 0), place);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Eight bits, red, green, blue and opacity.
  head[8] = 8;
  head[9] = 6;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const end = chunk('IEND', Buffer.alloc(0));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), end]);
}
