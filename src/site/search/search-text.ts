import type { Language } from '../../contract/schema.ts';
import type { Edition } from '../../edition/load-edition.ts';
import { renderText } from '../render/render-text.ts';
import type { SearchText } from './searched-blocks.ts';

/** The plain text of one script of an edition. */
export async function searchText(edition: Edition, language: Language): Promise<SearchText> {
  const { title, author, publisher, date } = edition.texts[language].frontMatter;
  const { blocks } = await renderText(edition, language);
  return {
    title,
    ...(author && { author }),
    ...(publisher && { publisher }),
    ...(date && { date }),
    blocks: blocks.map(({ id, text }) => [id, text]),
  };
}
