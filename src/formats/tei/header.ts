import type { Language } from '../../contract/schema.ts';
import type { StoredEdition } from '../../edition/load-edition.ts';
import { calendarDate } from '../calendar-date.ts';
import { element, type Markup, textElement } from '../xml.ts';

/** Ids of the witness and of who emends, to which the apparatus points. */
export const WITNESS = 'witness';
export const EDITOR = 'zhengben';

/** `teiHeader`: what the text is, who made the file, from which witness, by which rules. */
export function toHeader(edition: StoredEdition, own: Language, address: string | undefined): Markup {
  return element(
    'teiHeader',
    element(
      'fileDesc',
      toTitleStatement(edition, own),
      element(
        'publicationStmt',
        element('p', address ? element('ref', { target: address }, address) : 'Unpublished'),
      ),
      toSource(edition, own),
    ),
    toEncoding(edition),
    element(
      'profileDesc',
      element(
        'langUsage',
        { 'xml:lang': 'en' },
        element('language', { ident: 'zh-Hant' }, 'Chinese in Traditional characters'),
        element('language', { ident: 'zh-Hans' }, 'Chinese in Simplified characters'),
      ),
    ),
  );
}

function toTitleStatement({ frontMatter }: StoredEdition, own: Language): Markup {
  return element(
    'titleStmt',
    element('title', { 'xml:lang': 'zh-Hant' }, frontMatter['zh-Hant'].title),
    element('title', { 'xml:lang': 'zh-Hans' }, frontMatter['zh-Hans'].title),
    textElement('author', frontMatter[own].author),
    element(
      'respStmt',
      { 'xml:id': EDITOR },
      element('resp', { 'xml:lang': 'en' }, 'Restored from the witness by program'),
      element('name', '正本 Zhengben'),
    ),
  );
}

function toSource({ frontMatter, apparatus }: StoredEdition, own: Language): Markup {
  const { title, author, publisher, date } = frontMatter[own];
  const { siglum, sha256, bytes, encoding, origin } = apparatus.witness;
  return element(
    'sourceDesc',
    element(
      'bibl',
      element('title', title),
      textElement('author', author),
      textElement('publisher', publisher),
      date && element('date', { when: calendarDate(date) }, date),
    ),
    element(
      'listWit',
      element(
        'witness',
        { 'xml:id': WITNESS },
        element('idno', { type: 'siglum' }, siglum),
        element('idno', { type: 'sha256' }, sha256),
        element('note', { 'xml:lang': 'en' }, `${origin} (${bytes} bytes, ${encoding})`),
      ),
    ),
  );
}

function toEncoding({ apparatus }: StoredEdition): Markup {
  const { normalisations, standard } = apparatus;
  return element(
    'encodingDesc',
    { 'xml:lang': 'en' },
    element(
      'editorialDecl',
      element(
        'correction',
        element(
          'p',
          'Damage done to the encoding by mirrors is undone; every emendation has its certainty. Damage that cannot be settled is left as found.',
        ),
      ),
      element(
        'normalization',
        element(
          'p',
          `Blanks, line breaks and the width of punctuation, in ${normalisations.length} places; the Traditional text follows OpenCC’s ${standard}.`,
        ),
      ),
    ),
  );
}
