import { type Language, languages } from '../../contract/schema.ts';
import type { StoredEdition } from '../../edition/load-edition.ts';
import { readBlocks } from '../../edition/text-blocks.ts';
import { toArchive } from '../archive.ts';
import { addressOf, type Publication } from '../publication.ts';
import { element, toDocument } from '../xml.ts';
import type { BookSource } from './book-source.ts';
import { toChapter } from './chapter.ts';
import { toColophon } from './colophon.ts';
import { toNavigation } from './navigation.ts';
import { toPackage } from './package.ts';
import { style } from './style.ts';

/**
 * An edition as a book of EPUB 3: the Traditional text, then the Simplified, each with its emendations as notes that open
 * where they stand, and a colophon. The same edition gives the same bytes.
 */
export function toEpub(edition: StoredEdition, publication: Publication): Uint8Array {
  const address = publication.site && addressOf(publication, `texts/${edition.slug}/`);
  const source: BookSource = { edition, ...(address && { address }) };
  const chapters = languages.map((language) => toChapter(source, language, readBlocks(edition, language)));
  return toArchive([
    ['mimetype', 'application/epub+zip', true],
    ['META-INF/container.xml', container],
    ['EPUB/package.opf', toPackage(source)],
    ['EPUB/navigation.xhtml', toNavigation(source, chapters)],
    ...chapters.map(({ language, xhtml }) => [chapterFile(language), xhtml] as const),
    ['EPUB/colophon.xhtml', toColophon(source)],
    ['EPUB/style.css', style],
  ]);
}

const chapterFile = (language: Language) => `EPUB/${language}.xhtml`;

const container = toDocument(
  element(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    element(
      'rootfiles',
      {},
      element('rootfile', {
        'full-path': 'EPUB/package.opf',
        'media-type': 'application/oebps-package+xml',
      }),
    ),
  ),
);
