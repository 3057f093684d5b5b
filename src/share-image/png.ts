/** PNG files of few colours. */
import { crc32, deflateSync } from 'node:zlib';

export type Color = readonly [red: number, green: number, blue: number];

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Four bits a pixel, of which each is a number in the palette. */
const DEPTH = 4;
const PALETTE = 3;

/** `pixels` are numbers of colours in `palette`, which has sixteen at the most; `width` is a multiple of four. */
export function toPng(pixels: Uint8Array, width: number, palette: readonly Color[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(pixels.length / width, 4);
  header.set([DEPTH, PALETTE], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(pack(pixels, width), { level: 3, memLevel: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Two pixels a byte; a byte 0 before every row says that it is written as it is. Most of a page is blank and skipped. */
function pack(pixels: Uint8Array, width: number): Uint8Array {
  const packed = new Uint8Array((pixels.length / width) * (width / 2 + 1));
  const quads = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  let quad = 0;
  for (let row = 1; row < packed.length; row += width / 2 + 1)
    for (let at = row; at < row + width / 2; at += 2, quad++) {
      if (quads[quad] === 0) continue;
      const pixel = 4 * quad;
      packed[at] = (pixels[pixel]! << 4) | pixels[pixel + 1]!;
      packed[at + 1] = (pixels[pixel + 2]! << 4) | pixels[pixel + 3]!;
    }
  return packed;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}
