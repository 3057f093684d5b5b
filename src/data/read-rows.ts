/** Gives the content of a file of `src/data/` by its name, `strip/menu-labels.txt`. */
export type ReadFile = (name: string) => string;

/**
 * The rows of a data file: lines that are not empty and no `#` comment, cut at tabs. Throws when a row has not
 * `columns` columns, naming file and row, so that a slip in a rule shows at once.
 *
 *     readRows('strip/menu-labels.txt', read, 1) // [['首页'], …]
 */
export function readRows(name: string, read: ReadFile, columns: number): string[][] {
  const lines = read(name).split('\n');
  const rows: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const row = line.split('\t');
    if (row.length !== columns) {
      throw new Error(`${name}, line ${index + 1}: ${columns} columns expected, found ${row.length}.`);
    }
    rows.push(row);
  }
  return rows;
}
