/** Folders with a folder for each text, kept from build to build, and what was made of each text. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MADE = 'made.json';

/** What was made of each text the time before, by slug. */
export function readMade<Made>(folder: string): Readonly<Record<string, Made>> {
  try {
    return JSON.parse(readFileSync(join(folder, MADE), 'utf8'));
  } catch {
    return {}; // the first time, or one that was cut short: everything is made again
  }
}

export function writeMade<Made>(folder: string, made: Readonly<Record<string, Made>>): void {
  writeFileSync(join(folder, MADE), JSON.stringify(made));
}

/** Takes away the folders of texts that are no more. */
export function dropOthers(folder: string, isText: (slug: string) => boolean): void {
  for (const name of readdirSync(folder))
    if (!isText(name)) rmSync(join(folder, name), { recursive: true, force: true });
}
