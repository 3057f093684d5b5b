/** The blocks of a structured text, and what in them is text. */
import type { BlockKind } from '../../contract/schema.ts';
import type { Edit } from '../reading.ts';
import { countCharacters } from '../text/code-points.ts';
import type { Group } from './group.ts';
import { isVerbatim } from './group.ts';
import { type FoundLink, findLinks } from './links.ts';
import type { Part } from './parts.ts';
import type { StructureRules } from './structure-rules.ts';

/** A stretch of the restored text, UTF-16. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part that stays, and where it stands in the new text. */
export interface Kept {
  readonly part: Part;
  readonly span: Span;
}

/** A link in a block's plain text; offsets count code points, so that they hold for both scripts. */
export interface BlockLink extends Span {
  readonly url: string;
}

/** A block and where it stands in `reading.text`. */
export interface StructuredBlock extends Span {
  readonly id: string;
  readonly kind: BlockKind;
  readonly depth?: number;
  /** Stretches of `reading.text` in the block that are no text of it but signs: `- `, `> `, `](https://…)`. */
  readonly signs?: readonly Span[];
  readonly links?: readonly BlockLink[];
  /** The number of the first item of an ordered list. */
  readonly first?: number;
  /** The language named at a block of code. */
  readonly lang?: string;
}

/** The block's plain text: its stretch of `text`, the restored text, without the signs. `- 選盆` → 選盆. */
export function plainText(text: string, { start, end, signs = [] }: StructuredBlock): string {
  let plain = '';
  let at = start;
  for (const sign of signs) {
    plain += text.slice(at, sign.start);
    at = sign.end;
  }
  return plain + text.slice(at, end);
}

/** `spans` of the text before, as spans of the text after `edits`. Both sorted. */
export function moveSpans(spans: readonly Span[], edits: readonly Edit[]): Span[] {
  let shift = 0;
  let next = 0;
  const move = (offset: number) => {
    for (let edit = edits[next]; edit !== undefined && edit.end <= offset; edit = edits[++next])
      shift += edit.corr.length - (edit.end - edit.start);
    return offset + shift;
  };
  return spans.map(({ start, end }) => ({ start: move(start), end: move(end) }));
}

/** The blocks of `text`, in order: `h1`, `h2` … for headings, `p1`, `p2` … for everything else. */
export function numberBlocks(text: string, kept: readonly Kept[], rules: StructureRules): StructuredBlock[] {
  const counts = { h: 0, p: 0 };
  const source = { text, rules };
  return kept.flatMap(({ part, span }): StructuredBlock[] => {
    if (part.role === 'heading') {
      const block = { id: `h${++counts.h}`, kind: 'heading', depth: part.depth, ...span } as const;
      const signs = part.hashes ? [{ start: span.start, end: span.start + part.hashes }] : [];
      return [addInline(source, block, signs)];
    }
    if (part.role === 'group') return [toGroupBlock(source, { id: `p${++counts.p}`, ...span }, part.group)];
    if (part.role !== 'paragraph') return [];
    return [addInline(source, { id: `p${++counts.p}`, kind: 'paragraph', ...span }, [])];
  });
}

/** The text after all edits. */
interface Source {
  readonly text: string;
  readonly rules: StructureRules;
}

function toGroupBlock(source: Source, place: Span & { readonly id: string }, group: Group): StructuredBlock {
  const { kind, first, lang } = group;
  const { id, start, end } = place;
  const block: StructuredBlock = {
    id,
    kind,
    start,
    end,
    ...(first !== undefined && { first }),
    ...(lang !== undefined && { lang }),
  };
  const signs = signsOf(source.text, group, place);
  if (!isVerbatim(kind)) return addInline(source, block, signs);
  return signs.length > 0 ? { ...block, signs } : block;
}

/** The markers at the beginnings of the lines; a fence goes with its line break. */
function signsOf(text: string, { kind, markers }: Group, { start, end }: Span): Span[] {
  if (markers === undefined) return [];
  if (kind === 'code') {
    const closing = text.lastIndexOf('\n', end - (markers.at(-1)?.corr.length ?? 0));
    let inside = text.indexOf('\n', start); // blanks may stand before the fence
    while (text[inside] === '\n') inside++;
    return [
      { start, end: inside },
      { start: text.slice(0, closing + 1).trimEnd().length, end },
    ];
  }
  let at = start;
  return markers.map(({ corr }) => {
    const sign = { start: at, end: at + corr.length };
    at = text.indexOf('\n', sign.end) + 1;
    return sign;
  });
}

/** `block` with its signs and links, when it has any. */
function addInline(
  { text, rules }: Source,
  block: StructuredBlock,
  markers: readonly Span[],
): StructuredBlock {
  const found = findLinks(text.slice(block.start, block.end), rules);
  const around = found.flatMap(({ start, end, from, to }) => [
    { start: block.start + start, end: block.start + from },
    { start: block.start + to, end: block.start + end },
  ]);
  const signs = [...markers, ...around].sort((a, b) => a.start - b.start);
  if (signs.length === 0) return block;
  const withSigns = { ...block, signs };
  if (found.length === 0) return withSigns;
  return { ...withSigns, links: countLinks(text, withSigns, found) };
}

/** The links with offsets in code points of the plain text. */
function countLinks(text: string, block: StructuredBlock, found: readonly FoundLink[]): BlockLink[] {
  const plain = plainText(text, block);
  const signs = block.signs ?? [];
  let next = 0;
  let hidden = 0;
  let at = 0;
  let count = 0;
  const move = (offset: number) => {
    for (let sign = signs[next]; sign && sign.end <= block.start + offset; sign = signs[++next])
      hidden += sign.end - sign.start;
    count += countCharacters(plain.slice(at, offset - hidden));
    at = offset - hidden;
    return count;
  };
  return found.map(({ from, to, url }) => ({ start: move(from), end: move(to), url }));
}
