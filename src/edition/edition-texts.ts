/** The plain text of an edition, read back from its Markdown. */
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Edition } from '../pipeline/index.ts';
import type { Apparatus, Language } from './schema.ts';

const reader = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();

/** The plain text of each block of `markdown`, front matter left out. */
export function readBlocks(markdown: string): string[] {
  const { children } = reader.parse(markdown) as Root;
  return children.filter(({ type }) => type !== 'yaml').map((node) => textOf(node));
}

/** Block ids with their text: `h1` → 一、開頭. The title is there as `title`. */
export function findBlocks(
  { apparatus, frontMatter, markdown }: Edition,
  language: Language,
): ReadonlyMap<string, string> {
  return nameBlocks(apparatus, markdown[language]).set('title', frontMatter[language].title);
}

/** The same from a file that was written, without the title. */
export function nameBlocks({ blocks }: Apparatus, markdown: string): Map<string, string> {
  const texts = readBlocks(markdown);
  return new Map(blocks.map(({ id }, index) => [id, texts[index] ?? '']));
}
