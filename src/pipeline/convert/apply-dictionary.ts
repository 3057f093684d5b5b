/** Replacing phrases and characters by a dictionary, within words. */
import { fromUnits } from '../text/from-units.ts';
import { ABSENT, hashPair } from '../text/integer-table.ts';
import type { Segmenter } from '../text/segment.ts';
import { LONGEST_PHRASE, REACH } from './constants.ts';
import type { Dictionary } from './dictionary.ts';

const DIGIT = /[0-9０-９]/;

/**
 * `text` by `dictionary`. Only characters that phrases may change are looked at closely: the longest phrase over
 * one decides, and it counts only when it lies inside one word or is made of whole words, so 被|发明 is not taken for
 * 被发 (被髮). Length in code points is kept.
 */
export function applyDictionary(text: string, dictionary: Dictionary, segment: Segmenter): string {
  const { units, isSplit, isBeyond, disambiguator } = dictionary;
  const { isKnown } = disambiguator;
  const out = new Uint16Array(text.length);
  const conversion = { text, dictionary, segment, out, states: new Uint8Array(text.length) };
  let hasBeyond = 0;
  let start = 0;
  let splits = 0;
  let known = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    out[i] = units[unit]!;
    hasBeyond |= isBeyond[unit]!;
    splits |= isSplit[unit]!;
    known |= isKnown[unit]!;
    if (unit >= 0x3400 && unit <= 0x9fff) continue;
    if (splits !== 0) applyPhrases(conversion, start, i);
    if (known !== 0) applyContexts(conversion, start, i);
    splits = 0;
    known = 0;
    start = i + 1;
  }
  if (splits !== 0) applyPhrases(conversion, start, text.length);
  if (known !== 0) applyContexts(conversion, start, text.length);
  return hasBeyond === 0 ? fromUnits(out, 0, out.length) : withBeyond(text, out, dictionary);
}

/** A text, and what becomes of it. */
interface Conversion {
  readonly text: string;
  readonly dictionary: Dictionary;
  readonly segment: Segmenter;
  /** By unit of `text`: the unit it becomes. */
  readonly out: Uint16Array;
  /** By unit of `text`: what decides it; 0 where nothing but its default can, else one of the three below. */
  readonly states: Uint8Array;
}

/** A phrase, or a number before it, may decide a unit. */
const CANDIDATE = 1;
/** One of them has decided it. */
const DECIDED = 2;
/** A phrase that somebody reviewed has decided it; nothing overrules that. */
const REVIEWED = 3;
/** Beyond all units: is added to what a reviewed phrase makes of one. */
const BY_REVIEWED = 0x10000;

/** A stretch of nothing but Han characters, cut into words: `begins` is 1 where one begins, and at the end. */
interface Run {
  readonly text: string;
  readonly begins: Uint8Array;
  readonly dictionary: Dictionary;
}

/** Decides the split characters of the Han characters from `start` to `end`. */
function applyPhrases(conversion: Conversion, start: number, end: number): void {
  if (!markCandidates(conversion, start, end)) return;
  const { dictionary, segment, out, states } = conversion;
  const text = conversion.text.slice(start, end);
  const run = { text, begins: new Uint8Array(text.length + 1), dictionary };
  segment(text, 0, text.length, run.begins);
  const isAfterDigit = start > 0 && DIGIT.test(conversion.text.charAt(start - 1));
  for (let i = 0; i < text.length; i++) {
    if (states[start + i] === 0 || dictionary.isSplit[text.charCodeAt(i)] === 0) continue;
    const unit =
      findOverWords(run, i) ||
      findInWord(run, i, segment) ||
      (isCounter(run, i, isAfterDigit) ? dictionary.counters[text.charCodeAt(i)]! : 0);
    if (unit === 0) continue;
    out[start + i] = unit;
    states[start + i] = unit >= BY_REVIEWED ? REVIEWED : DECIDED;
  }
}

/** Lets the neighbours decide last on the characters from `start` to `end` that the disambiguator knows. */
function applyContexts(conversion: Conversion, start: number, end: number): void {
  const { text, dictionary, out, states } = conversion;
  const { isKnown, chooseForm } = dictionary.disambiguator;
  for (let at = start; at < end; at++) {
    if (isKnown[text.charCodeAt(at)] !== 0 && states[at] !== REVIEWED)
      out[at] = chooseForm({ text, at, form: out[at]!, isByPhrase: states[at] === DECIDED });
  }
}

/**
 * Marks what lies in a phrase, wherever words begin, and what may be a counter; is a split character among it? Most
 * runs have none, and need not be cut into words, which takes far longer.
 */
function markCandidates({ text, dictionary, states }: Conversion, start: number, end: number): boolean {
  const { isSplit, counters, prefixes, phrases } = dictionary;
  let hasCandidate = false;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (counters[unit] !== 0) states[i] = CANDIDATE;
    const next = i + 1 < end ? text.charCodeAt(i + 1) : 0;
    const found = prefixes.find(unit, next, hashPair(unit, next));
    const lengths = found === ABSENT ? 0 : found;
    for (let length = 2; lengths >>> length !== 0 && i + length <= end; length++) {
      const isHere =
        ((lengths >>> length) & 1) === 1 && (length === 2 || phrases.has(text.slice(i, i + length)));
      if (isHere) states.fill(CANDIDATE, i, i + length);
    }
    if (states[i] === CANDIDATE && isSplit[unit] === 1) hasCandidate = true;
  }
  return hasCandidate;
}

/**
 * What the longest phrase of whole words over the character at `at` makes of it, with {@link BY_REVIEWED} added where
 * somebody reviewed the phrase; 0 when there is none.
 */
function findOverWords({ text, begins, dictionary }: Run, at: number): number {
  const { phrases, lengths, disambiguator } = dictionary;
  let unit = 0;
  let longest = 1;
  const wordEnd = endOfWord(at, begins);
  let start = startOfWord(at, begins);
  for (let before = 0; before < REACH; before++) {
    const known = lengths[text.charCodeAt(start)]!;
    let end = wordEnd;
    for (let after = 0; after < REACH && end - start <= LONGEST_PHRASE; after++) {
      const length = end - start;
      if (known >>> length === 0) break;
      if (length > longest && ((known >>> length) & 1) === 1) {
        const phrase = text.slice(start, end);
        const found = phrases.get(phrase);
        if (found !== undefined) {
          unit = found.charCodeAt(at - start) | (disambiguator.reviewed.has(phrase) ? BY_REVIEWED : 0);
          longest = length;
        }
      }
      if (end === text.length) break;
      end = endOfWord(end, begins);
    }
    if (start === 0) break;
    start = startOfWord(start - 1, begins);
  }
  return unit;
}

/** The same within the word, cut into smaller words: 体系|结构, not 体|系结|构. */
function findInWord({ text, begins, dictionary }: Run, at: number, segment: Segmenter): number {
  const start = startOfWord(at, begins);
  const end = endOfWord(at, begins);
  if (end - start < 3) return 0;
  const parts = new Uint8Array(end - start + 1);
  segment(text, start, end, parts, end - start - 1);
  return findOverWords({ text: text.slice(start, end), begins: parts, dictionary }, at - start);
}

/** Is the character at `at` a word of its own behind a number: 三十|里, 3只? Not 统一|只, whose 一 counts nothing. */
function isCounter({ text, begins, dictionary }: Run, at: number, isAfterDigit: boolean): boolean {
  if (begins[at] === 0 || begins[at + 1] === 0) return false;
  if (at === 0) return isAfterDigit;
  const start = startOfWord(at - 1, begins);
  let i = start;
  while (i < at && dictionary.isNumeral[text.charCodeAt(i)] === 1) i++;
  return i === at;
}

function startOfWord(at: number, begins: Uint8Array): number {
  let start = at;
  while (begins[start] === 0) start--;
  return start;
}

function endOfWord(at: number, begins: Uint8Array): number {
  let end = at + 1;
  while (begins[end] === 0) end++;
  return end;
}

/** Puts in the characters that lie beyond the BMP in either script: 𫍽 → 譞. */
function withBeyond(text: string, out: Uint16Array, { characters, isBeyond }: Dictionary): string {
  let result = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (isBeyond[text.charCodeAt(i)] === 0) continue;
    const character = String.fromCodePoint(text.codePointAt(i)!);
    const found = characters.get(character);
    if (found !== undefined) {
      result += fromUnits(out, from, i) + found;
      from = i + character.length;
    }
    i += character.length - 1;
  }
  return result + fromUnits(out, from, out.length);
}
