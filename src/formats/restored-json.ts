/** A restored text as JSON, for `--json` and `--jsonl`. */

import type { Edition } from '../contract/edition.ts';
import { type Language, languages, type Metadata } from '../contract/schema.ts';
import { restoreStatus } from '../edition/restore-status.ts';

/** Simplified text is read in Simplified; Traditional and half-converted text, in Traditional. */
export function ownLanguage({ apparatus }: Edition): Language {
  return apparatus.script === 'hans' ? 'zh-Hans' : 'zh-Hant';
}

/** The Markdown of an edition without its front matter. */
export function toBody(markdown: string): string {
  return markdown.replace(/^---\n[\s\S]*?\n---\n+/, '');
}

/**
 * What `--jsonl` adds to a line: status, metadata in the text's own script, both texts as Markdown, and all that was
 * changed. Cruces and doubts are there where there are any; the words of spam are not.
 */
export function toFields(edition: Edition) {
  const { apparatus, markdown } = edition;
  const { removals, emendations, cruces, doubts, script } = apparatus;
  return {
    status: restoreStatus(apparatus),
    script,
    metadata: toMetadata(edition),
    ...Object.fromEntries(languages.map((language) => [language, toBody(markdown[language])])),
    removals,
    emendations,
    ...(cruces.length > 0 && { cruces }),
    ...(doubts.length > 0 && { doubts }),
  };
}

function toMetadata(edition: Edition): Metadata {
  const { lang, slug, characters, ...metadata } = edition.frontMatter[ownLanguage(edition)];
  return metadata;
}

/** One object for a document: what {@link toFields} says, and which witness it is of. */
export function toDocumentJson(edition: Edition): string {
  const { slug, witness } = edition.apparatus;
  return JSON.stringify({ slug, witness, ...toFields(edition) });
}
