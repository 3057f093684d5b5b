/** `single-byte.txt`. */
import { range, type Table } from './table.ts';

/** The upper halves of single-byte encodings; U+FFFD for a byte that stands for a C1 control. */
function singleByteRows(): string[] {
  return ['windows-1252', 'macintosh'].map((name) => {
    const upper = new TextDecoder(name).decode(Uint8Array.from(range(0x80, 0xff)));
    return `${name}\t${upper.replaceAll(/[\x80-\x9f]/g, '\ufffd')}`;
  });
}

/** Encodings of one byte. */
export function singleByteTable(): Table {
  return {
    name: 'single-byte.txt',
    header: [
      'Upper halves (80–FF) of encodings of one byte. U+FFFD: the byte stands for a C1 control, which is often lost on the way.',
      'Invisible here: U+00A0 and U+00AD in windows-1252, U+00A0 and the apple, U+F8FF, in macintosh.',
      'Source: the WHATWG Encoding Standard (CC0), as Node has it. Made by scripts/build-data.ts.',
    ],
    rows: singleByteRows(),
  };
}
