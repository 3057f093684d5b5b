/** `readings.txt`. */
import { execFileSync } from 'node:child_process';
import type { Table } from './table.ts';

const UNIHAN = '/usr/share/unicode/Unihan_Readings.txt.bz2';
const readingFields = ['kMandarin', 'kHanyuPinlu', 'kXHC1983', 'kTGHZ2013', 'kHanyuPinyin'];

/** Characters of CP936 by reading: those for which it is the main one, then `|` and the others. */
function readingLines(inGbk: ReadonlySet<string>): string[] {
  const unihan = execFileSync('bzcat', [UNIHAN], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const byReading = new Map<string, { main: Set<string>; other: Set<string> }>();
  const add = (reading: string, character: string, isMain: boolean) => {
    const entry = byReading.get(reading) ?? { main: new Set(), other: new Set() };
    byReading.set(reading, entry);
    if (isMain) entry.main.add(character);
    else entry.other.add(character);
  };
  for (const line of unihan.split('\n')) {
    const [point, field, value] = line.split('\t');
    if (!point || !field || !value || !readingFields.includes(field)) continue;
    const character = String.fromCodePoint(Number.parseInt(point.slice(2), 16));
    if (!inGbk.has(character)) continue;
    const readings = value.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
    readings.forEach((reading, i) => {
      add(reading.replaceAll('ɡ', 'g'), character, field === 'kMandarin' && i === 0);
    });
  }
  return [...byReading]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reading, { main, other }]) => {
      const rest = [...other].filter((character) => !main.has(character)).sort();
      return `${reading}\t${[...main].sort().join('')}${rest.length > 0 ? `|${rest.join('')}` : ''}`;
    });
}

/** Characters of CP936 by reading. */
export function readingTable(inGbk: ReadonlySet<string>): Table {
  return {
    name: 'readings.txt',
    header: [
      'Pinyin readings and the CP936 characters that have them: those for which it is the main reading, then | and the others.',
      `Source: Unihan (${readingFields.join(', ')}), Unicode 15.0, Debian's unicode-data (Unicode licence). Made by scripts/build-data.ts.`,
    ],
    rows: readingLines(inGbk),
  };
}
