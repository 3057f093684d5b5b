/** Markdown read back as a site would read it. */
import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const reader = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();

export interface ParsedBlock {
  readonly type: RootContent['type'];
  readonly text: string;
  /**
   * Types of the nodes in it that are neither text nor a bare address. GFM makes links of bare addresses after reading
   * the text, so that no way of writing can prevent it; their schemes are http, https and mailto only.
   */
  readonly markup: readonly string[];
}

/** Front matter and blocks of a Markdown document. */
export function parseMarkdown(source: string): { yaml: string; blocks: ParsedBlock[] } {
  const { children } = reader.parse(source) as Root;
  const [first, ...rest] = children;
  if (first?.type !== 'yaml') throw new Error('The document does not begin with front matter.');
  const blocks = rest.map((node) => ({
    type: node.type,
    text: textOf(node),
    markup:
      'children' in node ? node.children.filter((child) => !isPlain(child)).map(({ type }) => type) : [],
  }));
  return { yaml: first.value, blocks };
}

function isPlain(node: RootContent): boolean {
  if (node.type === 'text') return true;
  return node.type === 'link' && /^(?:https?|mailto):/.test(node.url) && !node.title;
}
