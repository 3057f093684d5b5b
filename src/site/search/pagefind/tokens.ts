/**
 * How text becomes the words of an index that knows nothing of Chinese.
 *
 * Han runs become overlapping bigrams (社会化 → 社会 会化), other runs of letters and digits stay whole, and a sentinel
 * stands between runs, so that a phrase never reaches across punctuation it does not hold. Every article ends with its
 * single characters, for queries of one.
 *
 * Han characters are spelt in Latin letters. Pagefind cuts a query into words by the language of the page before
 * looking it up, and would tear bigrams apart on a Chinese page.
 */
const CHARACTERS =
  '(?:\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Bopomofo}|\\p{Script=Hangul}|(?=[\\u{10000}-\\u{10ffff}])[\\p{L}\\p{M}\\p{N}])';
const RUN = new RegExp(`${CHARACTERS}+|(?:(?!${CHARACTERS})[\\p{L}\\p{M}\\p{N}])+`, 'gu');
const HAN = new RegExp(`^${CHARACTERS}`, 'u');
const SENTINEL = 'zzzz';

/** What an article must contain to be worth a look: phrases and single words as they stand, and beginnings of words. */
interface Lookup {
  phrases: string[];
  prefixes: string[];
}

/** The words of an article for the index, from its folded blocks. */
export function indexWords(blocks: readonly string[]): string {
  const runs = blocks.flatMap(runsOf);
  const singles = new Set(runs.filter(isHan).flatMap((run) => [...run]));
  const words = [...runs.flatMap((run) => [...tokensOf(run), SENTINEL]), ...[...singles].map(spell)];
  return words.join(' ');
}

/**
 * What to look up for a folded term. Never too narrow: an article that has the term has all of this. It may be too
 * wide, so what is found is compared with the term itself afterwards.
 *
 * The ends of a term need care: a single character may be part of a longer run there, and a word may go on.
 */
export function lookupOf(term: string): Lookup {
  const runs = runsOf(term);
  const last = runs.at(-1);
  const opened = last !== undefined && !isHan(last) && term.endsWith(last) ? runs.pop() : undefined;
  const prefixes = opened === undefined ? [] : [spellWord(opened)];
  const edges = [runs[0], opened === undefined ? runs.at(-1) : undefined].filter(isSingle);
  const inner = runs.slice(
    isSingle(runs[0]) ? 1 : 0,
    opened === undefined && isSingle(runs.at(-1)) ? -1 : undefined,
  );
  const phrase = inner.map((run) => tokensOf(run).join(' ')).join(` ${SENTINEL} `);
  return { prefixes, phrases: [phrase, ...edges.map(spell)].filter((words) => words !== '') };
}

function runsOf(text: string): string[] {
  return text.match(RUN) ?? [];
}

function tokensOf(run: string): string[] {
  if (!isHan(run)) return [spellWord(run)];
  const characters = [...run].map(spell);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function isHan(run: string): boolean {
  return HAN.test(run);
}

function isSingle(run: string | undefined): run is string {
  return run !== undefined && isHan(run) && [...run].length === 1;
}

/** ASCII stays legible; other scripts are spelt like Han. */
function spellWord(run: string): string {
  return /^[a-z0-9]+$/.test(run) ? run : [...run].map(spell).join('');
}

/** A code point as four letters, base 26; no assigned character reaches `zzzz`. */
function spell(character: string): string {
  let rest = character.codePointAt(0) ?? 0;
  let letters = '';
  for (let place = 0; place < 4; place++) {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}
