import type { Language } from '../contract/schema.ts';
import { imprintOf } from '../edition/imprint.ts';
import type { StoredEdition } from '../edition/load-edition.ts';
import { blockText, readBlocks } from '../edition/text-blocks.ts';

/**
 * One script of an edition as plain text: title, imprint, then its blocks with an empty line between them, and nothing of
 * Markdown: `致馬化騰先生的一封信（一）`, `葉開 · i天下網商`.
 */
export function toPlainText(edition: StoredEdition, language: Language): string {
  const frontMatter = edition.frontMatter[language];
  const head = [frontMatter.title, imprintOf(frontMatter)].filter((part) => part !== '').join('\n');
  const blocks = readBlocks(edition, language).map(blockText);
  return `${[head, ...blocks].join('\n\n').toWellFormed()}\n`;
}
