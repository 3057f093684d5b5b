/** What a table in `src/data/` is made of, and what several of them are made with. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Table {
  /** Its file in `src/data/`: `fold.txt`. */
  readonly name: string;
  /** What it holds, its source and its licence. */
  readonly header: readonly string[];
  readonly rows: readonly string[];
}

const folder = new URL('../../src/data/', import.meta.url);

/** Write a table to its file. */
export function save({ name, header, rows }: Table): void {
  const text = [...header.map((line) => `# ${line}`.trimEnd()), ...rows, ''].join('\n');
  writeFileSync(new URL(name, folder), text);
  console.log(`${name}: ${text.length} characters`);
}

/** The version of an installed package: `version('iconv-lite')`. */
export function version(name: string): string {
  const require = createRequire(import.meta.url);
  return (require(`../../node_modules/${name}/package.json`) as { version: string }).version;
}

/** The numbers from `first` to `last`. */
export function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
