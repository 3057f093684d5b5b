/** The words of libchewing, Taiwan's input method, with how often they are written. */
import { readPackage } from '../learn/debian-package.ts';

/** A row of the tree: a key, and either its children or, where the key is 0, a word. Sizes in bytes. */
const ROW = 8;
const KEY = 2;
const FIELD = 3;

/** Words by libchewing's dictionary, in Traditional, each with its frequency. */
export function* readChewing(): Iterable<readonly [word: string, frequency: number]> {
  const files = readPackage('libchewing3-data', /index_tree\.dat$|dictionary\.dat$/);
  const read = (name: string) => {
    const file = files.find(({ path }) => path.endsWith(`/${name}`));
    if (file === undefined) throw new Error(`libchewing3-data has no ${name}; version 0.5.1 has it.`);
    return file.bytes;
  };
  const [words, tree] = [read('dictionary.dat'), read('index_tree.dat')];
  for (let row = 0; row + ROW <= tree.length; row += ROW) {
    if (tree.readUIntLE(row, KEY) !== 0) continue;
    const start = tree.readUIntLE(row + KEY, FIELD);
    const word = words.toString('utf8', start, words.indexOf(0, start));
    yield [word, tree.readUIntLE(row + KEY + FIELD, FIELD)];
  }
}

/** Of words that are one in Simplified, how much rarer the others must be for the first to be how it is written. */
const CLEARLY = 2;

/** The words that are clearly written one way, with their frequencies; `simplify` tells which are the same word. */
export function clearWords(simplify: (word: string) => string): Map<string, number> {
  const spellings = new Map<string, Map<string, number>>();
  for (const [word, frequency] of readChewing()) {
    if (word.length < 2 || frequency === 0) continue;
    const key = simplify(word);
    spellings.set(key, (spellings.get(key) ?? new Map()).set(word, frequency));
  }
  const clear = new Map<string, number>();
  for (const words of spellings.values()) {
    const [[word, most] = ['', 0], [, next] = ['', 0]] = [...words].sort((a, b) => b[1] - a[1]);
    if (most > CLEARLY * next) clear.set(word, most);
  }
  return clear;
}
