/** A conversion dictionary: phrases and characters, each as long in code points as what it becomes. */
import { type Judge, noJudge } from './contexts.ts';
import { listOpenings, type Openings } from './openings.ts';

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
  /** The same by the first two units. */
  readonly openings: Openings;
  /** By UTF-16 unit: what it is after a number, where it counts something (三只 → 三隻); 0 for most. */
  readonly counters: Uint16Array;
  /** By UTF-16 unit: 1 when a phrase makes something else of it than `units`. */
  readonly isSplit: Uint8Array;
  /** Has the last word, by what stands around a character. */
  readonly judge: Judge;
}

/** Longest phrase, since {@link Dictionary.lengths} has 32 bits. */
export const LONGEST = 30;

/**
 * Build a dictionary; earlier sources overrule later ones. Entries that would change the length are left out:
 * character *i* of one script is character *i* of the other.
 */
export function buildDictionary(
  sources: readonly Pairs[],
  counterPairs: Pairs = [],
  judge: Judge = noJudge,
): Dictionary {
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
  const telling = keepTelling(phrases, units, judge);
  const counters = new Uint16Array(0x10000);
  for (const [from, to] of counterPairs) {
    counters[from.charCodeAt(0)] = to.charCodeAt(0);
    telling.isSplit[from.charCodeAt(0)] = 1;
  }
  const lengths = listLengths(telling.phrases.keys());
  const openings = listOpenings(telling.phrases.keys());
  return { units, isBeyond, characters, ...telling, counters, lengths, openings, judge };
}

/** A phrase as we can match it: of the BMP, not too long. */
function isPhrase(from: string, to: string): boolean {
  return from.length === to.length && from.length <= LONGEST && !SURROGATE.test(from) && !SURROGATE.test(to);
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
 * stays, since it overrules it: 发布会 holds no 布会, but 皇天后土 holds 后土. So does one that overrules the judge.
 */
function keepTelling(
  all: ReadonlyMap<string, string>,
  units: Uint16Array,
  { firm, isJudged }: Judge,
): Pick<Dictionary, 'phrases' | 'isSplit'> {
  const isSplit = new Uint8Array(0x10000);
  const phrases = new Map<string, string>();
  for (const [from, to] of all) {
    const isFirm = firm.has(from);
    for (let i = 0; i < from.length; i++) {
      const unit = from.charCodeAt(i);
      if (units[unit] === to.charCodeAt(i) && !(isFirm && isJudged[unit] !== 0)) continue;
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

function listLengths(phrases: Iterable<string>): Uint32Array {
  const lengths = new Uint32Array(0x10000);
  for (const phrase of phrases) lengths[phrase.charCodeAt(0)]! |= 1 << phrase.length;
  return lengths;
}
