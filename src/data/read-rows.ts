/**
 * Reads the rows of a data file, of whatever format: lines that are neither empty nor `#` comments. {@link walkRows} finds
 * them in place, for long files of which every character is looked at anyway; {@link readRows} cuts them at tabs.
 */

/** Gives the content of a file of `src/data/` by its name, `strip/menu-labels.txt`. */
export type ReadFile = (name: string) => string;

const HASH = 0x23;

/** Calls `visit` for every row of `source` with the offsets (UTF-16 units) where it begins and ends, the line feed left out. */
export function walkRows(source: string, visit: (from: number, end: number) => void): void {
  for (let from = 0, end = 0; from < source.length; from = end + 1) {
    end = source.indexOf('\n', from);
    if (end === -1) end = source.length;
    if (end > from && source.charCodeAt(from) !== HASH) visit(from, end);
  }
}

/**
 * The rows of a data file, cut at tabs. Throws when a row has not `columns` columns, naming file and line, so that a slip
 * in a rule shows at once.
 *
 *     readRows('strip/menu-labels.txt', read, 1) // [['首页'], …]
 */
export function readRows(name: string, read: ReadFile, columns: number): string[][] {
  const source = read(name);
  const rows: string[][] = [];
  walkRows(source, (from, end) => {
    const row = source.slice(from, end).split('\t');
    if (row.length !== columns) {
      const line = source.slice(0, from).split('\n').length;
      throw new Error(`${name}, line ${line}: ${columns} columns expected, found ${row.length}.`);
    }
    rows.push(row);
  });
  return rows;
}

/** The words of a data file whose rows are a word and its case, the longest first: 特約記者 is found before 記者. */
export function readWords(name: string, read: ReadFile): string[] {
  return longestFirst(readRows(name, read, 2).map(([word = '']) => word));
}

/** `words`, sorted by their length. */
export function longestFirst(words: readonly string[]): string[] {
  return words.toSorted((a, b) => b.length - a.length);
}

/** `value`, a field of a row of the file `name`; throws a sentence naming the file when it is none of `allowed`. */
export function oneOf<const T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((known) => known === value);
  if (found === undefined)
    throw new Error(`${name}: “${value}” is none of ${allowed.join(', ')}; correct the row.`);
  return found;
}

/** The characters of a file with one BMP character a row, such as `simplified-only.txt`: 1 by UTF-16 unit. */
export function readCharacters(source: string): Uint8Array {
  const set = new Uint8Array(0x10000);
  walkRows(source, (from) => {
    set[source.charCodeAt(from)] = 1;
  });
  return set;
}
