/** Pinyin readings of characters. */

export interface Readings {
  /** Number of a reading as written (`wù`); toneless readings are their own. */
  readonly ids: ReadonlyMap<string, number>;
  /** The written form of a reading's number. */
  readonly names: readonly string[];
  /** By reading: the number of its toneless form. */
  readonly toneless: Uint16Array;
  /** `of[unit]` … `of[unit + 1]` bound the unit's readings in `list`. */
  readonly of: Uint32Array;
  readonly list: Uint16Array;
  /** Whether the reading at the same index of `list` is the main one. */
  readonly main: Uint8Array;
}

/** `wù` → `wu`; ü stays. */
export function withoutTone(reading: string): string {
  return reading
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
}

/** Parse `src/data/readings.txt`. */
export function parseReadings(source: string): Readings {
  const names: string[] = [];
  const ids = new Map<string, number>();
  const claim = (name: string) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    ids.set(name, names.length);
    return names.push(name) - 1;
  };
  const entries: [reading: number, main: string, other: string][] = [];
  for (const line of source.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [name, characters] = line.split('\t');
    if (!name || characters === undefined)
      throw new Error(`readings.txt: not "reading<tab>characters": ${line}`);
    const [main = '', other = ''] = characters.split('|');
    entries.push([claim(name), main, other]);
  }
  const toneless = Uint16Array.from(names.slice(), (name) => claim(withoutTone(name)));
  const all = new Uint16Array(names.length).map((_, id) => toneless[id] ?? id);
  return { ids, names, toneless: all, ...byCharacter(entries) };
}

function byCharacter(entries: readonly [number, string, string][]): Pick<Readings, 'of' | 'list' | 'main'> {
  const of = new Uint32Array(0x10001);
  for (const [, main, other] of entries) {
    for (let i = 0; i < main.length; i++) of[main.charCodeAt(i) + 1]!++;
    for (let i = 0; i < other.length; i++) of[other.charCodeAt(i) + 1]!++;
  }
  for (let unit = 0; unit < 0x10000; unit++) of[unit + 1]! += of[unit]!;
  const list = new Uint16Array(of[0x10000]!);
  const isMain = new Uint8Array(list.length);
  const next = of.slice();
  for (const [reading, main, other] of entries) {
    for (const [characters, flag] of [
      [main, 1],
      [other, 0],
    ] as const) {
      for (let i = 0; i < characters.length; i++) {
        const at = next[characters.charCodeAt(i)]!++;
        list[at] = reading;
        isMain[at] = flag;
      }
    }
  }
  return { of, list, main: isMain };
}

/** How `unit` can be read `reading`: 2 as its main reading, 1 as another, 0 not at all. */
export function readsAs(readings: Readings, unit: number, reading: number): 0 | 1 | 2 {
  for (let i = readings.of[unit]!; i < readings.of[unit + 1]!; i++) {
    if (readings.list[i] === reading) return readings.main[i] ? 2 : 1;
  }
  return 0;
}

/** Can `unit` be read `reading` when tones do not count? */
export function readsLike(readings: Readings, unit: number, reading: number): boolean {
  const bare = readings.toneless[reading]!;
  for (let i = readings.of[unit]!; i < readings.of[unit + 1]!; i++) {
    if (readings.toneless[readings.list[i]!] === bare) return true;
  }
  return false;
}
