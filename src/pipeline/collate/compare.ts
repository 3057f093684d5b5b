/** Comparing two witnesses of what may be one text: where they read otherwise, and whether they are the same. */
import type { FoldTable } from '../text/fold.ts';
import { align, type Gap } from './align.ts';
import { LEAST_COMMON, LONGEST_ALONE } from './constants.ts';
import { foldUnit } from './signature.ts';

/** A block of a text, in Simplified. */
interface ComparedBlock {
  readonly id: string;
  readonly text: string;
}

/** A place of the first text, in code points of a block, and what stands there in either. */
interface Variant {
  readonly block: string;
  readonly start: number;
  readonly end: number;
  readonly lem: string;
  readonly rdg: string;
}

interface Comparison {
  readonly variants: readonly Variant[];
  /** Is it one text in two witnesses? */
  readonly isSame: boolean;
}

/**
 * `other` against `base`. Marks, blanks, width and script are no differences. They are the same text when they have nearly
 * everything in common, no long stretch alone and the same numbers: two weather reports differ in little else.
 */
export function compareTexts(
  base: readonly ComparedBlock[],
  other: readonly ComparedBlock[],
  fold: FoldTable,
): Comparison {
  const [a, b] = [flatten(base, fold), flatten(other, fold)];
  const runs = align(a.units, b.units);
  const gaps = findGaps(runs, a.units.length, b.units.length);
  const variants = gaps.map((gap) => toVariant(gap, a, b));
  return { variants, isSame: isSameText(gaps, a, b) };
}

/** A text as the units that are compared, and where each stands. */
interface Flat {
  readonly blocks: readonly ComparedBlock[];
  readonly units: Uint16Array;
  /** By unit: number of its block, and UTF-16 offset in it. */
  readonly blockOf: readonly number[];
  readonly offsets: readonly number[];
}

function flatten(blocks: readonly ComparedBlock[], fold: FoldTable): Flat {
  const [units, blockOf, offsets]: [number[], number[], number[]] = [[], [], []];
  blocks.forEach(({ text }, block) => {
    for (let at = 0; at < text.length; at++) {
      const unit = foldUnit(text.charCodeAt(at), fold);
      if (unit === 0) continue;
      units.push(unit);
      blockOf.push(block);
      offsets.push(at);
    }
  });
  return { blocks, units: Uint16Array.from(units), blockOf, offsets };
}

/** A unit's block, and its UTF-16 offset in it. */
function placeOf({ blocks, blockOf, offsets }: Flat, at: number): { block: ComparedBlock; offset: number } {
  const block = blocks[blockOf[at] ?? -1];
  const offset = offsets[at];
  if (block === undefined || offset === undefined)
    throw new RangeError(`There is no unit ${at} in the text.`);
  return { block, offset };
}

function findGaps(runs: ReturnType<typeof align>, aLength: number, bLength: number): Gap[] {
  const gaps: Gap[] = [];
  let [a, b] = [0, 0];
  for (const { aStart, bStart, length } of [...runs, { aStart: aLength, bStart: bLength, length: 0 }]) {
    if (aStart > a || bStart > b) gaps.push({ a, aEnd: aStart, b, bEnd: bStart });
    [a, b] = [aStart + length, bStart + length];
  }
  return gaps;
}

function isSameText(gaps: readonly Gap[], a: Flat, b: Flat): boolean {
  const longer = Math.max(a.units.length, b.units.length);
  const apart = gaps.reduce((sum, gap) => sum + Math.max(gap.aEnd - gap.a, gap.bEnd - gap.b), 0);
  const isShort = ({ a: from, aEnd, b: other, bEnd }: Gap) =>
    Math.max(aEnd - from, bEnd - other) <= LONGEST_ALONE;
  const hasSameNumbers = (gap: Gap) => digitsOf(a, gap.a, gap.aEnd) === digitsOf(b, gap.b, gap.bEnd);
  return apart <= (1 - LEAST_COMMON) * longer && gaps.every(isShort) && gaps.every(hasSameNumbers);
}

function digitsOf({ units }: Flat, from: number, to: number): string {
  return String.fromCharCode(...units.subarray(from, to).filter((unit) => unit >= 0x30 && unit <= 0x39));
}

/** Where nothing stands in the first text, the place is behind the character before. */
function toVariant({ a: from, aEnd, b: other, bEnd }: Gap, a: Flat, b: Flat): Variant {
  const at = from < aEnd || from === 0 ? from : from - 1;
  const block = a.blocks[a.blockOf[at] ?? 0];
  if (block === undefined) return { block: 'title', start: 0, end: 0, lem: '', rdg: textOf(b, other, bEnd) };
  const isLacking = from === aEnd;
  const last = isLacking ? at : lastOfBlock(a, from, aEnd);
  const start = (a.offsets[at] ?? 0) + (isLacking && from > 0 ? 1 : 0);
  const end = isLacking ? start : placeOf(a, last).offset + 1;
  const points = (to: number) => Array.from(block.text.slice(0, to)).length;
  const [lem, rdg] = [textOf(a, from, aEnd), textOf(b, other, bEnd)];
  return { block: block.id, start: points(start), end: points(end), lem, rdg };
}

/** The last unit before `to` that is in the block of `from`: a place lies in one block, only its lemma goes on. */
function lastOfBlock({ blockOf }: Flat, from: number, to: number): number {
  let last = from;
  while (last + 1 < to && blockOf[last + 1] === blockOf[from]) last++;
  return last;
}

/** What stands from one unit to another, with the marks between, and ¶ between blocks. */
function textOf(flat: Flat, from: number, to: number): string {
  const parts: string[] = [];
  for (let at = from; at < to; ) {
    const last = lastOfBlock(flat, at, to);
    const { block, offset } = placeOf(flat, at);
    parts.push(block.text.slice(offset, placeOf(flat, last).offset + 1));
    at = last + 1;
  }
  return parts.join('¶');
}
