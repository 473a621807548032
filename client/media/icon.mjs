// Draws icon.png: a broadsheet with one column whose cut is joined. `node client/media/icon.mjs`
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const size = 128;
const pixels = new Uint8Array(size * size * 4);

/** @param {number} x @param {number} y @param {number} w @param {number} h @param {number} colour @param {number} [round] */
function box(x, y, w, h, colour, round = 0) {
  for (let j = y; j < y + h; j++) {
    for (let i = x; i < x + w; i++) {
      const dx = Math.max(x + round - i - 0.5, i + 0.5 - (x + w - round), 0);
      const dy = Math.max(y + round - j - 0.5, j + 0.5 - (y + h - round), 0);
      const cover = Math.min(1, Math.max(0, round + 0.5 - Math.hypot(dx, dy)));
      if (round > 0 && cover === 0) continue;
      const at = (j * size + i) * 4;
      const alpha = round > 0 ? cover : 1;
      for (let c = 0; c < 3; c++) {
        const below = pixels[at + 3] ? (pixels[at + c] ?? 0) : (colour >> (16 - 8 * c)) & 255;
        pixels[at + c] = Math.round(below * (1 - alpha) + ((colour >> (16 - 8 * c)) & 255) * alpha);
      }
      pixels[at + 3] = Math.max(pixels[at + 3] ?? 0, Math.round(255 * alpha));
    }
  }
}

const ink = 0x20242b;
const paper = 0xf4f1ea;
const line = 0x9a958a;
const mark = 0xc8402f;
box(4, 4, 120, 120, ink, 22);
box(24, 20, 80, 88, paper, 5);
box(33, 29, 62, 11, ink, 2);
for (let row = 0; row < 6; row++) {
  const y = 49 + row * 9;
  box(33, y, row === 3 ? 18 : 28, 4, line, 2);
  box(row === 2 ? 77 : 67, y, row === 2 ? 18 : 28, 4, line, 2);
}
// the cut paragraph and its continuation, joined
box(47, 76, 14, 4, mark, 2);
box(67, 67, 8, 4, mark, 2);
box(61, 67, 4, 13, mark, 2);
box(59, 76, 6, 4, mark, 2);
box(61, 67, 9, 4, mark, 2);

const rows = Buffer.alloc(size * (size * 4 + 1));
for (let y = 0; y < size; y++) rows.set(pixels.subarray(y * size * 4, (y + 1) * size * 4), y * (size * 4 + 1) + 1);
/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8);
writeFileSync(
  new URL('icon.png', import.meta.url),
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
