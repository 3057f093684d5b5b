/** Fixtures: folders under `test/fixtures/<phase>/<case>/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fillInSpam } from './fill-in-spam.ts';

const root = new URL('../fixtures/', import.meta.url);

export interface Fixture {
  readonly name: string;
  /** The content of a file of the folder; empty when there is none. */
  read(file: string): string;
  /** `case.json`. */
  readonly about: {
    readonly label: string;
    readonly verdict: string;
    readonly doubts?: readonly string[];
    readonly script?: string;
  };
}

/** The cases of a phase, by name. */
export function fixturesOf(phase: string): Fixture[] {
  return readdirSync(new URL(`${phase}/`, root))
    .sort()
    .map((name) => {
      const read = (file: string) => {
        const url = new URL(`${phase}/${name}/${file}`, root);
        return existsSync(url) ? fillInSpam(readFileSync(url, 'utf8')) : '';
      };
      return { name, read, about: JSON.parse(read('case.json')) };
    });
}
