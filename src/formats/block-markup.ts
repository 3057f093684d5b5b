/** Blocks as XHTML, for books and feeds. */
import type { TextBlock } from '../edition/text-blocks.ts';
import { type Child, element, join, type Markup } from './xml.ts';

/** The lines of a block, each as markup already. */
export type Lines = readonly (readonly Child[])[];

const byKind: Readonly<Record<TextBlock['kind'], (block: TextBlock, lines: Lines, id?: string) => Markup>> = {
  heading: ({ depth = 2 }, lines, id) => element(`h${depth}`, { id }, ...lines.flat()),
  paragraph: (_, lines, id) => element('p', { id }, ...withBreaks(lines)),
  verse: (_, lines, id) => element('p', { id, class: 'verse' }, ...withBreaks(lines)),
  quotation: (_, lines, id) => element('blockquote', { id }, ...lines.map((line) => element('p', ...line))),
  list: ({ first }, lines, id) =>
    element(
      first === undefined ? 'ul' : 'ol',
      { id, start: first === 1 ? undefined : first },
      ...lines.map((line) => element('li', ...line)),
    ),
  code: (_, lines, id) => element('pre', { id }, element('code', ...withLineEnds(lines))),
  table: (_, lines, id) => element('pre', { id, class: 'table' }, ...withLineEnds(lines)),
};

/** A block as an element of XHTML whose lines are `lines`. */
export function toXhtml(block: TextBlock, lines: Lines, id?: string): Markup {
  return byKind[block.kind](block, lines, id);
}

/** The lines of a block as they are, with links to where anybody may follow them. */
export function plainLines({ lines }: TextBlock): Lines {
  return lines.map((line) => line.map(({ text, url }) => toLink(text, url)));
}

/** A link where `url` is an address of the web, else the text alone: scripts and paths of some other site lead nowhere. */
export function toLink(text: string, url: string | undefined): Child {
  return isWebAddress(url) ? element('a', { href: new URL(url).href }, text) : text;
}

export function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function withBreaks(lines: Lines): Child[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [element('br'), ...line]));
}

function withLineEnds(lines: Lines): Child[] {
  return lines.flatMap((line, index) => (index === 0 ? line : ['\n', join(...line)]));
}
