/** An edition as Markdown, made from a tree, so that nothing in the text becomes markup. */
import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { FrontMatter } from '../../contract/schema.ts';
import type { StructuredBlock } from '../structure/blocks.ts';
import { writeFrontMatter } from './front-matter.ts';
import { toNode } from './nodes.ts';

const writer = unified().use(remarkGfm).use(remarkStringify, { rule: '*' }).freeze();

/**
 * Front matter and blocks as Markdown. Parsing it again gives the same blocks with the same text, whatever the text:
 * `# 一` in a paragraph comes out as `\# 一`. The title is in the front matter only.
 */
export function toMarkdown(
  frontMatter: FrontMatter,
  blocks: readonly StructuredBlock[],
  texts: readonly string[],
): string {
  const written: string[] = [writeFrontMatter(frontMatter)];
  for (let i = 0; i < blocks.length; i++) {
    const plain = writePlain(blocks[i]!, texts[i]!);
    if (plain !== undefined) {
      written.push(plain);
      continue;
    }
    const from = i;
    while (i + 1 < blocks.length && writePlain(blocks[i + 1]!, texts[i + 1]!) === undefined) i++;
    written.push(writeTree(blocks.slice(from, i + 1).map((block, at) => toNode(block, texts[from + at]!))));
  }
  return `${written.join('\n\n')}\n`;
}

/** Nodes as remark writes them, without the last line break; those that stand side by side together, since two lists in a row need different signs. */
export function writeTree(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return writer.stringify(root).slice(0, -1);
}

/** Characters that are, somewhere in a line, a sign of Markdown or GFM; blanks other than single ones inside. */
const SIGN = /[!#$&*<>@[\\\]_`{|}~\u0000-\u001f\u007f\r]|[Ww]\.|[PpSs]:\/| {2}|^[ +=:-]|^\d+[.)]| $/;

/**
 * A heading or paragraph of which remark would escape nothing, as Markdown; `undefined` for any other block. Most
 * Chinese lines are such, and writing them takes remark far longer than reading them for signs.
 */
export function writePlain({ kind, depth = 2, links }: StructuredBlock, text: string): string | undefined {
  if ((kind !== 'heading' && kind !== 'paragraph') || links || SIGN.test(text)) return undefined;
  return kind === 'heading' ? `${'#'.repeat(depth)} ${text}` : text;
}
