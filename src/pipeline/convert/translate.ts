/** Replacing phrases and characters by a dictionary, within words. */
import type { Dictionary } from './dictionary.ts';

/** Cuts text into words: the ends of the words, as UTF-16 offsets: 被发明 → [1, 3]. */
export type Segmenter = (text: string) => readonly number[];

/**
 * `text` by `dictionary`, the longest phrase first from left to right. A phrase counts only when it lies inside one
 * word or is made of whole words, so 被|发明 is not taken for 被发 (被髮). Length in code points is kept.
 */
export function translate(text: string, dictionary: Dictionary, segment: Segmenter): string {
  const wordEnd = markWords(text.length, segment(text));
  let out = '';
  for (let i = 0; i < text.length; ) {
    const phrase = findPhrase(text, i, dictionary, wordEnd);
    const found = phrase ?? String.fromCodePoint(text.codePointAt(i)!);
    out += dictionary.phrases.get(found) ?? dictionary.characters.get(found) ?? found;
    i += found.length;
  }
  return out;
}

/** For every offset the end of the word it lies in; `isStart` in the lowest bit: the word begins here. */
function markWords(length: number, ends: readonly number[]): Uint32Array {
  const words = new Uint32Array(length + 1);
  let from = 0;
  for (const end of ends) {
    words.fill(end * 2, from, end);
    words[from] = end * 2 + 1;
    from = end;
  }
  words[length] = length * 2 + 1;
  return words;
}

function findPhrase(
  text: string,
  at: number,
  { phrases, lengths }: Dictionary,
  words: Uint32Array,
): string | undefined {
  const wordEnd = words[at]! >> 1;
  const isStart = (words[at]! & 1) === 1;
  for (const length of lengths.get(text.charCodeAt(at)) ?? []) {
    const end = at + length;
    if (end > text.length) continue;
    if (end > wordEnd && !(isStart && (words[end]! & 1) === 1)) continue;
    const phrase = text.slice(at, end);
    if (phrases.has(phrase)) return phrase;
  }
  return undefined;
}
