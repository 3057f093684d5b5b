/** Markdown read back: as the site reads it, or as GitHub and other readers of GFM do. */
import type { Nodes, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { BlockKind } from '../../src/contract/schema.ts';

const reader = unified().use(remarkParse).use(remarkFrontmatter).freeze();
const readers = { commonmark: reader, gfm: reader().use(remarkGfm).freeze() };

export interface ParsedBlock {
  /** The kind of block that is written so; for anything else the type of the node. */
  readonly kind: BlockKind | RootContent['type'];
  /** Its lines (items, rows, lines of verse) joined by U+000A. */
  readonly text: string;
  /** Types of the nodes in it that are neither text nor what its kind is made of. */
  readonly markup: readonly string[];
}

const kinds: Partial<Record<RootContent['type'], BlockKind>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  list: 'list',
  blockquote: 'quotation',
  code: 'code',
};

function kindOf(node: RootContent): ParsedBlock['kind'] {
  if (node.type === 'code' && node.lang === 'table') return 'table';
  if (node.type === 'paragraph' && node.children.some(({ type }) => type === 'break')) return 'verse';
  return kinds[node.type] ?? node.type;
}

/** Types of nodes that every block of a kind is made of. */
const frames: Readonly<Record<string, readonly string[]>> = {
  list: ['listItem', 'paragraph'],
  quotation: ['paragraph'],
  verse: ['break'],
};

function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const isLines = node.type === 'list' || node.type === 'blockquote';
  return node.children.map(textOf).join(isLines ? '\n' : '');
}

function typesIn(node: Nodes): string[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => [child.type, ...typesIn(child)]);
}

/** Front matter and blocks of a Markdown document. */
export function parseMarkdown(
  source: string,
  flavour: keyof typeof readers = 'commonmark',
): { yaml: string; blocks: ParsedBlock[] } {
  const { children } = readers[flavour].parse(source) as Root;
  const [first, ...rest] = children;
  if (first?.type !== 'yaml') throw new Error('The document does not begin with front matter.');
  const blocks = rest.map((node) => {
    const kind = kindOf(node);
    const frame = ['text', ...(frames[kind] ?? [])];
    return { kind, text: textOf(node), markup: typesIn(node).filter((type) => !frame.includes(type)) };
  });
  return { yaml: first.value, blocks };
}
