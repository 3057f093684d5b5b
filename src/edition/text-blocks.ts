/** The blocks of an edition's text, read back from its Markdown, for formats that are no HTML of ours. */
import type { Nodes, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, Language } from '../contract/schema.ts';
import type { Edition } from './load-edition.ts';
import { readPlainly } from './read-plainly.ts';

/** A stretch of a line, which may be a link. */
export interface Run {
  readonly text: string;
  readonly url?: string;
}

/** A block of one script: its lines are items of a list, lines of verse, of code, rows, paragraphs of a quotation. */
export interface TextBlock extends Pick<Block, 'id' | 'kind' | 'depth'> {
  readonly lines: readonly (readonly Run[])[];
  /** Number of the first item of an ordered list. */
  readonly first?: number;
}

const parser = unified().use(remarkParse).freeze();

/**
 * The blocks of `edition` in one script. Throws when the Markdown has not the blocks that the apparatus lists.
 */
export function readBlocks({ slug, apparatus, texts }: Edition, language: Language): TextBlock[] {
  const { body } = texts[language];
  const { blocks } = apparatus;
  const plain = readPlainly(body, blocks);
  if (plain) return plain.map((text, index) => toPlainBlock(text, blocks[index]!));
  const nodes = (parser.parse(body) as Root).children.filter(({ type }) => type !== 'definition');
  if (nodes.length === blocks.length) return nodes.map((node, index) => toBlock(node, blocks[index]!));
  throw new Error(
    `content/editions/${slug}/${language}.md has ${nodes.length} blocks, but its apparatus lists ${blocks.length}: run npm run editions.`,
  );
}

/** The text of a block as its records count it: without the signs of Markdown, its lines joined by U+000A. */
export function blockText({ lines }: TextBlock): string {
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
}

function toPlainBlock(text: string, { id, kind, depth }: Block): TextBlock {
  return { id, kind, ...(depth !== undefined && { depth }), lines: [[{ text }]] };
}

function toBlock(node: RootContent, { id, kind, depth }: Block): TextBlock {
  return {
    id,
    kind,
    lines: toLines(node),
    ...(depth !== undefined && { depth }),
    ...(node.type === 'list' && node.ordered && { first: node.start ?? 1 }),
  };
}

function toLines(node: Nodes): Run[][] {
  if (node.type === 'list' || node.type === 'blockquote' || node.type === 'listItem')
    return node.children.flatMap(toLines);
  const lines: Run[][] = [[]];
  for (const run of toRuns(node)) {
    const [first = '', ...others] = run.text.split('\n');
    const push = (text: string) => text !== '' && lines.at(-1)!.push({ ...run, text });
    push(first);
    for (const other of others) {
      lines.push([]);
      push(other);
    }
  }
  return lines;
}

function toRuns(node: Nodes, url?: string): Run[] {
  if (node.type === 'break') return [{ text: '\n' }];
  if (node.type === 'link') return node.children.flatMap((child) => toRuns(child, node.url));
  if ('children' in node) return node.children.flatMap((child) => toRuns(child, url));
  const text = 'value' in node ? node.value : node.type === 'image' ? (node.alt ?? '') : '';
  return [{ text, ...(url !== undefined && { url }) }];
}
