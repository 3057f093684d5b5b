import { toHtml } from 'hast-util-to-html';
import type { Language } from '../../contract/schema.ts';
import type { Edition } from '../../edition/load-edition.ts';
import { marksByBlock } from '../../edition/marks.ts';
import { readPlainly } from '../../edition/read-plainly.ts';
import { once } from '../../pipeline/text/once.ts';
import { markBlock } from './mark-block.ts';
import rehypeBlocks, { type BlocksRequest, type RenderedBlock, renderBlock } from './rehype-blocks.ts';

/** A text as blocks of HTML, with its title marked in the same way. */
export interface RenderedText {
  language: Language;
  title: string;
  blocks: RenderedBlock[];
}

/** Most texts need none (see `readPlainly`), and loading it takes longer than hundreds of those. */
const processor = once(async () => {
  const { createMarkdownProcessor } = await import('@astrojs/markdown-remark');
  // Without GFM, which would make a live link of every bare address in a text; no edition needs anything of it.
  const options = { gfm: false, smartypants: false, syntaxHighlight: false } as const;
  return createMarkdownProcessor({ ...options, rehypePlugins: [rehypeBlocks] });
});

/**
 * Renders one script of an edition, block by block, with marks that lead to their notes (`#n-e3`) on the same page.
 *
 * `suffix` is put after the ids of marks where the text stands on a page a second time.
 */
export function renderText(edition: Edition, language: Language, suffix = ''): Promise<RenderedText> {
  const name = language + suffix;
  const known = rendered.get(edition) ?? new Map<string, Promise<RenderedText>>();
  rendered.set(edition, known);
  const text = known.get(name) ?? render(edition, language, suffix);
  known.set(name, text);
  return text;
}

/** Several pages of a text show the same. */
const rendered = new WeakMap<Edition, Map<string, Promise<RenderedText>>>();

async function render(edition: Edition, language: Language, suffix: string): Promise<RenderedText> {
  const { apparatus, slug, texts } = edition;
  const request: BlocksRequest = {
    name: `content/editions/${slug}/${language}.md`,
    language,
    blocks: apparatus.blocks,
    marks: marksByBlock(apparatus),
    href: (id) => `#n-${id}`,
    suffix,
    rendered: [],
  };
  const { body } = texts[language];
  const plain = readPlainly(body, apparatus.blocks);
  if (plain) request.rendered = plain.map((value, index) => renderPlain(value, index, request));
  else await (await processor()).render(body, { frontmatter: { request } });
  return {
    language,
    title: renderTitle(texts[language].frontMatter.title, request),
    blocks: request.rendered,
  };
}

function renderPlain(value: string, index: number, request: BlocksRequest): RenderedBlock {
  const block = request.blocks[index]!;
  const tagName = block.depth === undefined ? 'p' : `h${block.depth}`;
  return renderBlock({ type: 'element', tagName, properties: {}, children: [text(value)] }, block, request);
}

function renderTitle(title: string, request: BlocksRequest): string {
  const heading = { type: 'element' as const, tagName: 'span', properties: {}, children: [text(title)] };
  markBlock(heading, request.marks.get('title') ?? [], request);
  return toHtml(heading.children);
}

function text(value: string) {
  return { type: 'text' as const, value };
}
