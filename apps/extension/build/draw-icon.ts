import { crc32, deflateSync } from 'node:zlib';

const BRASS = [0xb0, 0x7a, 0x24] as const;
/** Each pixel is looked at in so many places across, so that edges are smooth. */
const SAMPLES = 4;

/** The mark, as a PNG of `size` pixels: a keyhole cut out of a rounded door with one unequal corner. */
export function drawIcon(size: number): Buffer {
  const rows = Array.from({ length: size }, (_, y) => {
    const pixels = Array.from({ length: size }, (_, x) => [...BRASS, Math.round(255 * coverage(x, y, size))]);
    return Buffer.from([0, ...pixels.flat()]);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function coverage(x: number, y: number, size: number): number {
  let inside = 0;
  for (let i = 0; i < SAMPLES; i += 1) {
    for (let j = 0; j < SAMPLES; j += 1) {
      const [u, v] = [(x + (i + 0.5) / SAMPLES) / size, (y + (j + 0.5) / SAMPLES) / size];
      if (isDoor(u, v) && !isKeyhole(u, v)) inside += 1;
    }
  }
  return inside / SAMPLES ** 2;
}

/** In a square from 0 to 1. The corner at the top right is rounder than the others. */
function isDoor(u: number, v: number): boolean {
  const [left, right, top, bottom] = [0.08, 0.92, 0.04, 0.96];
  if (u < left || u > right || v < top || v > bottom) return false;
  const radius = v < 0.5 && u > 0.5 ? 0.36 : 0.16;
  const [dx, dy] = [
    Math.max(left + radius - u, u - (right - radius), 0),
    Math.max(top + radius - v, v - (bottom - radius), 0),
  ];
  return dx === 0 || dy === 0 || Math.hypot(dx, dy) <= radius;
}

/** A circle over a slot that widens downwards. */
function isKeyhole(u: number, v: number): boolean {
  if (Math.hypot(u - 0.5, v - 0.4) <= 0.14) return true;
  const depth = (v - 0.4) / 0.36;
  return depth >= 0 && depth <= 1 && Math.abs(u - 0.5) <= 0.06 + 0.06 * depth;
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}
