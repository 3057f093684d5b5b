import type { Language } from '../../../../contract/schema.ts';
import { imprintOf } from '../../../../edition/imprint.ts';
import { textAddresses } from '../../../addresses/addresses.ts';
import type { MarkedBlock } from '../../../search/find-hits.ts';
import type { Finding } from '../../../search/search-texts.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import { element, foldedList } from './element.ts';
import { hitStrip } from './hit-strip.ts';
import { excerpt, markedText } from './mark-text.ts';

const SHOWN = 3;

/** In which script a finding is read, and in which the page around it speaks. */
export interface Scripts {
  language: Language;
  interfaceLanguage: Language;
}

/** A finding as a list item: the title and the imprint, under them the paragraphs with their hits. All of it leads to `page`. */
export function renderFinding(
  { slug, text, blocks }: Finding,
  scripts: Scripts,
  page = textAddresses(slug)[scripts.language],
): HTMLLIElement {
  const { language, interfaceLanguage: lang } = scripts;
  const word = searchWordingIn(lang);
  const marks = new Set(
    blocks.flatMap((block) => block.hits.map((hit) => block.text.slice(hit.start, hit.end))),
  );
  const query = new URLSearchParams([...marks].map((mark) => ['mark', mark]));
  const href = `${page}?${query}`;
  const inText = blocks.filter(({ id }) => id !== 'title' && id !== 'imprint');
  const where = word('paragraphs', { n: text.blocks.length, has: inText.length });
  const blockOf = (id: string, words: string) =>
    blocks.find((block) => block.id === id) ?? { id, text: words, hits: [] };
  const imprint = blockOf('imprint', imprintOf(text));
  const quote = (block: MarkedBlock) => quotation(block, `${href}#${block.id}`);
  const item = element('li', { lang: language }, [
    element('h2', {}, [element('a', { href }, markedText(blockOf('title', text.title)))]),
    element('p', { className: 'imprint' }, [
      // A link where it has what was searched for.
      imprint.hits.length > 0 ? element('a', { href }, markedText(imprint)) : imprint.text,
      element('span', { className: 'count', lang }, [word('places', { n: countHits(blocks) })]),
      ...(text.blocks.length > 1 && inText.length > 0 ? [hitStrip(text, blocks, where)] : []),
    ]),
    ...inText.slice(0, SHOWN).map(quote),
  ]);
  const rest = inText.slice(SHOWN);
  if (rest.length > 0)
    item.append(foldedList(word('otherPlaces', { n: countHits(rest) }), lang, () => rest.map(quote)));
  return item;
}

function countHits(blocks: readonly MarkedBlock[]): number {
  return blocks.reduce((sum, { hits }) => sum + hits.length, 0);
}

/** The lines round the first hit of a block, beside its number. */
export function quotation(block: MarkedBlock, href: string): HTMLElement {
  const className = block.id.startsWith('h') ? 'quotation heading' : 'quotation';
  const quoted = element('p', { className }, [element('a', { href }, excerpt(block))]);
  quoted.dataset.block = block.id.replace(/^p/, '').replace(/^h/, '§').replace('title', '');
  return quoted;
}
