/** Finds the title, the metadata and the blocks of a text, and sets it as title and blocks with blank lines between. */
import type { Metadata } from '../../contract/schema.ts';
import { splitLines } from '../page/line.ts';
import { amend, type Reading } from '../reading.ts';
import { type Kept, moveSpans, numberBlocks, type Span, type StructuredBlock } from './blocks.ts';
import { editParts } from './edits.ts';
import { collectMetadata } from './metadata.ts';
import { outline } from './outline.ts';
import { isRemoved, type Part, type TextOf } from './parts.ts';
import { toPieces } from './pieces.ts';
import { type Piece, spaceOut } from './spacing.ts';
import type { StructureRules } from './structure-rules.ts';

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
 * breaks, the signs before items and the width of punctuation are normalised; no word is changed. `site` is the publisher
 * where the text names no other.
 */
export function structure(reading: Reading, rules: StructureRules, site?: string): Structured {
  const { text } = reading;
  const parts = outline(text, splitLines(text, rules.scripts), rules);
  const pieces = parts.map((part) => toPieces(part, text));
  const inner = editParts(reading, parts, rules);
  const edits = [...inner, ...spaceOut(reading, pieces.flat())].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  const amended = amend(reading, edits);
  const kept = keptSpans(parts, pieces, (spans) => moveSpans(spans, edits));
  const textOf = readKept(amended.text, kept);
  const title = kept.find(({ part }) => part.role === 'title')?.span;
  const metadata = collectMetadata(parts, textOf, { rules, site });
  const blocks = numberBlocks(amended.text, kept, rules);
  return { reading: amended, metadata, ...(title && title.end > title.start && { title }), blocks };
}

/** The parts that stay, and where `move` has brought their stretches. */
function keptSpans(
  parts: readonly Part[],
  pieces: readonly (readonly Piece[])[],
  move: (spans: readonly Span[]) => Span[],
): Kept[] {
  const kept = parts.flatMap((part, i) => {
    const own = pieces[i]?.filter(({ isKept }) => isKept) ?? [];
    const [first, last] = [own[0], own.at(-1)];
    return isRemoved(part) || !first || !last ? [] : [{ part, start: first.start, end: last.end }];
  });
  const spans = move(kept);
  return kept.flatMap(({ part }, i) => {
    const span = spans[i];
    return span ? [{ part, span }] : [];
  });
}

function readKept(text: string, kept: readonly Kept[]): TextOf {
  const spans = new Map(kept.map(({ part, span }) => [part, span]));
  return (part) => {
    const { start, end } = spans.get(part) ?? { start: 0, end: 0 };
    return text.slice(start, end);
  };
}
