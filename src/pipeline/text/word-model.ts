/**
 * How likely a word is, by its frequency. Costs are −ln of the relative frequency in quarters of a nat, so that a
 * text's cost is a sum of small integers; characters are UTF-16 units folded to Simplified.
 */
import type { FoldTable } from './fold.ts';

/** Cost of a Han character that is no word of the model. */
export const UNKNOWN = 80;

/** No such word. */
export const NO_WORD = 255;

const SIZE = 1 << 18;
const MASK = SIZE - 1;

/** Bits of {@link WordModel.pairFlags}: the pair ends, or begins, a word of three or four characters. */
export const ENDS_3 = 1;
export const ENDS_4 = 2;
export const BEGINS_LONGER = 4;

/** Words of one to four characters in flat tables; see {@link pairSlot} and {@link longCost} for looking them up. */
export interface WordModel {
  readonly fold: FoldTable;
  /** By folded unit: cost of the word of one character; {@link UNKNOWN} where there is none. */
  readonly single: Uint8Array;
  readonly pairKeys: Uint32Array;
  readonly pairCosts: Uint8Array;
  readonly pairFlags: Uint8Array;
  /** How much the two attract each other across a word boundary, in quarters of a nat. */
  readonly pairBonus: Uint8Array;
  readonly longKeys: Uint32Array;
  readonly longCosts: Uint8Array;
}

/** Where to look first for a pair (`b` = 0) or a longer word, by its units two by two. */
export function hash(a: number, b: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) & MASK;
}

/** Index of the pair of folded units in `pairCosts` and `pairFlags`; an empty slot (key 0) where it is unknown. */
export function pairSlot(model: WordModel, first: number, second: number): number {
  const key = ((first << 16) | second) >>> 0;
  let slot = hash(key, 0);
  while (model.pairKeys[slot] !== key && model.pairKeys[slot] !== 0) slot = (slot + 1) & MASK;
  return slot;
}

function longSlot(keys: Uint32Array, head: number, tail: number): number {
  let slot = hash(head, tail);
  while (keys[2 * slot] !== 0 && (keys[2 * slot] !== head || keys[2 * slot + 1] !== tail))
    slot = (slot + 1) & MASK;
  return slot;
}

/** Cost of a word of three (`d` = 0) or four folded units; {@link NO_WORD} where there is none. */
export function longCost(model: WordModel, a: number, b: number, c: number, d: number): number {
  return model.longCosts[longSlot(model.longKeys, ((a << 16) | b) >>> 0, ((c << 16) | d) >>> 0)]!;
}

/** A model that knows no words yet; `parseWordModel` fills it. */
export function emptyWordModel(fold: FoldTable): WordModel {
  return {
    fold,
    single: new Uint8Array(0x10000).fill(UNKNOWN),
    pairKeys: new Uint32Array(SIZE),
    pairCosts: new Uint8Array(SIZE).fill(NO_WORD),
    pairFlags: new Uint8Array(SIZE),
    pairBonus: new Uint8Array(SIZE),
    longKeys: new Uint32Array(2 * SIZE),
    longCosts: new Uint8Array(SIZE).fill(NO_WORD),
  };
}
