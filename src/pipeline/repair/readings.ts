/** Pinyin readings of characters. */
import { firstRow, rowEnd } from '../../data/walk-rows.ts';

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

const BAR = 0x7c;

/** A row of `readings.txt`, by offsets: `wù	物務…|惡…`. */
interface Row {
  readonly reading: number;
  /** Where its characters begin, and where the row ends. */
  readonly from: number;
  readonly end: number;
}

/** Parse `src/data/readings.txt`. Throws on a row that is not a reading, a tab and characters. */
export function parseReadings(source: string): Readings {
  const names: string[] = [];
  const ids = new Map<string, number>();
  const claim = (name: string) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    ids.set(name, names.length);
    return names.push(name) - 1;
  };
  const rows: Row[] = [];
  for (let at = firstRow(source), end = 0; at < source.length; at = end + 1) {
    end = rowEnd(source, at);
    const tab = source.indexOf('\t', at);
    if (tab <= at || tab > end)
      throw new Error(`readings.txt: not "reading<tab>characters": ${source.slice(at, end)}`);
    rows.push({ reading: claim(source.slice(at, tab)), from: tab + 1, end });
  }
  const toneless = names.slice().map((name) => claim(withoutTone(name)));
  const all = Uint16Array.from(names, (_, id) => toneless[id] ?? id);
  return { ids, names, toneless: all, ...byCharacter(source, rows) };
}

function byCharacter(source: string, rows: readonly Row[]): Pick<Readings, 'of' | 'list' | 'main'> {
  const of = new Uint32Array(0x10001);
  for (const row of rows) count(source, row, of);
  accumulate(of);
  const list = new Uint16Array(of[0x10000]!);
  const main = new Uint8Array(list.length);
  const next = of.slice();
  for (const row of rows) enter(source, row, next, list, main);
  return { of, list, main };
}

/** Count how many readings each character has. */
function count(source: string, { from, end }: Row, of: Uint32Array): void {
  for (let i = from; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit !== BAR) of[unit + 1]!++;
  }
}

function accumulate(of: Uint32Array): void {
  for (let unit = 0; unit < 0x10000; unit++) of[unit + 1]! += of[unit]!;
}

/** Put the reading of the row where its characters look for it; those before the bar have it as their main one. */
function enter(source: string, row: Row, next: Uint32Array, list: Uint16Array, main: Uint8Array): void {
  let isMain = 1;
  for (let i = row.from; i < row.end; i++) {
    const unit = source.charCodeAt(i);
    if (unit === BAR) {
      isMain = 0;
      continue;
    }
    const at = next[unit]!++;
    list[at] = row.reading;
    main[at] = isMain;
  }
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
