/** Fixtures: folders under `test/fixtures/<phase>/<case>/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rules } from './rules.ts';

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
        return existsSync(url) ? fillIn(readFileSync(url, 'utf8')) : '';
      };
      return { name, read, about: JSON.parse(read('case.json')) };
    });
}

const strong = [...rules.strip.spamWords].filter(([, isStrong]) => isStrong).map(([word]) => word);

/**
 * Spam words stand nowhere but in the lexicon that detects them: a fixture says `⟪5 spam words joined by |⟫`, and gets
 * the first five strong ones.
 */
function fillIn(text: string): string {
  return text.replace(/⟪(\d) spam words joined by (.{1,3})⟫/g, (_, count: string, joint: string) =>
    strong.slice(0, Number(count)).join(joint),
  );
}
