/** Markdown read back: as the site reads it, or as GitHub and other readers of GFM do. */
import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const reader = unified().use(remarkParse).use(remarkFrontmatter).freeze();
const readers = { commonmark: reader, gfm: reader().use(remarkGfm).freeze() };

export interface ParsedBlock {
  readonly type: RootContent['type'];
  readonly text: string;
  /** Types of the nodes in it that are not text. */
  readonly markup: readonly string[];
}

/** Front matter and blocks of a Markdown document. */
export function parseMarkdown(
  source: string,
  flavour: keyof typeof readers = 'commonmark',
): { yaml: string; blocks: ParsedBlock[] } {
  const { children } = readers[flavour].parse(source) as Root;
  const [first, ...rest] = children;
  if (first?.type !== 'yaml') throw new Error('The document does not begin with front matter.');
  const blocks = rest.map((node) => ({
    type: node.type,
    text: textOf(node),
    markup:
      'children' in node ? node.children.filter(({ type }) => type !== 'text').map(({ type }) => type) : [],
  }));
  return { yaml: first.value, blocks };
}
