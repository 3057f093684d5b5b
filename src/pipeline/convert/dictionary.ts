/** A conversion dictionary: phrases and characters, each as long in code points as what it becomes. */

export interface Dictionary {
  readonly phrases: ReadonlyMap<string, string>;
  /** First UTF-16 unit → lengths of the phrases that begin with it, longest first. */
  readonly lengths: ReadonlyMap<number, readonly number[]>;
  readonly characters: ReadonlyMap<string, string>;
}

/**
 * Build a dictionary; earlier sources overrule later ones. Entries that would change the length are left out:
 * character *i* of one script is character *i* of the other.
 */
export function buildDictionary(sources: readonly Iterable<readonly [string, string]>[]): Dictionary {
  const phrases = new Map<string, string>();
  const characters = new Map<string, string>();
  for (const source of sources) {
    for (const [from, to] of source) {
      const size = countCharacters(from);
      if (size !== countCharacters(to)) continue;
      const table = size === 1 ? characters : phrases;
      if (!table.has(from)) table.set(from, to);
    }
  }
  return { phrases, lengths: listLengths(phrases.keys()), characters };
}

function listLengths(phrases: Iterable<string>): Map<number, number[]> {
  const lengths = new Map<number, number[]>();
  for (const phrase of phrases) {
    const known = lengths.get(phrase.charCodeAt(0));
    if (known === undefined) lengths.set(phrase.charCodeAt(0), [phrase.length]);
    else if (!known.includes(phrase.length)) known.push(phrase.length);
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a);
  return lengths;
}

/** Code points in `text`: 𠮷野家 → 3. */
export function countCharacters(text: string): number {
  let pairs = 0;
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) pairs++;
  }
  return text.length - pairs;
}
