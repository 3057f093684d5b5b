/** Finds the title, the metadata and the blocks of a text, and sets it as title and blocks with blank lines between. */
import type { BlockKind, Metadata } from '../../edition/schema.ts';
import { amend, type Edit, type Reading } from '../reading.ts';
import { splitLines } from '../strip/line.ts';
import { collectMetadata } from './metadata.ts';
import { outline, type Part } from './outline.ts';
import { type Piece, spaceOut } from './spacing.ts';
import type { StructureRules } from './structure-rules.ts';
import { wasFolded, widen } from './width.ts';
import { closeWraps } from './wraps.ts';

/** A stretch of the restored text, UTF-16. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A block and where it stands in `reading.text`. */
export interface StructuredBlock extends Span {
  readonly id: string;
  readonly kind: BlockKind;
  readonly depth?: number;
}

/** A restored text: `reading.text` is the title and the blocks, joined by blank lines. */
export interface Structured {
  readonly reading: Reading;
  /** In the witness's own script. */
  readonly metadata: Metadata;
  /** Where the title stands in the text; absent when the text has none and `metadata.title` was made from its beginning. */
  readonly title?: Span;
  readonly blocks: readonly StructuredBlock[];
}

/**
 * `reading` as title, metadata and blocks. Bylines and excerpts are removed (they live on as metadata); blanks, line
 * breaks and the width of punctuation are normalised; no word is changed.
 */
export function structure(reading: Reading, rules: StructureRules): Structured {
  const parts = outline(splitLines(reading.text, rules.scripts), rules);
  const isFolded = wasFolded(reading.witness);
  const pieces = parts.flatMap(toPieces);
  const inner = parts.flatMap((part) => editLine(reading.text, part, isFolded));
  const edits = [...inner, ...spaceOut(reading, pieces)].sort((a, b) => a.start - b.start || a.end - b.end);
  const amended = amend(reading, edits);
  const spans = moveSpans(
    pieces.filter(({ isKept }) => isKept),
    edits,
  );
  return assemble(amended, parts, spans, rules);
}

const removedRoles: ReadonlySet<Part['role']> = new Set(['byline', 'excerpt']);

/** The kept and the removed stretches of a line: a title is cut before the site's name. */
function toPieces(part: Part): Piece[] {
  const { start, end } = part.line;
  if (part.role !== 'title' || part.publisher === undefined) {
    return [{ start, end, isKept: !removedRoles.has(part.role) }];
  }
  const cut = start + part.publisher.from;
  return [
    { start, end: cut, isKept: true },
    { start: cut, end, isKept: false },
  ];
}

const removals = {
  byline: { kind: 'byline', rule: 'meta-line', reason: 'Author, date or publisher: kept as metadata.' },
  excerpt: {
    kind: 'duplicate-excerpt',
    rule: 'excerpt',
    reason: 'Repeats the beginning of the text: kept as description.',
  },
  title: {
    kind: 'byline',
    rule: 'title-suffix',
    reason: 'The site’s name after the title: kept as publisher.',
  },
} as const;

function editLine(text: string, part: Part, isFolded: boolean): Edit[] {
  const { start, end } = part.line;
  if (part.role === 'byline' || part.role === 'excerpt') return [removal(start, end, part.role)];
  const cut = part.role === 'title' && part.publisher ? start + part.publisher.from : end;
  const widths = isFolded ? widen(text, start, cut) : [];
  const widened = new Set(widths.map((edit) => edit.start));
  const wraps = part.role === 'paragraph' ? closeWraps(text, start, cut, widened) : [];
  return [
    ...dropNulls(text, start, cut),
    ...wraps,
    ...widths,
    ...(cut < end ? [removal(cut, end, 'title')] : []),
  ];
}

/** U+0000 is the one character that Markdown cannot hold. */
function dropNulls(text: string, start: number, end: number): Edit[] {
  const edits: Edit[] = [];
  const note = { type: 'emendation', kind: 'control', cert: 'high', evidence: { rule: 'U+0000' } } as const;
  for (let at = text.indexOf('\0', start); at >= 0 && at < end; at = text.indexOf('\0', at + 1)) {
    edits.push({ start: at, end: at + 1, corr: '', note });
  }
  return edits;
}

function removal(start: number, end: number, role: keyof typeof removals): Edit {
  return { start, end, corr: '', note: { type: 'removal', ...removals[role] } };
}

/** `spans` of the text before, as spans of the text after `edits`. Both sorted. */
function moveSpans(spans: readonly Span[], edits: readonly Edit[]): Span[] {
  let shift = 0;
  let next = 0;
  const move = (offset: number) => {
    while (next < edits.length && edits[next]!.end <= offset) {
      const { start, end, corr } = edits[next++]!;
      shift += corr.length - (end - start);
    }
    return offset + shift;
  };
  return spans.map(({ start, end }) => ({ start: move(start), end: move(end) }));
}

function assemble(
  reading: Reading,
  parts: readonly Part[],
  spans: readonly Span[],
  rules: StructureRules,
): Structured {
  const kept = parts.filter(({ role }) => !removedRoles.has(role));
  const title = kept.findIndex(({ role }) => role === 'title');
  const blocks = numberBlocks(kept, spans);
  const textOf = ({ start, end }: Span) => reading.text.slice(start, end);
  const metadata = collectMetadata(parts, (part) => textOf(spans[kept.indexOf(part)]!), rules);
  return { reading, metadata, ...(title >= 0 && { title: spans[title]! }), blocks };
}

function numberBlocks(kept: readonly Part[], spans: readonly Span[]): StructuredBlock[] {
  const counts = { h: 0, p: 0 };
  return kept.flatMap((part, index): StructuredBlock[] => {
    if (part.role === 'title') return [];
    if (part.role === 'heading') {
      return [{ id: `h${++counts.h}`, kind: 'heading', depth: part.depth, ...spans[index]! }];
    }
    return [{ id: `p${++counts.p}`, kind: 'paragraph', ...spans[index]! }];
  });
}
