/** Words found in a line, longest first from left to right. */

/** A set of words, with what a reader of a line needs to look them up quickly. */
export interface Lexicon<Value> {
  readonly words: ReadonlyMap<string, Value>;
  /** By first unit: the lengths of the words that begin with it, longest first. */
  readonly lengths: ReadonlyMap<number, readonly number[]>;
  /** By unit: 1 where a word begins with it. */
  readonly opens: Uint8Array;
}

/** What {@link findWords} met. */
interface Found<Value> {
  readonly word: string;
  readonly value: Value;
}

export function buildLexicon<Value>(words: ReadonlyMap<string, Value>): Lexicon<Value> {
  const lengths = new Map<number, Set<number>>();
  for (const word of words.keys()) {
    const first = word.charCodeAt(0);
    lengths.set(first, (lengths.get(first) ?? new Set()).add(word.length));
  }
  const sorted = [...lengths].map(([unit, set]) => [unit, [...set].sort((a, b) => b - a)] as const);
  const opens = new Uint8Array(0x10000);
  for (const unit of lengths.keys()) opens[unit] = 1;
  return { words, lengths: new Map(sorted), opens };
}

const LETTER = /[\p{L}\p{N}]/u;

/**
 * The words of `lexicon` in `plain`, and the share of its letters that lies in them, 0–1. Linear in the length:
 * 分享收藏(12) has 分享 and 收藏, which cover 4 of 6.
 */
export function findWords<Value>(
  plain: string,
  lexicon: Lexicon<Value>,
): { readonly found: readonly Found<Value>[]; readonly share: number; readonly letters: number } {
  const { words, opens } = lexicon;
  const found: Found<Value>[] = [];
  let [covered, letters] = [0, 0];
  for (let i = 0; i < plain.length; ) {
    const unit = plain.charCodeAt(i);
    const word = opens[unit] === 0 ? undefined : wordAt(plain, i, lexicon);
    const value = word === undefined ? undefined : words.get(word);
    if (word === undefined || value === undefined) {
      if (isLetter(unit)) letters++;
      i++;
      continue;
    }
    found.push({ word, value });
    covered += word.length;
    letters += word.length;
    i += word.length;
  }
  return { found, share: letters === 0 ? 0 : covered / letters, letters };
}

function isLetter(unit: number): boolean {
  if (unit >= 0x4e00 && unit <= 0x9fff) return true;
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39); // lines are in lower case
  if (unit >= 0x2000 && unit <= 0x303f) return false; // marks and symbols
  return LETTER.test(String.fromCharCode(unit));
}

function wordAt<Value>(plain: string, at: number, { words, lengths }: Lexicon<Value>): string | undefined {
  for (const length of lengths.get(plain.charCodeAt(at)) ?? []) {
    const word = plain.slice(at, at + length);
    if (words.has(word)) return word;
  }
  return undefined;
}
