/** So many readings of a character count; the others are rare. */
const MOST = 3;
const TONE = /[\u0300\u0301\u0304\u030c\u0302]/g;

/** Readings without tones, by character: 会 → hui, kuai. `ü` is written `v`, as it is typed. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** Parses `src/data/readings.txt`: the main readings come first. */
export function parseReadings(source: string): Readings {
  const rows = source.split('\n').filter((row) => row !== '' && !row.startsWith('#'));
  const split = rows.map((row) => {
    const [reading = '', characters = ''] = row.split('\t');
    return { reading: withoutTone(reading), lists: characters.split('|') };
  });
  const readings = new Map<string, string[]>();
  for (const list of [0, 1]) {
    for (const { reading, lists } of split) {
      for (const character of lists[list] ?? '') add(readings, character, reading);
    }
  }
  return readings;
}

function add(readings: Map<string, string[]>, character: string, reading: string): void {
  const known = readings.get(character) ?? [];
  readings.set(character, known);
  if (known.length < MOST && !known.includes(reading)) known.push(reading);
}

function withoutTone(reading: string): string {
  return reading.normalize('NFD').replace(TONE, '').normalize('NFC').replaceAll('ü', 'v').replace('ê', 'e');
}
