/** `big5.txt`. */
import iconv from 'iconv-lite';
import { range, type Table, version } from './table.ts';

const BIG5_TRAILS = [...range(0x40, 0x7e), ...range(0xa1, 0xfe)];

/** Big5 as Windows knows it, and Hong Kong's characters where that has none: rows of 157 characters. */
function big5Rows(): string[] {
  const decodePair = (pair: Buffer) =>
    ['cp950', 'big5-hkscs'].map((name) => iconv.decode(pair, name)).find(isAssigned) ?? '\ufffd';
  return range(0x87, 0xfe)
    .map(
      (lead) =>
        `${lead.toString(16)}\t${BIG5_TRAILS.map((trail) => decodePair(Buffer.from([lead, trail]))).join('')}`,
    )
    .filter((row) => !/^..\t\ufffd+$/.test(row));
}

function isAssigned(character: string): boolean {
  return character.length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(character);
}

/** Big5 by lead byte. */
export function big5Table(): Table {
  return {
    name: 'big5.txt',
    header: [
      'Big5: lead byte, then the characters of the trails 40–7E and A1–FE. U+FFFD: not assigned, private, or beyond the BMP.',
      `Source: CP950, then Big5-HKSCS, as iconv-lite ${version('iconv-lite')} has them (MIT). Made by scripts/build-data.ts.`,
    ],
    rows: big5Rows(),
  };
}
