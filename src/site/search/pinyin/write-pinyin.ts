import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { type PinyinPlan, SOUNDS, type Spelling, spellingsName } from './pinyin-names.ts';
import type { Readings } from './readings.ts';

/**
 * So many spellings a file holds, the weightiest first. One of a single letter holds all there are, or, where they are too
 * many, what serves while only the first syllable is typed; the others are then in files of two letters. However many
 * the texts, there are at most 23 × 24 files.
 */
const MOST = 4000;
const MOST_OF_LETTER = 1000;
/** So long a piece of a title is listed from the beginning of each of its words. */
const LONGEST = 8;
/** A title weighs as much as so many places in the body. */
const TITLE_WEIGHT = 20;
const HAN = /^\p{Script=Han}+/u;

/** Gathers what can be found by its sound, and writes it by first letters. */
export class PinyinWriter {
  readonly #readings: Readings;
  readonly #cut: (text: string) => readonly number[];
  readonly #weights = new Map<string, { hant: string; weight: number }>();

  /** `cut` gives the ends of the words of a text. */
  constructor(readings: Readings, cut: (text: string) => readonly number[]) {
    this.#readings = readings;
    this.#cut = cut;
  }

  /** From the beginning of each word of a title, a stretch of it. */
  addTitle(hant: string, hans: string): void {
    for (const start of [0, ...this.#cut(hans)]) {
      const run = HAN.exec(hans.slice(start, start + LONGEST))?.[0] ?? '';
      if (run.length > 1) this.#add(hant.slice(start, start + run.length), run, TITLE_WEIGHT);
    }
  }

  /** The words of a stretch of body text; and up to three in a row, for 电商 may be none to the dictionary. */
  addBody(hant: string, hans: string): void {
    const borders = [0, ...this.#cut(hans)];
    for (const [n, start] of borders.entries()) {
      for (const end of borders.slice(n + 1, n + 4)) {
        if (end - start > LONGEST - 2 || HAN.exec(hans.slice(start, end))?.[0].length !== end - start) break;
        if (end - start > 1) this.#add(hant.slice(start, end), hans.slice(start, end), 1);
      }
    }
  }

  /** Writes the files into a folder that exists, and says which there are. */
  async write(folder: URL): Promise<PinyinPlan> {
    const files = this.#files();
    const write = (name: string, content: unknown) =>
      writeFile(new URL(name, folder), gzipSync(JSON.stringify(content)));
    for (const [letters, spellings] of files) await write(spellingsName(letters), spellings);
    await write(SOUNDS, [...charactersBySound(this.#readings)]);
    return planOf(files.keys());
  }

  #files(): Map<string, Spelling[]> {
    const files = new Map<string, Spelling[]>();
    const frequent = [...this.#weights].filter(([, { weight }]) => weight > 1);
    const sorted = frequent.sort((a, b) => b[1].weight - a[1].weight || (a[0] < b[0] ? -1 : 1));
    for (const [hans, { hant }] of sorted) {
      const spelt = this.#spell(hans);
      if (spelt.some(({ length }) => length === 0)) continue;
      const readings = spelt.map((list) => list.join()).join(' ');
      const spelling: Spelling = hant === hans ? [hans, readings] : [hans, readings, hant];
      for (const letters of lettersOf(spelt)) {
        const file = files.get(letters) ?? [];
        files.set(letters, file);
        if (file.length < (letters.length > 1 ? MOST : MOST_OF_LETTER)) file.push(spelling);
      }
    }
    for (const [first = '', second] of files.keys())
      if (second && (files.get(first)?.length ?? 0) < MOST_OF_LETTER) files.delete(first + second);
    return files;
  }

  #add(hant: string, hans: string, weight: number): void {
    const known = this.#weights.get(hans);
    if (known) known.weight += weight;
    else this.#weights.set(hans, { hant, weight });
  }

  #spell(hans: string): Array<readonly string[]> {
    return [...hans].map((character) => this.#readings.get(character) ?? []);
  }
}

function planOf(names: Iterable<string>): PinyinPlan {
  const plan: PinyinPlan = {};
  for (const [first = '', second = ''] of names) plan[first] = (plan[first] ?? '') + second;
  return plan;
}

/** Under what a name is to be found: 会 is hui and kuai, so 会计 under h, k, hj and kj. */
function lettersOf([first = [], second = []]: ReadonlyArray<readonly string[]>): Set<string> {
  const letters = new Set<string>();
  for (const [one = ''] of first) {
    letters.add(one);
    for (const [two = ''] of second) letters.add(one + two);
  }
  return letters;
}

/** Each character under its first reading. */
function charactersBySound(readings: Readings): Map<string, string> {
  const characters = new Map<string, string>();
  for (const [character, [reading = '']] of readings)
    characters.set(reading, (characters.get(reading) ?? '') + character);
  return characters;
}
