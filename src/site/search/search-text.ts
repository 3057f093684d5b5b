import type { Language } from '../../contract/schema.ts';
import type { StoredEdition } from '../../edition/load-edition.ts';
import { blockText, readBlocks } from '../../edition/text-blocks.ts';
import type { SearchText } from './searched-blocks.ts';

/** The plain text of one script of an edition. */
export function searchText(edition: StoredEdition, language: Language): SearchText {
  const { title, author, publisher, date } = edition.frontMatter[language];
  return {
    title,
    ...(author && { author }),
    ...(publisher && { publisher }),
    ...(date && { date }),
    blocks: readBlocks(edition, language).map((block) => [block.id, blockText(block)]),
  };
}
