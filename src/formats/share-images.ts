/** The image of a text for those who share its address, one for each script. */
import { type Language, languages } from '../contract/schema.ts';
import { imprintOf } from '../edition/imprint.ts';
import type { StoredEdition } from '../edition/load-edition.ts';
import { blockText, readBlocks, type TextBlock } from '../edition/text-blocks.ts';
import type { Publication } from './publication.ts';
import type { Card } from './share-image/card.ts';
import { drawShareImage } from './share-image/share-image.ts';

/** More paragraphs than this never find room. */
const PARAGRAPHS = 8;

/** The images of `edition` by name; none where the site's address is not known, for pages could not name them. */
export async function shareImages(
  edition: StoredEdition,
  { site }: Publication,
): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  if (site)
    for (const language of languages)
      images.set(`${language}.png`, await drawShareImage(toCard(edition, language)));
  return images;
}

/** What the image of a text shows. A title that was made of the first words is left out, for they follow. */
export function toCard(edition: StoredEdition, language: Language): Card {
  const frontMatter = edition.frontMatter[language];
  const { title, titleSource } = frontMatter;
  return {
    language,
    ...(titleSource !== 'first-words' && { title }),
    imprint: imprintOf(frontMatter),
    paragraphs: readBlocks(edition, language).flatMap(toLines).slice(0, PARAGRAPHS),
  };
}

/** Headings, tables and code are no words to begin with. */
function toLines(block: TextBlock): string[] {
  const isText = block.kind !== 'heading' && block.kind !== 'code' && block.kind !== 'table';
  return isText ? blockText(block).split('\n') : [];
}
