import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Block, Language } from '../../contract/schema.ts';
import type { Mark } from '../../edition/marks.ts';
import { blockText } from './block-text.ts';
import { type MarkOptions, markBlock } from './mark-block.ts';

/** A block of a text, ready for a page: `html` carries the marks, `text` is the same without any element. */
export interface RenderedBlock {
  id: string;
  kind: Block['kind'];
  html: string;
  text: string;
}

/** What the plugin is told about the text at hand, as `request` in the file's front matter. */
export interface BlocksRequest extends MarkOptions {
  name: string;
  language: Language;
  blocks: readonly Block[];
  marks: ReadonlyMap<string, Mark[]>;
  /** Filled by the plugin. */
  rendered: RenderedBlock[];
}

/**
 * Takes a text apart into its blocks, so that two scripts can be laid side by side: names each by its order in the
 * apparatus, sets its language, and puts in the marks.
 */
export default function rehypeBlocks() {
  return (tree: Root, file: { data: { astro?: { frontmatter?: Record<string, unknown> } } }): void => {
    const request = file.data.astro?.frontmatter?.request as BlocksRequest;
    const elements = tree.children.filter((node): node is Element => node.type === 'element');
    checkCount(elements.length, request);
    request.rendered = elements.map((element, index) =>
      renderBlock(element, request.blocks[index]!, request),
    );
    tree.children = [];
  };
}

/** One block, as the plugin leaves it. */
export function renderBlock(element: Element, { id, kind }: Block, request: BlocksRequest): RenderedBlock {
  trimCode(element);
  disown(element);
  const text = blockText(element);
  const focus = element.tagName === 'pre' ? { tabIndex: 0 } : {}; // what scrolls by itself must be reached by keyboard
  element.properties = { ...element.properties, ...focus, lang: request.language };
  markBlock(element, request.marks.get(id) ?? [], request);
  return { id, kind, text, html: toHtml(element) };
}

/** The last line break of `<pre>` is layout: it is no part of the code, and shows nothing. */
function trimCode({ tagName, children }: Element): void {
  const [code] = children;
  const text = tagName === 'pre' && code?.type === 'element' ? code.children[0] : undefined;
  if (text?.type === 'text') text.value = text.value.replace(/\n$/, '');
}

/** The links of a text are its author's, or a mirror's: we do not speak for where they lead. */
function disown({ tagName, properties, children }: Element): void {
  if (tagName === 'a') properties.rel = ['nofollow'];
  for (const child of children) if (child.type === 'element') disown(child);
}

function checkCount(found: number, { name, blocks }: BlocksRequest): void {
  if (found === blocks.length) return;
  throw new Error(
    `${name} has ${found} blocks, but its apparatus lists ${blocks.length}: run npm run editions.`,
  );
}
