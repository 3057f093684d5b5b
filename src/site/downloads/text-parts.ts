/** The files of a text that its pages fetch or show, and that nobody takes away. */
import { languages } from '../../contract/schema.ts';
import type { StoredEdition } from '../../edition/load-edition.ts';
import { addressOf, type Publication } from '../../formats/publication.ts';
import { codeFile, qrCode } from '../../formats/qr-code.ts';
import { searchText } from '../search/search-text.ts';

/** The pages of a text that a QR code leads to, by their folders. */
const views = { parallel: '', 'zh-Hant': 'zh-hant/', 'zh-Hans': 'zh-hans/' } as const;

/** By name: the plain text that search reads, `zh-Hant.json`; where the site's address is known, the QR codes of a text's pages. */
export function textParts(edition: StoredEdition, publication: Publication): Map<string, string> {
  const parts = new Map<string, string>();
  for (const language of languages)
    parts.set(`${language}.json`, JSON.stringify(searchText(edition, language)));
  if (publication.site === undefined) return parts;
  for (const view of ['parallel', ...languages] as const) {
    const page = addressOf(publication, `texts/${edition.slug}/${views[view]}`);
    parts.set(codeFile(view), qrCode(page));
  }
  return parts;
}
