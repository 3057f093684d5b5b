/**
 * How likely a word is, by its frequency. Costs are −ln of the relative frequency in quarters of a nat, so that a
 * text's cost is a sum of small integers; characters are UTF-16 units folded to Simplified.
 */
import type { FoldTable } from './fold.ts';
import { hashPair, IntegerTable } from './integer-table.ts';

/** Cost of a Han character that is no word of the model. */
export const UNKNOWN = 80;

/** No such word. */
export const NO_WORD = 255;

/** Places for 100,000 pairs and for 20,000 longer words. */
const PAIR_SLOTS = 1 << 18;
const LONGER_SLOTS = 1 << 16;

/** Bits of {@link flagsOf}: the pair ends, or begins, a word of three or four characters. */
export const ENDS_3 = 1;
export const ENDS_4 = 2;
export const BEGINS_LONGER = 4;

/** Words of one to four characters. */
export interface WordModel {
  readonly fold: FoldTable;
  /** By folded unit: cost of the word of one character; {@link UNKNOWN} where there is none. */
  readonly single: Uint8Array;
  /** By two folded units: what is known of the two together, read by {@link costOf}, {@link bonusOf} and {@link flagsOf}. */
  readonly pairs: IntegerTable;
  /** By the units of a longer word, two by two: its cost. See {@link longCost}. */
  readonly longer: IntegerTable;
}

/** Cost of a unit as a character of its own, in quarters of a nat; `costs` are by folded unit, and every unit has one. */
export function costOfUnit(
  unit: number,
  { costs, fold }: { readonly costs: Uint8Array; readonly fold: FoldTable },
): number {
  return costs[fold[unit]!]!;
}

/** Cost of the word that a pair is, {@link NO_WORD} where it is none, also where `found` is `ABSENT`. */
export function costOf(found: number): number {
  return found & 0xff;
}

/** How much the two attract each other across a word boundary, in quarters of a nat. */
export function bonusOf(found: number): number {
  return (found >> 8) & 0xff;
}

/** Does the pair end, or begin, a longer word (`ENDS_3`, …)? */
export function flagsOf(found: number): number {
  return (found >> 16) & 0xff;
}

/**
 * Cost of a word of three (`d` = 0) or four folded units; {@link NO_WORD} where there is none. An object instead of the
 * units would be made millions of times per page.
 */
export function longCost({ longer }: WordModel, a: number, b: number, c: number, d: number): number {
  const head = (a << 16) | b;
  const tail = (c << 16) | d;
  return costOf(longer.find(head, tail, hashPair(head, tail)));
}

/** A model that knows no words yet; `parseWordModel` fills it. */
export function emptyWordModel(fold: FoldTable): WordModel {
  const pairs = new IntegerTable(PAIR_SLOTS, NO_WORD);
  const longer = new IntegerTable(LONGER_SLOTS, NO_WORD);
  return { fold, single: new Uint8Array(0x10000).fill(UNKNOWN), pairs, longer };
}
