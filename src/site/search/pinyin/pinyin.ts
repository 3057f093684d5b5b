import { fetchPacked } from '../fetch-packed.ts';
import { loadOnce } from '../load-once.ts';
import { FIRST_LETTERS, type PinyinPlan, SOUNDS, type Spelling, spellingsName } from './pinyin-names.ts';
import { typedReading } from './readings.ts';

/** A name found by its sound, in both scripts. */
export type Sounded = readonly [hant: string, hans: string];

/** Finds names by their sound. */
export interface Pinyin {
  /** What letters spell. */
  spelt: (query: string) => Promise<Sounded[]>;
  /** What sounds as some characters do, in Simplified: 设会化 → 社会化. */
  alike: (characters: string) => Promise<Sounded[]>;
}

const PINYIN = /^[a-z'’ ]{2,60}$/;
const CHARACTERS = /^\p{Script=Han}{2,12}$/u;
const SHOWN = 5;
/** A syllable or its initial, and some that are none: it only matters that none is left out. */
const SYLLABLE = /^(?:[zcs]h|[a-z])$|^(?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouv]{1,3}(?:ng?|r)?$/;
const LONGEST_SYLLABLE = 6;

/** The spellings in `folder` (an address ending in a slash). */
export function pinyin(folder: string, plan: PinyinPlan): Pinyin {
  const files = new Map<string, Promise<Spelling[]>>();
  const readFile = (letters: string) => {
    const file = files.get(letters) ?? fetchJson<Spelling[]>(folder + spellingsName(letters));
    files.set(letters, file);
    file.catch(() => files.delete(letters));
    return file;
  };
  const read = async (typed: string) => (await Promise.all(filesFor(typed, plan).map(readFile))).flat();
  const sounds = loadOnce(async () => soundsOf(await fetchJson<Array<[string, string]>>(folder + SOUNDS)));
  return {
    spelt: async (query) => {
      const typed = typedReading(query.toLowerCase().trim());
      if (!PINYIN.test(typed)) return [];
      const parts = typed.split(/[ '’]+/).filter(Boolean);
      const whole = await find(parts.join(''), read);
      if (whole.length > 0 || parts.length < 2) return whole;
      return combine(await Promise.all(parts.map((part) => find(part, read))));
    },
    alike: async (characters) => {
      if (!CHARACTERS.test(characters)) return [];
      const known = await sounds();
      const letters = Array.from(characters, (character) => known.get(character) ?? '');
      const named = letters.includes('') ? [] : await find(letters.join(''), read);
      return named.filter(([, hans]) => hans.length === characters.length && hans !== characters);
    },
  };
}

function soundsOf(rows: ReadonlyArray<readonly [sound: string, characters: string]>): Map<string, string> {
  return new Map(
    rows.flatMap(([sound, characters]) => Array.from(characters, (one) => [one, sound] as const)),
  );
}

async function fetchJson<Content>(address: string): Promise<Content> {
  return JSON.parse(new TextDecoder().decode(await fetchPacked(address))) as Content;
}

/** Each word by itself: its likeliest name, all with blanks between. */
function combine(parts: Sounded[][]): Sounded[] {
  const likeliest = parts.flatMap(([first]) => (first ? [first] : []));
  if (likeliest.length < parts.length) return [];
  const join = (column: 0 | 1) => likeliest.map((name) => name[column]).join(' ');
  return [[join(0), join(1)]];
}

/**
 * The files that have what the letters may spell: by the first letters of the first two syllables, for `shehui` those of
 * `s-hehui`, `sh-ehui` and `she-hui`; while they may be one syllable alone, the file of its letter, too.
 */
export function filesFor(letters: string, plan: PinyinPlan): string[] {
  const [first = ''] = letters;
  const known = plan[first];
  if (known === undefined) return [];
  if (known === '') return [first];
  const files = new Set<string>(SYLLABLE.test(letters) ? [first] : []);
  for (let end = 1; end <= Math.min(LONGEST_SYLLABLE, letters.length - 1); end++) {
    const second = letters.charAt(end);
    const isBorder = SYLLABLE.test(letters.slice(0, end)) && FIRST_LETTERS.includes(second);
    if (isBorder && known.includes(second)) files.add(first + second);
  }
  return [...files];
}

/** The files have the weightiest first; what is spelt out goes before what is only hinted at. */
async function find(letters: string, read: (letters: string) => Promise<Spelling[]>): Promise<Sounded[]> {
  const found = (await read(letters)).flatMap(([hans, readings, hant = hans]) => {
    const syllables = readings.split(' ').map((list) => list.split(','));
    const match = matchPinyin(letters, syllables);
    if (!match) return [];
    return [{ match, name: [hant.slice(0, match.length), hans.slice(0, match.length)] as const }];
  });
  const sorted = found.sort((a, b) => a.match.gaps - b.match.gaps);
  return [...new Map(sorted.map(({ name }) => [name[1], name])).values()].slice(0, SHOWN);
}

/** How many characters the letters spell, and how many of them are only hinted at. */
interface PinyinMatch {
  length: number;
  gaps: number;
}

/**
 * Do the letters spell the beginning of a name? Each syllable may be written out or by its initial, the last one as far as
 * it is typed: `shhdsh`, `shehuihua` and `shehuihd` all spell 社会化电商 or its beginning.
 */
export function matchPinyin(
  letters: string,
  syllables: ReadonlyArray<readonly string[]>,
  at = 0,
): PinyinMatch | undefined {
  if (letters === '') return { length: at, gaps: 0 };
  let best: PinyinMatch | undefined;
  for (const reading of syllables[at] ?? []) {
    for (const { written, gap } of waysToWrite(reading, letters)) {
      const rest = matchPinyin(letters.slice(written), syllables, at + 1);
      if (rest && (!best || rest.gaps + gap < best.gaps))
        best = { length: rest.length, gaps: rest.gaps + gap };
    }
  }
  return best;
}

function waysToWrite(reading: string, letters: string): Array<{ written: number; gap: number }> {
  if (letters.startsWith(reading))
    return [{ written: reading.length, gap: 0 }, ...initials(reading, letters)];
  if (reading.startsWith(letters))
    return [{ written: letters.length, gap: 0.5 }, ...initials(reading, letters)];
  return initials(reading, letters);
}

function initials(reading: string, letters: string): Array<{ written: number; gap: number }> {
  const initial = /^[zcs]h/.exec(reading)?.[0] ?? reading.charAt(0);
  return [...new Set([initial.length, 1])]
    .filter((length) => length < reading.length && letters.startsWith(initial.slice(0, length)))
    .map((written) => ({ written, gap: 1 }));
}
