import { type Language, languages } from '../../contract/schema.ts';
import type { StoredEdition } from '../../edition/load-edition.ts';
import { readBlocks } from '../../edition/text-blocks.ts';
import { toArchive } from '../archive.ts';
import { addressOf, type Publication } from '../publication.ts';
import { element, toDocument } from '../xml.ts';
import { toChapter } from './chapter.ts';
import { toColophon } from './colophon.ts';
import { toNavigation } from './navigation.ts';
import { toPackage } from './package.ts';
import type { BookSource } from './page.ts';

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
      element('rootfile', {
        'full-path': 'EPUB/package.opf',
        'media-type': 'application/oebps-package+xml',
      }),
    ),
  ),
);

/** The look of the book: little, for the reader's device and its owner know better. Vermilion is the editor's ink. */
const style = `body { line-height: 1.8; }
h1 { font-size: 1.4em; line-height: 1.4; }
h2, h3, h4, h5, h6 { font-size: 1.1em; margin-top: 2em; }
p { margin: 0.75em 0; text-align: justify; }
pre { white-space: pre-wrap; }
dt { margin-top: 0.75em; font-size: 0.85em; }
dd { margin-left: 0; overflow-wrap: anywhere; }
.imprint { font-size: 0.9em; text-align: left; }
.high, .medium, .low { text-decoration: underline; text-decoration-color: #a8301c; text-underline-offset: 0.25em; }
.medium { text-decoration-style: dashed; }
.low { text-decoration-style: dotted; }
.ref { color: #a8301c; font-size: 0.7em; vertical-align: super; text-decoration: none; }
.notes { font-size: 0.9em; }
`;
