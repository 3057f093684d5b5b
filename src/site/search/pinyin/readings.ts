import { parseReadingRows } from '../../../pipeline/text/readings.ts';

/** So many readings of a character count; the others are rare. */
const MOST = 3;
const TONE = /[\u0300\u0301\u0304\u030c\u0302]/g;

/** Readings without tones, by character: 会 → hui, kuai. `ü` is written `v`, as it is typed. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** The readings that `src/data/readings.txt` has, as they are typed: the main readings come first. */
export function parseTypedReadings(source: string): Readings {
  const rows = parseReadingRows(source).map((row) => ({ ...row, typed: typedReading(row.reading) }));
  const readings = new Map<string, string[]>();
  for (const { from, bar, typed } of rows)
    for (const character of source.slice(from, bar)) add(readings, character, typed);
  for (const { bar, end, typed } of rows)
    for (const character of source.slice(bar + 1, end)) add(readings, character, typed);
  return readings;
}

function add(readings: Map<string, string[]>, character: string, reading: string): void {
  const known = readings.get(character) ?? [];
  readings.set(character, known);
  if (known.length < MOST && !known.includes(reading)) known.push(reading);
}

/** Pinyin as it is typed: without tones, `v` for ü. shèhuìhuà → shehuihua */
export function typedReading(reading: string): string {
  return reading.normalize('NFD').replace(TONE, '').normalize('NFC').replaceAll('ü', 'v').replace('ê', 'e');
}
