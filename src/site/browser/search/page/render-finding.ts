import type { Language } from '../../../../contract/schema.ts';
import { imprintOf } from '../../../../edition/imprint.ts';
import { textAddresses } from '../../../addresses/addresses.ts';
import type { MarkedBlock } from '../../../search/find-hits.ts';
import type { Finding } from '../../../search/search-texts.ts';
import { searchWordingIn } from '../../../wording/search-wording.ts';
import { excerpt, markedText } from './mark-text.ts';

const SHOWN = 3;

/** In which script a finding is read, and in which the page around it speaks. */
export interface Scripts {
  language: Language;
  interfaceLanguage: Language;
}

/** A finding as a list item: the title and the imprint, under them the paragraphs with their hits. */
export function renderFinding({ slug, text, blocks }: Finding, scripts: Scripts): HTMLLIElement {
  const item = document.createElement('li');
  item.lang = scripts.language;
  const address = textAddresses(slug)[scripts.language];
  const inText = blocks.filter(({ id }) => id !== 'title' && id !== 'imprint');
  const blockOf = (id: string, words: string) =>
    blocks.find((block) => block.id === id) ?? { id, text: words, hits: [] };
  const marks = new Set(
    blocks.flatMap((block) => block.hits.map((hit) => block.text.slice(hit.start, hit.end))),
  );
  const marked = `${address}?${new URLSearchParams([...marks].map((mark) => ['mark', mark]))}`;
  const link = (id: string) => `${marked}#${id}`;
  item.append(
    heading(blockOf('title', text.title), marked),
    imprint(blockOf('imprint', imprintOf(text)), marked, blocks, scripts),
    ...inText.slice(0, SHOWN).map((block) => quotation(block, link(block.id))),
  );
  if (inText.length > SHOWN) item.append(rest(inText.slice(SHOWN), link, scripts));
  return item;
}

function heading(title: MarkedBlock, href: string): HTMLElement {
  const element = document.createElement('h2');
  element.append(anchor(href, markedText(title)));
  return element;
}

/** Author, publisher and date, a link where they have what was searched for; and in how many places the text has it. */
function imprint(
  block: MarkedBlock,
  href: string,
  blocks: readonly MarkedBlock[],
  { interfaceLanguage }: Scripts,
): HTMLElement {
  const element = document.createElement('p');
  element.className = 'imprint';
  const count = document.createElement('span');
  count.className = 'count';
  count.lang = interfaceLanguage;
  count.textContent = searchWordingIn(interfaceLanguage)('places', {
    n: blocks.reduce((sum, { hits }) => sum + hits.length, 0),
  });
  element.append(...(block.hits.length > 0 ? [anchor(href, markedText(block))] : [block.text]), count);
  return element;
}

function quotation(block: MarkedBlock, href: string): HTMLElement {
  const element = document.createElement('p');
  element.className = block.id.startsWith('h') ? 'quotation heading' : 'quotation';
  element.dataset.block = block.id.replace(/^p/, '').replace(/^h/, '§');
  element.append(anchor(href, excerpt(block)));
  return element;
}

/** The other paragraphs, folded away; made when they are wanted. */
function rest(
  blocks: MarkedBlock[],
  link: (id: string) => string,
  { interfaceLanguage }: Scripts,
): HTMLElement {
  const element = document.createElement('details');
  const summary = document.createElement('summary');
  const n = blocks.reduce((sum, { hits }) => sum + hits.length, 0);
  summary.lang = interfaceLanguage;
  summary.textContent = searchWordingIn(interfaceLanguage)('otherPlaces', { n });
  element.append(summary);
  element.addEventListener(
    'toggle',
    () => element.append(...blocks.map((block) => quotation(block, link(block.id)))),
    { once: true },
  );
  return element;
}

function anchor(href: string, content: Array<string | Node>): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.append(...content);
  return element;
}
