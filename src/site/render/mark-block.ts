import type { Element, ElementContent, Text } from 'hast';
import type { Mark } from '../../edition/marks.ts';
import { visitText } from './block-text.ts';

/** How marks are written: `href` leads from a mark to its note; `suffix` keeps ids apart where a text stands twice. */
export interface MarkOptions {
  href: (id: string) => string;
  suffix: string;
}

/**
 * Puts marks round stretches of a block's text. Elements are added and nothing else: the text stays the same,
 * character for character.
 */
export function markBlock(block: Element, marks: readonly Mark[], options: MarkOptions): void {
  let offset = 0;
  visitText(block, (node, parent) => {
    const isLink = parent.tagName === 'a';
    const pieces = splitText(node, offset, marks, { ...options, isLink });
    offset += [...node.value].length;
    return pieces;
  });
}

function splitText(
  node: Text,
  offset: number,
  marks: readonly Mark[],
  options: MarkOptions & { isLink: boolean },
) {
  const characters = [...node.value];
  const pieces: ElementContent[] = [];
  let at = 0;
  const text = (from: number, to: number): Text => ({
    type: 'text',
    value: characters.slice(from, to).join(''),
  });
  for (const mark of marks) {
    const from = Math.max(mark.start - offset, 0);
    const to = Math.min(mark.end - offset, characters.length);
    if (from >= to) continue;
    if (from > at) pieces.push(text(at, from));
    pieces.push(wrap(text(from, to), mark, { ...options, isFirst: mark.start >= offset }));
    at = to;
  }
  if (at < characters.length) pieces.push(text(at, characters.length));
  return pieces;
}

/**
 * A mark that leads to its note is a link. A gloss's is not: thousands of links would stand in the way of a keyboard;
 * nor is one inside a link of the text, because links do not nest. It stands only where the text stands first: thousands
 * of elements are a good part of a page's weight.
 */
function wrap(
  text: Text,
  mark: Mark,
  { href, suffix, isFirst, isLink }: MarkOptions & { isFirst: boolean; isLink: boolean },
): Element | Text {
  const [id = '', ...others] = mark.ids;
  const address = isFirst ? { id: id + suffix } : {};
  const anchors = isFirst ? others.map((other) => element('span', { id: other + suffix }, [])) : [];
  const children = [...anchors, text];
  if (mark.look === 'gloss') return suffix ? text : element('u', address, children);
  if (isLink) return element('span', { ...address, dataMark: mark.look }, children);
  return element('a', { ...address, href: href(id), dataMark: mark.look }, children);
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
