import type { Language } from '../edition/schema.ts';
import { textAddresses } from '../library/addresses.ts';
import { wordingIn } from '../messages/phrases.ts';
import type { BlockHits } from './find-hits.ts';
import type { Finding } from './search-texts.ts';

const SHOWN = 3;
const BEFORE = 24;
const AFTER = 48;

/** A finding as a list item: the title and the imprint, under them the paragraphs with their hits. */
export function renderFinding({ slug, text, blocks }: Finding, language: Language): HTMLLIElement {
  const item = document.createElement('li');
  item.lang = language;
  const address = textAddresses(slug)[language];
  const blockOf = (id: 'title' | 'imprint') =>
    blocks.find((block) => block.id === id) ?? { id, text: text[id], hits: [] };
  const inText = blocks.filter(({ id }) => id !== 'title' && id !== 'imprint');
  const marks = [
    ...new Set(blocks.flatMap((block) => block.hits.map((hit) => block.text.slice(hit.start, hit.end)))),
  ];
  const link = (id: string) => `${address}?${new URLSearchParams(marks.map((mark) => ['mark', mark]))}#${id}`;
  item.append(heading(blockOf('title'), address), imprint(blockOf('imprint'), address));
  for (const block of inText.slice(0, SHOWN)) item.append(quotation(block, link(block.id)));
  if (inText.length > SHOWN) item.append(rest(inText, link, language));
  return item;
}

function heading(title: BlockHits, href: string): HTMLElement {
  const element = document.createElement('h2');
  element.append(anchor(href, marked(title, 0, title.text.length)));
  return element;
}

/** Author, publisher and date; a link to the text where they are what was searched for. */
function imprint(block: BlockHits, href: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'imprint';
  if (block.hits.length > 0) element.append(anchor(href, marked(block, 0, block.text.length)));
  else element.textContent = block.text;
  return element;
}

/** A line of the paragraph round its first hit. */
function quotation(block: BlockHits, href: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'quotation';
  element.dataset.block = block.id.replace(/^p/, '').replace(/^h/, '§');
  const first = block.hits[0]?.start ?? 0;
  const from = Math.max(0, first - BEFORE);
  const to = Math.min(block.text.length, first + AFTER);
  const line = [
    ...(from > 0 ? ['……'] : []),
    ...marked(block, from, to),
    ...(to < block.text.length ? ['……'] : []),
  ];
  element.append(anchor(href, line));
  return element;
}

function rest(blocks: BlockHits[], link: (id: string) => string, language: Language): HTMLElement {
  const hidden = blocks.slice(SHOWN);
  const n = hidden.reduce((sum, { hits }) => sum + hits.length, 0);
  const element = document.createElement('p');
  element.className = 'rest';
  element.append(anchor(link(hidden[0]?.id ?? ''), [wordingIn(language)('searchMoreHits', { n })]));
  return element;
}

function anchor(href: string, content: Array<string | Node>): HTMLAnchorElement {
  const element = document.createElement('a');
  element.href = href;
  element.append(...content);
  return element;
}

/** A stretch of a block as text with its hits in `<mark>`. */
function marked({ text, hits }: BlockHits, from: number, to: number): Array<string | Node> {
  const pieces: Array<string | Node> = [];
  let at = from;
  for (const { start, end } of hits.filter((hit) => hit.end > from && hit.start < to)) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(Math.max(start, from), end);
    pieces.push(text.slice(at, Math.max(start, from)), mark);
    at = end;
  }
  return [...pieces, text.slice(at, Math.max(at, to))];
}
