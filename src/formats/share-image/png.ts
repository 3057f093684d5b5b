/** PNG files of few colours. */
import { crc32, deflateSync } from 'node:zlib';

export type Color = readonly [red: number, green: number, blue: number];

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Four bits a pixel, of which each is a number in the palette. */
const DEPTH = 4;
const PALETTE = 3;

/** Bytes of a row: one that says how it is written, 0 for as it is, then two pixels in each, the left in the upper half. */
export const strideOf = (width: number) => 1 + width / 2;

/** A picture of even width whose `rows` hold numbers of colours in `palette`, which has sixteen at the most. */
export function toPng(rows: Uint8Array, width: number, palette: readonly Color[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length / strideOf(width), 4);
  header.set([DEPTH, PALETTE], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 3, memLevel: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}
