import type { Block, Language } from '../../contract/schema.ts';
import { marksOf, recordsByBlock } from '../../edition/block-records.ts';
import type { StoredEdition } from '../../edition/load-edition.ts';
import { blockText, readBlocks, titleBlock } from '../../edition/text-blocks.ts';
import { toBlockHtml, toInlineHtml } from './block-html.ts';

/** A block of a text, ready for a page: `html` carries the marks, `text` is the same without any element. */
interface RenderedBlock {
  id: string;
  kind: Block['kind'];
  html: string;
  text: string;
}

/** A text as blocks of HTML, with its title marked in the same way. */
export interface RenderedText {
  language: Language;
  title: string;
  blocks: RenderedBlock[];
}

/** Several pages of a text show the same. */
const rendered = new WeakMap<StoredEdition, Map<string, RenderedText>>();

/**
 * Renders one script of an edition, block by block, with marks that lead to their notes (`#n-e3`) on the same page.
 *
 * `suffix` is put after the ids of marks where the text stands on a page a second time.
 */
export function renderText(edition: StoredEdition, language: Language, suffix = ''): RenderedText {
  const name = language + suffix;
  const known = rendered.get(edition) ?? new Map<string, RenderedText>();
  rendered.set(edition, known);
  const text = known.get(name) ?? render(edition, language, suffix);
  known.set(name, text);
  return text;
}

function render(edition: StoredEdition, language: Language, suffix: string): RenderedText {
  const recordsAt = recordsByBlock(edition.apparatus);
  const marksAt = (id: string) => marksOf(recordsAt(id));
  const options = { href: (id: string) => `#n-${id}`, suffix };
  return {
    language,
    title: toInlineHtml(titleBlock(edition.frontMatter[language].title), marksAt('title'), options),
    blocks: readBlocks(edition, language).map((block) => ({
      id: block.id,
      kind: block.kind,
      text: blockText(block),
      html: toBlockHtml(block, { ...options, language, marks: marksAt(block.id) }),
    })),
  };
}
