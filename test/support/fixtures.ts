/**
 * Fixtures: folders `test/fixtures/<phase>/<case>/` with `input.txt` (or `.html`), `expected.txt` (or `.json`, or
 * `expected.zh-Hans.txt` and `expected.zh-Hant.txt`) and `why.json`. This is their one reader.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fillInSpam } from './fill-in-spam.ts';

const root = new URL('../fixtures/', import.meta.url);

/** `why.json`: why the case is there. */
export interface Why {
  /** One line, the name of the test. */
  readonly label: string;
  /** Where the text is from. */
  readonly source: string;
  /** What kind of case it is; {@link verdicts} has those of each phase. */
  readonly verdict: string;
  readonly comment: string;
  /** Of strip: the rules of the doubts that remain, in order. */
  readonly doubts?: readonly string[];
  /** Of convert: the script that is detected. */
  readonly script?: string;
  /** Of mojibake: how many places are lost for good. */
  readonly cruces?: number;
}

/** One case. */
export interface Fixture {
  readonly name: string;
  readonly about: Why;
  /** The content of a file of the folder, its spam words filled in. Throws when there is no such file. */
  read(file: string): string;
}

/** The phases, and what a case may be there. Those of the second line look damaged and are not, or cannot be mended. */
export const verdicts: Readonly<Record<string, readonly string[]>> = {
  convert: ['as expected'],
  mojibake: ['repaired', 'known failure', 'sound', 'untouched'],
  page: ['as expected'],
  repair: ['repaired', 'known failure', 'sound'],
  strip: ['as expected', 'removed', 'kept'],
  structure: ['as expected', 'negative'],
};

/** The cases of a phase, by name. */
export function fixturesOf(phase: string): Fixture[] {
  return readdirSync(new URL(`${phase}/`, root))
    .sort()
    .map((name) => {
      const folder = new URL(`${phase}/${name}/`, root);
      const read = (file: string) => fillInSpam(readFileSync(new URL(file, folder), 'utf8'));
      if (!existsSync(new URL('why.json', folder)))
        throw new Error(
          `test/fixtures/${phase}/${name} has no why.json; CONTRIBUTING.md says what a case holds.`,
        );
      const about: Why = JSON.parse(read('why.json'));
      return { name, about, read };
    });
}
