/** An edition as Markdown, made from a tree, so that nothing in the text becomes markup. */
import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import type { FrontMatter } from '../../edition/schema.ts';
import type { StructuredBlock } from '../structure/structure.ts';

const writer = unified().use(remarkFrontmatter).use(remarkGfm).use(remarkStringify, { rule: '*' }).freeze();

/**
 * Front matter and blocks as Markdown. Parsing it again gives the same blocks with the same text, whatever the text:
 * `# 一` in a paragraph comes out as `\# 一`. The title is in the front matter only.
 */
export function toMarkdown(
  frontMatter: FrontMatter,
  blocks: readonly StructuredBlock[],
  texts: readonly string[],
): string {
  const yaml: RootContent = { type: 'yaml', value: stringify(frontMatter, { lineWidth: 0 }).trimEnd() };
  const root: Root = {
    type: 'root',
    children: [yaml, ...blocks.map((block, i) => toNode(block, texts[i]!))],
  };
  return writer.stringify(root);
}

function toNode(block: StructuredBlock, text: string): RootContent {
  if (block.kind === 'code') return { type: 'code', value: text };
  const children: Paragraph['children'] = [{ type: 'text', value: text }];
  if (block.kind === 'heading')
    return { type: 'heading', depth: (block.depth ?? 2) as Heading['depth'], children };
  return { type: 'paragraph', children };
}
