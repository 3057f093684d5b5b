/** The blocks of an edition's text, read back from its Markdown: the only reader of it, for pages, files and search. */
import type { Nodes, Root, RootContent } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block, Language } from '../contract/schema.ts';
import { bodyOf, type StoredEdition } from './load-edition.ts';

/** A stretch of a line, which may be a link. */
export interface TextRun {
  readonly text: string;
  readonly url?: string;
}

/** A block of one script: its lines are items of a list, lines of verse, of code, rows, paragraphs of a quotation. */
export interface TextBlock extends Pick<Block, 'id' | 'kind' | 'depth'> {
  readonly lines: readonly (readonly TextRun[])[];
  /** Number of the first item of an ordered list. */
  readonly first?: number;
  /** The language of code, where its fence names one; `table` for a table. */
  readonly codeLanguage?: string;
}

/** Without GFM, which would make a link of every bare address in a text; no edition needs anything of it. */
const parser = unified().use(remarkParse).freeze();

const known = new WeakMap<StoredEdition, Partial<Record<Language, readonly TextBlock[]>>>();

/**
 * The blocks of `edition` in one script, read once: several pages and files of a text want them. Throws when the Markdown
 * has not the blocks that the apparatus lists.
 */
export function readBlocks(edition: StoredEdition, language: Language): readonly TextBlock[] {
  const texts = known.get(edition) ?? {};
  known.set(edition, texts);
  texts[language] ??= parseBlocks(edition, language);
  return texts[language];
}

function parseBlocks({ slug, apparatus, markdown }: StoredEdition, language: Language): TextBlock[] {
  const { blocks } = apparatus;
  const nodes = (parser.parse(bodyOf(markdown[language])) as Root).children.filter(
    ({ type }) => type !== 'definition',
  );
  const read = blocks.flatMap((block, index) => (nodes[index] ? [toBlock(nodes[index], block)] : []));
  if (nodes.length === blocks.length) return read;
  throw new Error(
    `content/editions/${slug}/${language}.md has ${nodes.length} blocks, but its apparatus lists ${blocks.length}: run npm run editions.`,
  );
}

/** The text of a block as its records count it: without the signs of Markdown, its lines joined by U+000A. */
export function blockText({ lines }: TextBlock): string {
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
}

/** The title as a block, so that it is cut and marked like any other. */
export function titleBlock(title: string): TextBlock {
  return { id: 'title', kind: 'heading', lines: [[{ text: title }]] };
}

function toBlock(node: RootContent, { id, kind, depth }: Block): TextBlock {
  return {
    id,
    kind,
    lines: toLines(node),
    ...(depth !== undefined && { depth }),
    ...(node.type === 'list' && node.ordered && { first: node.start ?? 1 }),
    ...(node.type === 'code' && node.lang && { codeLanguage: node.lang }),
  };
}

function toLines(node: Nodes): TextRun[][] {
  if (node.type === 'list' || node.type === 'blockquote' || node.type === 'listItem')
    return node.children.flatMap(toLines);
  const lines: TextRun[][] = [];
  let line: TextRun[] = [];
  for (const run of toRuns(node)) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push(line);
      if (index > 0) line = [];
      if (text !== '') line.push({ ...run, text });
    }
  }
  return [...lines, line];
}

function toRuns(node: Nodes, url?: string): TextRun[] {
  if (node.type === 'break') return [{ text: '\n' }];
  if (node.type === 'link') return node.children.flatMap((child) => toRuns(child, node.url));
  if ('children' in node) return node.children.flatMap((child) => toRuns(child, url));
  const text = 'value' in node ? node.value : node.type === 'image' ? (node.alt ?? '') : '';
  return [{ text, ...(url !== undefined && { url }) }];
}
