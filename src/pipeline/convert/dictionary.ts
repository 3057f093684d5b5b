/** A conversion dictionary: phrases and characters, each as long in code points as what it becomes. */
import { IntegerTable } from '../text/integer-table.ts';
import { LONGEST_PHRASE } from './constants.ts';
import { type Disambiguator, leaveForms } from './disambiguator.ts';

/** Pairs of a text and what it becomes. */
export type Pairs = Iterable<readonly [from: string, to: string]>;

export interface Dictionary {
  /** By UTF-16 unit: what it becomes when no phrase says otherwise. */
  readonly units: Uint16Array;
  /** Characters of which one side lies beyond the BMP; `isBeyond` tells which units to look up here. */
  readonly characters: ReadonlyMap<string, string>;
  readonly isBeyond: Uint8Array;
  readonly phrases: ReadonlyMap<string, string>;
  /** By UTF-16 unit: bit *n* is set when a phrase of *n* units begins with it. */
  readonly lengths: Uint32Array;
  /** The same by the first two units: of 皇, 后 bit 2 for 皇后 and bit 4 for 皇后大道. */
  readonly prefixes: IntegerTable;
  /** By UTF-16 unit: what it is after a number, where it counts something (三只 → 三隻); 0 for most. */
  readonly counters: Uint16Array;
  /** By UTF-16 unit: 1 for a character that numbers are written with. */
  readonly isNumeral: Uint8Array;
  /** By UTF-16 unit: 1 when a phrase or a number makes something else of it than `units`. */
  readonly isSplit: Uint8Array;
  /** Decides last, by what stands around a character. */
  readonly disambiguator: Disambiguator;
}

/** What a dictionary may have besides its pairs; each is empty by default. */
interface DictionaryOptions {
  readonly counters?: Pairs;
  readonly numerals?: Iterable<string>;
  readonly disambiguator?: Disambiguator;
}

/**
 * Build a dictionary; earlier sources overrule later ones. Entries that would change the length are left out:
 * character *i* of one script is character *i* of the other.
 */
export function buildDictionary(sources: readonly Pairs[], options: DictionaryOptions = {}): Dictionary {
  const { disambiguator = leaveForms } = options;
  const characters = new Map<string, string>();
  const phrases = new Map<string, string>();
  for (const source of sources) {
    for (const [from, to] of source) {
      if (isOne(from)) {
        if (isOne(to) && !characters.has(from)) characters.set(from, to);
      } else if (isPhrase(from, to) && !phrases.has(from)) phrases.set(from, to);
    }
  }
  const { units, isBeyond } = tabulate(characters);
  const telling = keepTelling(phrases, units, disambiguator);
  const counters = new Uint16Array(0x10000);
  for (const [from, to] of options.counters ?? []) {
    counters[from.charCodeAt(0)] = to.charCodeAt(0);
    telling.isSplit[from.charCodeAt(0)] = 1;
  }
  const isNumeral = new Uint8Array(0x10000);
  for (const numeral of options.numerals ?? []) isNumeral[numeral.charCodeAt(0)] = 1;
  const lengths = indexLengths(telling.phrases.keys());
  const prefixes = indexPrefixes(telling.phrases.keys());
  return { units, isBeyond, characters, ...telling, counters, isNumeral, lengths, prefixes, disambiguator };
}

/** A phrase as we can match it: of the BMP, not too long. */
function isPhrase(from: string, to: string): boolean {
  const isMatchable = from.length === to.length && from.length <= LONGEST_PHRASE;
  return isMatchable && !SURROGATE.test(from) && !SURROGATE.test(to);
}

/** Is `text` a single character, of the BMP or beyond? */
export const isOne = (text: string): boolean =>
  text.length === 1 || (text.length === 2 && SURROGATE.test(text));
const SURROGATE = /[\ud800-\udfff]/;

function tabulate(characters: ReadonlyMap<string, string>): Pick<Dictionary, 'units' | 'isBeyond'> {
  const units = new Uint16Array(0x10000).map((_, unit) => unit);
  const isBeyond = new Uint8Array(0x10000);
  for (const [from, to] of characters) {
    if (from.length === 1 && to.length === 1) units[from.charCodeAt(0)] = to.charCodeAt(0);
    else isBeyond[from.charCodeAt(0)] = 1;
  }
  return { units, isBeyond };
}

/**
 * Leaves out the phrases that say no more than their characters do, two of three; one that holds a telling phrase
 * stays, since it overrules it: 发布会 holds no 布会, but 皇天后土 holds 后土. So does a reviewed one, which overrules the
 * disambiguator.
 */
function keepTelling(
  all: ReadonlyMap<string, string>,
  units: Uint16Array,
  { reviewed, isKnown }: Disambiguator,
): Pick<Dictionary, 'phrases' | 'isSplit'> {
  const isSplit = new Uint8Array(0x10000);
  const phrases = new Map<string, string>();
  for (const [from, to] of all) {
    const isReviewed = reviewed.has(from);
    for (let i = 0; i < from.length; i++) {
      const unit = from.charCodeAt(i);
      if (units[unit] === to.charCodeAt(i) && !(isReviewed && isKnown[unit] !== 0)) continue;
      isSplit[unit] = 1;
      phrases.set(from, to);
    }
  }
  for (const [from, to] of all) {
    if (from.length > 2 && !phrases.has(from) && holdsOne(from, isSplit, phrases)) phrases.set(from, to);
  }
  return { phrases, isSplit };
}

function holdsOne(text: string, isSplit: Uint8Array, phrases: ReadonlyMap<string, string>): boolean {
  for (let i = 0; i < text.length; i++) {
    if (isSplit[text.charCodeAt(i)] === 0) continue;
    for (let start = 0; start <= i; start++) {
      for (let end = Math.max(i + 1, start + 2); end <= text.length; end++) {
        if (end - start < text.length && phrases.has(text.slice(start, end))) return true;
      }
    }
  }
  return false;
}

function indexLengths(phrases: Iterable<string>): Uint32Array {
  const lengths = new Uint32Array(0x10000);
  for (const phrase of phrases) {
    const unit = phrase.charCodeAt(0);
    lengths[unit] = (lengths[unit] ?? 0) | (1 << phrase.length);
  }
  return lengths;
}

/** See {@link Dictionary.prefixes}: with it, a text is searched for phrases without cutting it up. */
export function indexPrefixes(phrases: Iterable<string>): IntegerTable {
  const all = [...phrases];
  const table = new IntegerTable(1 << Math.ceil(Math.log2(2 * all.length + 2)), 0);
  for (const phrase of all) {
    const entry = table.claim(phrase.charCodeAt(0), phrase.charCodeAt(1));
    table.entries[entry] = (table.entries[entry] ?? 0) | (1 << phrase.length);
  }
  return table;
}
