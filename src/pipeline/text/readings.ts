/** Pinyin readings of characters, from `src/data/readings.txt`. */
import { walkRows } from '../../data/read-rows.ts';

/**
 * A row of `readings.txt`: a reading with its tone, `wù`; from `from` to `bar` the characters of which it is the main one,
 * and behind the bar, up to `end`, the others. Offsets into the file.
 */
interface ReadingRow {
  readonly reading: string;
  readonly from: number;
  readonly bar: number;
  readonly end: number;
}

/** Readings by character, as flat tables. */
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

/** The rows of `readings.txt`, in its order. Throws on a row that is not a reading, a tab, characters, `|` and characters. */
export function parseReadingRows(source: string): ReadingRow[] {
  const rows: ReadingRow[] = [];
  walkRows(source, (from, end) => {
    const tab = source.indexOf('\t', from);
    const bar = source.indexOf('|', from);
    if (tab <= from || tab > end)
      throw new Error(`readings.txt: not "reading<tab>characters": ${source.slice(from, end)}`);
    const reading = source.slice(from, tab);
    rows.push({ reading, from: tab + 1, bar: bar === -1 ? end : Math.min(bar, end), end });
  });
  return rows;
}

/** `wù` → `wu`; ü stays. */
function withoutTone(reading: string): string {
  return reading
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/g, '')
    .normalize('NFC');
}

/** The rows of {@link parseReadingRows} by character. */
export function parseReadings(source: string): Readings {
  const rows = parseReadingRows(source);
  const names: string[] = [];
  const ids = new Map<string, number>();
  const claim = (name: string) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    ids.set(name, names.length);
    return names.push(name) - 1;
  };
  for (const { reading } of rows) claim(reading);
  const toneless = names.slice().map((name) => claim(withoutTone(name)));
  const all = Uint16Array.from(names, (_, id) => toneless[id] ?? id);
  return { ids, names, toneless: all, ...byCharacter(source, rows) };
}

function byCharacter(source: string, rows: readonly ReadingRow[]): Pick<Readings, 'of' | 'list' | 'main'> {
  const of = new Uint32Array(0x10001);
  for (const { from, bar, end } of rows)
    for (let i = from; i < end; i++) if (i !== bar) of[source.charCodeAt(i) + 1]!++;
  for (let unit = 0; unit < 0x10000; unit++) of[unit + 1]! += of[unit]!;
  const list = new Uint16Array(of[0x10000]!);
  const main = new Uint8Array(list.length);
  const next = of.slice(); // where the next reading of a unit goes
  for (const [reading, { from, bar, end }] of rows.entries()) {
    for (let i = from; i < end; i++) {
      if (i === bar) continue;
      const at = next[source.charCodeAt(i)]!++;
      list[at] = reading;
      main[at] = i < bar ? 1 : 0;
    }
  }
  return { of, list, main };
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
