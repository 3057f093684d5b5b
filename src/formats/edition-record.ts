/** An edition as a record of JSON, for `restore --json` and `--jsonl` and for the site's collection. */
import type { Edition } from '../contract/edition.ts';
import { type Language, languages, statusOf } from '../contract/schema.ts';
import { bodyOf, type StoredEdition } from '../edition/load-edition.ts';
import { witnessLanguage } from '../edition/witness-language.ts';
import { toPublicApparatus } from './public-apparatus.ts';

/**
 * Status, metadata in the text's own script, both texts as Markdown, and all that was changed. Cruces and doubts are
 * there where there are any; the words of spam are not. `order` is that of the two texts.
 */
export function toRecord(
  { apparatus, frontMatter, markdown }: Omit<Edition, 'blocks'>,
  order: readonly Language[] = languages,
) {
  const { removals, emendations, cruces, doubts, script } = toPublicApparatus(apparatus);
  const { lang, slug, characters, ...metadata } = frontMatter[witnessLanguage(script)];
  return {
    status: statusOf(apparatus),
    script,
    metadata,
    ...Object.fromEntries(order.map((language) => [language, bodyOf(markdown[language])])),
    removals,
    emendations,
    ...(cruces.length > 0 && { cruces }),
    ...(doubts.length > 0 && { doubts }),
  };
}

/** One object for a document: its {@link toRecord}, and which witness it is of. */
export function toDocumentJson(edition: Edition): string {
  const { slug, witness } = edition.apparatus;
  return JSON.stringify({ slug, witness, ...toRecord(edition) });
}

/** An edition as a line of the site's `zhengben.jsonl`; its `id` is the slug. */
export function toJsonLine(edition: StoredEdition): string {
  return `${JSON.stringify({ id: edition.slug, ...toRecord(edition, ['zh-Hans', 'zh-Hant']) })}\n`;
}
