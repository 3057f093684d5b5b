/** The files of rules under `src/data/`, row by row: what comes out otherwise when a row is taken away. */
import { readdirSync } from 'node:fs';
import { readData } from '../../src/data/read-data.ts';
import type { ReadFile } from '../../src/data/read-rows.ts';

/** The names of the files of a folder of `src/data/`: `page/meta-labels.tsv`. */
export function dataFiles(folder: string): string[] {
  const url = new URL(`../../src/data/${folder}/`, import.meta.url);
  return readdirSync(url)
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** The rows of a file, as they stand there. */
export function rowsOf(name: string): string[] {
  return readData(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The rows of a file without their last column, which names the case, and each once and sorted. */
export function keysOf(name: string): { readonly keys: string[]; readonly sorted: string[] } {
  const keys = rowsOf(name).map((row) => row.split('\t').slice(0, -1).join('\t'));
  return { keys, sorted: [...new Set(keys)].sort() };
}

/** Reads the data files without `row` of the file `name`; a named pattern stays, but matches nothing. */
export function readWithout(name: string, row: string): ReadFile {
  const [pattern, , ...rest] = row.split('\t');
  const instead = name.endsWith('/patterns.tsv') ? `\n${[pattern, '(?!)', ...rest].join('\t')}\n` : '\n';
  return (file) => (file === name ? readData(file).replace(`\n${row}\n`, () => instead) : readData(file));
}

/** What comes out of each page of a fixture with the rules that are read by `read`. */
type Outcomes = (fixture: string, read: ReadFile) => Iterable<unknown>;

/** The rows of a file without which every page of their case, named in the last column, comes out as ever. */
export function idleRows(name: string, outcomes: Outcomes): string[] {
  const known = new Map<string, string[]>();
  return rowsOf(name).filter((row) => {
    const fixture = row.split('\t').at(-1) ?? '';
    const expected =
      known.get(fixture) ?? Array.from(outcomes(fixture, readData), (page) => JSON.stringify(page));
    known.set(fixture, expected);
    let at = 0;
    for (const page of outcomes(fixture, readWithout(name, row)))
      if (JSON.stringify(page) !== expected[at++]) return false;
    return true;
  });
}
