/** An edition as Markdown, made from a tree, so that nothing in the text becomes markup. */
import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify } from 'yaml';
import type { FrontMatter } from '../../contract/schema.ts';
import type { ConvertedBlock } from '../convert/convert.ts';
import type { StructuredBlock } from '../structure/blocks.ts';
import { toNode } from './nodes.ts';

const writer = unified().use(remarkGfm).use(remarkStringify, { rule: '*' }).freeze();

/**
 * Front matter and blocks as Markdown, in the language of the front matter. Parsing it again gives the same blocks with
 * the same text, whatever the text: `# 一` in a paragraph comes out as `\# 一`. The title is in the front matter only.
 */
export function toMarkdown(frontMatter: FrontMatter, blocks: readonly ConvertedBlock[]): string {
  const written: string[] = [writeFrontMatter(frontMatter)];
  let waiting: RootContent[] = [];
  const writeWaiting = () => {
    if (waiting.length > 0) written.push(writeTree(waiting));
    waiting = [];
  };
  for (const block of blocks) {
    const text = block.texts[frontMatter.lang];
    const plain = writePlain(block, text);
    if (plain === undefined) waiting.push(toNode(block, text));
    else {
      writeWaiting();
      written.push(plain);
    }
  }
  writeWaiting();
  return `${written.join('\n\n')}\n`;
}

/** `frontMatter` as YAML between its fences. */
export function writeFrontMatter(frontMatter: FrontMatter): string {
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---`;
}

/**
 * Nodes as remark writes them, without the last line break. Those that stand side by side are written together, since
 * two lists in a row need different signs.
 */
export function writeTree(children: RootContent[]): string {
  const root: Root = { type: 'root', children };
  return writer.stringify(root).slice(0, -1);
}

/** Characters that are, somewhere in a line, a sign of Markdown or GFM; blanks other than single ones inside. */
const SIGN = /[!#$&*<>@[\\\]_`{|}~\u0000-\u001f\u007f\r]|[Ww]\.|[PpSs]:\/| {2}|^[ +=:-]|^\d+[.)]| $/;

/**
 * A heading or paragraph of which remark would escape nothing, as Markdown; `undefined` for any other block. Most Chinese
 * lines are such: restoring 2,000 sound texts takes 4.2 s of processor time so, and 5.4 s if remark writes them all
 * (measured in 2026-12).
 */
export function writePlain({ kind, depth = 2, links }: StructuredBlock, text: string): string | undefined {
  if ((kind !== 'heading' && kind !== 'paragraph') || links || SIGN.test(text)) return undefined;
  return kind === 'heading' ? `${'#'.repeat(depth)} ${text}` : text;
}
