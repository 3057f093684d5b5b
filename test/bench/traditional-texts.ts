/**
 * Open Traditional texts that people in Taiwan wrote or translated, out of Debian's packages: manuals, and the stories
 * and messages of programs.
 */
import { fromHtml, readPackage } from './debian-package.ts';

/** Packages; of each, only files for Taiwan are unpacked and read. */
export const packages: readonly string[] = [
  'maint-guide-zh-tw',
  'debian-reference-zh-tw',
  'debian-handbook',
  'libreoffice-help-zh-tw',
  'libreoffice-l10n-zh-tw',
  'inkscape',
  'gimp-data',
  'gramps',
  'aisleriot',
  'wordpress-l10n',
  'mediawiki',
  'wesnoth-1.16-data',
  'wesnoth-1.16-did',
  'wesnoth-1.16-httt',
  'wesnoth-1.16-low',
  'wesnoth-1.16-trow',
  'wesnoth-1.16-utbs',
];

const FOR_TAIWAN = /zh[_-](?:tw|hant)/i;
const readers: readonly [ending: string, toPlain: (bytes: Buffer) => string][] = [
  ['.html', (bytes) => fromHtml(bytes.toString('utf8'))],
  ['.mo', fromMessages],
  ['.json', fromJson],
];

/** Lines are dealt to the two halves by so many at a time, so that neighbours, which are alike, stay together. */
const HAND = 40;
const FEWEST_HAN = 5;

/**
 * One half of the lines of a package, each once, with at least five Han characters: the half to tune and learn on, or
 * the one for reports. Throws when the package cannot be fetched.
 */
export function traditionalLines(name: string, half: 'tune' | 'report'): string[] {
  const lines = new Set(textsOf(name).flatMap((text) => text.split('\n').map((line) => line.trim())));
  return [...lines]
    .filter((line) => (line.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= FEWEST_HAN)
    .filter((_, i) => (Math.floor(i / HAND) % 2 === 0) === (half === 'tune'));
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
  const values: unknown[] = Object.values(JSON.parse(bytes.toString('utf8')) as Record<string, unknown>);
  return values.filter((value) => typeof value === 'string').join('\n');
}
