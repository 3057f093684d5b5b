import type { Language } from '../contract/schema.ts';
import type { Edition } from '../edition/load-edition.ts';
import { blockText, readBlocks } from '../edition/text-blocks.ts';

/**
 * One script of an edition as plain text: title, imprint, then its blocks with an empty line between them, and nothing of
 * Markdown: `致馬化騰先生的一封信（一）`, `葉開 · i天下網商`.
 */
export function toPlainText(edition: Edition, language: Language): string {
  const { title, author, publisher, date } = edition.texts[language].frontMatter;
  const imprint = [author, publisher, date].filter((part) => part !== undefined).join(' · ');
  const head = [title, imprint].filter((part) => part !== '').join('\n');
  const blocks = readBlocks(edition, language).map(blockText);
  return `${[head, ...blocks].join('\n\n').toWellFormed()}\n`;
}
