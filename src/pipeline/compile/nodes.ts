/** Blocks as nodes of an mdast tree. */
import type { Heading, List, PhrasingContent, RootContent } from 'mdast';
import type { BlockLink, StructuredBlock } from '../structure/blocks.ts';

/** What the fence of a table says: it is shown as it stands in the witness. */
const TABLE = 'table';

type ToNode = (block: StructuredBlock, text: string) => RootContent;

const byKind: Readonly<Record<StructuredBlock['kind'], ToNode>> = {
  heading: (block, text) => ({
    type: 'heading',
    depth: (block.depth ?? 2) as Heading['depth'],
    children: toPhrasing(block, text),
  }),
  paragraph: (block, text) => ({ type: 'paragraph', children: toPhrasing(block, text) }),
  list: toList,
  quotation: (block, text) => ({
    type: 'blockquote',
    children: toLines(block, text).map((children) => ({ type: 'paragraph', children })),
  }),
  verse: (block, text) => ({ type: 'paragraph', children: withBreaks(toLines(block, text)) }),
  code: ({ lang }, text) => ({ type: 'code', value: text, ...(lang !== undefined && { lang }) }),
  table: (_, text) => ({ type: 'code', lang: TABLE, value: text }),
};

/** The node of a block whose plain text, in one script, is `text`. */
export function toNode(block: StructuredBlock, text: string): RootContent {
  return byKind[block.kind](block, text);
}

function toList(block: StructuredBlock, text: string): List {
  const { first } = block;
  return {
    type: 'list',
    ordered: first !== undefined,
    ...(first !== undefined && { start: first }),
    spread: false,
    children: toLines(block, text).map((children) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  };
}

/** Lines of verse end in hard breaks. */
function withBreaks(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, i) => (i === 0 ? line : [{ type: 'break' as const }, ...line]));
}

function toLines(block: StructuredBlock, text: string): PhrasingContent[][] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += [...line].length + 1;
    return toPhrasing(block, line, start);
  });
}

/** A line of a block as text and links; `start` is where it begins in the block, in code points. */
function toPhrasing({ links = [] }: StructuredBlock, line: string, start = 0): PhrasingContent[] {
  if (links.length === 0) return [{ type: 'text', value: line }];
  const characters = [...line];
  const mine = links.filter((link) => link.start >= start && link.end <= start + characters.length);
  const nodes: PhrasingContent[] = [];
  let at = start;
  const text = (from: number, to: number) => ({
    type: 'text' as const,
    value: characters.slice(from - start, to - start).join(''),
  });
  for (const link of mine) {
    if (link.start > at) nodes.push(text(at, link.start));
    nodes.push(toLink(link, text(link.start, link.end)));
    at = link.end;
  }
  if (at < start + characters.length) nodes.push(text(at, start + characters.length));
  return nodes;
}

function toLink({ url }: BlockLink, text: PhrasingContent): PhrasingContent {
  return { type: 'link', url, children: [text] };
}
