/**
 * Open Traditional texts that people in Taiwan wrote or translated, out of Debian's packages: manuals, and the stories
 * and messages of programs. A package is for one use only: `traditional-packages.txt` says for which.
 */
import { readFileSync } from 'node:fs';
import { readRows } from '../../src/data/read-rows.ts';
import { fromHtml, readPackage } from './debian-package.ts';

/**
 * What a package is for: `learn` for `scripts/learn-contexts.ts`; `measure` for reports; `prose`, stories and essays, for
 * reports too, and looked at last. `program` are texts that a program put into Traditional.
 */
export type Use = 'learn' | 'measure' | 'prose' | 'program';

const read = () => readFileSync(new URL('./traditional-packages.txt', import.meta.url), 'utf8');
const packages = readRows('traditional-packages.txt', read, 2);

/** The packages for a use; of each, only files for Taiwan are read. */
export function packagesFor(use: Use): string[] {
  return packages.filter((row) => row[1] === use).map(([name = '']) => name);
}

const FOR_TAIWAN = /zh[_-](?:tw|hant)/i;
const html = (bytes: Buffer) => fromHtml(bytes.toString('utf8'));
const readers: readonly [ending: string, toPlain: (bytes: Buffer) => string][] = [
  ['.html', html],
  ['.page', html],
  ['.utf8', html],
  ['.mo', fromMessages],
  ['.json', fromJson],
];

const FEWEST_HAN = 5;

/** Lines go to the two halves by so many at a time, so that neighbours, which are alike, stay together. */
const STRETCH = 40;

/** One half of the lines of a package: texts were tuned on the first before they were for reports only. */
export type Half = 'first' | 'second';

/**
 * The lines of a package, each once, with at least five Han characters, that `isTraditional` takes for Traditional; all,
 * or half of them. Throws when the package cannot be fetched.
 */
export function traditionalLines(
  name: string,
  isTraditional: (line: string) => boolean,
  half?: Half,
): string[] {
  const lines = new Set(textsOf(name).flatMap((text) => text.split('\n').map((line) => line.trim())));
  return [...lines]
    .filter((line) => (line.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= FEWEST_HAN)
    .filter((_, i) => half === undefined || (Math.floor(i / STRETCH) % 2 === 0) === (half === 'first'))
    .filter(isTraditional);
}

/** Is a line Traditional by its characters, and not one that the translators of a program left in Simplified? */
export function looksTraditional(line: string, side: Uint8Array): boolean {
  let balance = 0;
  for (let i = 0; i < line.length; i++) {
    const script = side[line.charCodeAt(i)];
    if (script === 1) balance--;
    if (script === 2) balance++;
  }
  return balance >= 0;
}

function textsOf(name: string): string[] {
  return readPackage(name, FOR_TAIWAN).flatMap(({ path, bytes }) => {
    const reader = readers.find(([ending]) => path.endsWith(ending));
    return reader === undefined ? [] : [reader[1](bytes)];
  });
}

/** The translations of gettext's compiled messages; the first one is the header. */
function fromMessages(bytes: Buffer): string {
  const read = (at: number) =>
    bytes.readUInt32LE(0) === 0x950412de ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  const [count, table] = [read(8), read(16)];
  const messages = Array.from({ length: count }, (_, i) => {
    const [length, start] = [read(table + 8 * i), read(table + 8 * i + 4)];
    return bytes.toString('utf8', start, start + length).replaceAll('\0', '\n');
  });
  return messages.slice(1).join('\n');
}

function fromJson(bytes: Buffer): string {
  const values: unknown[] = Object.values(JSON.parse(bytes.toString('utf8')));
  return values.filter((value) => typeof value === 'string').join('\n');
}
