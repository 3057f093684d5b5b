/** Blocks as HTML, with the marks of their records. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Language } from '../../contract/schema.ts';
import type { Mark } from '../../edition/block-records.ts';
import { cutLines, type Piece } from '../../edition/cut-lines.ts';
import type { TextBlock } from '../../edition/text-blocks.ts';
import { element, text } from './hast.ts';

/** How marks are written: `href` leads from a mark to its note; `suffix` keeps ids apart where a text stands twice. */
interface MarkOptions {
  href: (id: string) => string;
  suffix: string;
}

interface BlockOptions extends MarkOptions {
  language: Language;
  marks: readonly Mark[];
}

/** Lines of a block, as elements already. */
type Lines = readonly ElementContent[][];

const byKind: Readonly<Record<TextBlock['kind'], (block: TextBlock, lines: Lines) => Element>> = {
  heading: ({ depth = 2 }, lines) => element(`h${depth}`, {}, join(lines)),
  paragraph: (_, lines) => element('p', {}, join(lines)),
  verse: (_, lines) => element('p', {}, join(lines, [element('br', {}, []), text('\n')])),
  quotation: (_, lines) => element('blockquote', {}, layOut('p', lines)),
  list: ({ first }, lines) =>
    first === undefined
      ? element('ul', {}, layOut('li', lines))
      : element('ol', first === 1 ? {} : { start: first }, layOut('li', lines)),
  code: toPreformatted,
  table: toPreformatted,
};

/** A block as an element in its language. Marks are added and nothing else: the text stays, character for character. */
export function toBlockHtml(block: TextBlock, { language, marks, ...options }: BlockOptions): string {
  const made = byKind[block.kind](block, toMarkedLines(block, marks, options));
  made.properties = { ...made.properties, lang: language };
  return toHtml(made);
}

/** The lines of a block without an element of their own: a title. */
export function toInlineHtml(block: TextBlock, marks: readonly Mark[], options: MarkOptions): string {
  return toHtml(toMarkedLines(block, marks, options).flat());
}

function toMarkedLines({ lines }: TextBlock, marks: readonly Mark[], options: MarkOptions): Lines {
  return cutLines(lines, marks).map((pieces) =>
    [...Map.groupBy(pieces, ({ run }) => run)].flatMap(([{ url }, own]) => {
      const nodes = own.flatMap((piece) => toNodes(piece, options));
      return url === undefined ? nodes : [element('a', { href: toHref(url), rel: ['nofollow'] }, nodes)];
    }),
  );
}

/**
 * A mark that leads to its note is a link. A gloss's is not: thousands of links would stand in the way of a keyboard;
 * nor is one inside a link of the text, because links do not nest. It stands only where the text stands first: thousands
 * of elements are a good part of a page's weight.
 */
function toNodes(
  { text: words, run, span, isFirst }: Piece<Mark>,
  { href, suffix }: MarkOptions,
): ElementContent[] {
  if (span === undefined) return [text(words)];
  const { ids, look } = span;
  const [id = '', ...others] = ids;
  const address = isFirst ? { id: id + suffix } : {};
  const anchors = isFirst ? others.map((other) => element('span', { id: other + suffix }, [])) : [];
  const children = [...anchors, text(words)];
  if (look === 'gloss') return suffix ? [text(words)] : [element('u', address, children)];
  if (run.url !== undefined) return [element('span', { ...address, dataMark: look }, children)];
  return [element('a', { ...address, href: href(id), dataMark: look }, children)];
}

/** What scrolls by itself must be reached by keyboard. */
function toPreformatted({ codeLanguage }: TextBlock, lines: Lines): Element {
  const className = codeLanguage === undefined ? {} : { className: [`language-${codeLanguage}`] };
  return element('pre', { tabIndex: 0 }, [element('code', className, join(lines))]);
}

/** Each line as an element `tagName` on a line of its own. */
function layOut(tagName: string, lines: Lines): ElementContent[] {
  return [text('\n'), ...lines.flatMap((line) => [element(tagName, {}, line), text('\n')])];
}

function join(lines: Lines, between: readonly ElementContent[] = [text('\n')]): ElementContent[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [...between, ...line]));
}

/** An address as Markdown means it: what no address can have is written in percent, what is so already stays. */
function toHref(url: string): string {
  return url.toWellFormed().replace(/%(?![A-Za-z0-9]{2})|[^!#$%&-;=?-Z_a-z~]/gu, encodeURIComponent);
}
