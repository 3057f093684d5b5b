/** `gbk.txt`. */
import iconv from 'iconv-lite';
import { type Table, version } from './table.ts';

/** The strict CP936 table: rows of 190 characters, U+FFFD where a pair is not assigned. */
function gbkRows(): string[] {
  const trails = Array.from({ length: 0xbf }, (_, i) => 0x40 + i).filter((trail) => trail !== 0x7f);
  return Array.from({ length: 0x7e }, (_, i) => 0x81 + i).map((lead) => {
    const row = trails.map((trail) => {
      const character = iconv.decode(Buffer.from([lead, trail]), 'cp936');
      return character.length === 1 ? character : '\ufffd';
    });
    return `${lead.toString(16)}\t${row.join('')}`;
  });
}

/** CP936 by lead byte. */
export function gbkTable(): Table {
  return {
    name: 'gbk.txt',
    header: [
      'Strict CP936 (GBK as Windows knows it): lead byte, then the characters of the trails 40–7E and 80–FE.',
      'U+FFFD: not assigned. The private-use rows (AA–AF, F8–FE, A140–A7A0) follow a formula and are not listed.',
      `Source: Microsoft's table, as iconv-lite ${version('iconv-lite')} has it (MIT). Made by scripts/build-data.ts.`,
    ],
    rows: gbkRows(),
  };
}

/** The characters of a table of CP936. */
export function charactersOf({ rows }: Table): Set<string> {
  return new Set(rows.flatMap((row) => [...row.slice(3)]));
}
