import { languages } from '../../contract/schema.ts';
import type { StoredEdition } from '../../edition/load-edition.ts';
import { witnessLanguage } from '../../edition/witness-language.ts';
import { toPublicApparatus } from '../public-apparatus.ts';
import { addressOf, type Publication } from '../publication.ts';
import { element, toDocument } from '../xml.ts';
import { toHeader } from './header.ts';
import { toText } from './text.ts';

/**
 * An edition as TEI P5: a group of two texts, one for each script, paired paragraph by paragraph. The one in the script of
 * the witness has the apparatus in place: `<choice><sic>務(wù)</sic><corr cert="high">務</corr></choice>`.
 */
export function toTei(given: StoredEdition, publication: Publication): string {
  const edition = { ...given, apparatus: toPublicApparatus(given.apparatus) };
  const own = witnessLanguage(edition.apparatus.script);
  const address = publication.site && addressOf(publication, `texts/${edition.slug}/`);
  return toDocument(
    element(
      'TEI',
      { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': own },
      toHeader(edition, own, address),
      element(
        'text',
        element('group', ...languages.map((language) => toText(edition, language, language === own))),
      ),
    ),
  );
}
