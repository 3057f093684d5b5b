/** The files that every text has for taking away. */
import { type Language, languages } from '../contract/schema.ts';
import type { StoredEdition } from '../edition/load-edition.ts';
import { toEpub } from './epub/to-epub.ts';
import { toPlainText } from './plain-text.ts';
import { toPublicApparatus } from './public-apparatus.ts';
import type { Publication } from './publication.ts';
import { toTei } from './tei/to-tei.ts';

type Make = (edition: StoredEdition, publication: Publication) => string | Uint8Array;

const inScript = (make: (edition: StoredEdition, language: Language) => string, ending: string) =>
  languages.map((language): [string, Make] => [
    `${language}.${ending}`,
    (edition) => make(edition, language),
  ]);

/** By name: how the file is made. Names that begin with a dot follow the slug: `.epub` is `letter.epub`. */
const makers: ReadonlyMap<string, Make> = new Map<string, Make>([
  ...inScript(({ markdown }, language) => markdown[language], 'md'),
  ...inScript(toPlainText, 'txt'),
  ['.epub', toEpub],
  ['.tei.xml', toTei],
  ['apparatus.json', ({ apparatus }) => JSON.stringify(toPublicApparatus(apparatus))],
]);

const nameOf = (slug: string, name: string) => (name.startsWith('.') ? slug + name : name);

/** Names of the files of the text `slug`, in the order they are offered in: `zh-Hant.md`, `zh-Hans.md` … */
export function textFileNames(slug: string): string[] {
  return [...makers.keys()].map((name) => nameOf(slug, name));
}

/** The files of `edition` by name. */
export function textFiles(edition: StoredEdition, publication: Publication): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const [name, make] of makers) {
    const content = make(edition, publication);
    files.set(nameOf(edition.slug, name), typeof content === 'string' ? Buffer.from(content) : content);
  }
  return files;
}

/** What a file is saved as: `zh-Hant.md` of `letter` as `letter.zh-Hant.md`, since there are many of that name. */
export function savedName(slug: string, name: string): string {
  return name.startsWith(slug) ? name : `${slug}.${name}`;
}
