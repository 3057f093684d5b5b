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

function hash(a: number, b: number): number {
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

/** Parse `src/data/words.txt` and `src/data/pairs.txt`. Throws on a line that does not begin as it should. */
export function parseWordModel(source: string, pairs: string, fold: FoldTable): WordModel {
  const model: WordModel = {
    fold,
    single: new Uint8Array(0x10000).fill(UNKNOWN),
    pairKeys: new Uint32Array(SIZE),
    pairCosts: new Uint8Array(SIZE).fill(NO_WORD),
    pairFlags: new Uint8Array(SIZE),
    pairBonus: new Uint8Array(SIZE),
    longKeys: new Uint32Array(2 * SIZE),
    longCosts: new Uint8Array(SIZE).fill(NO_WORD),
  };
  for (const line of source.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const tab = line.indexOf('\t');
    const cost = Number(line.slice(0, tab));
    if (tab < 1 || !(cost >= 0 && cost < NO_WORD))
      throw new Error(`words.txt: no cost: ${line.slice(0, 40)}`);
    addWords(model, line, tab + 1, cost);
  }
  addPairs(model, pairs);
  return model;
}

/** `笑	a着了 6话`: groups of a strength, in half nats and base 36, and the characters that follow with it. */
function addPairs(model: WordModel, source: string): void {
  for (const line of source.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line[1] !== '\t') throw new Error(`pairs.txt: not "first<tab>groups": ${line.slice(0, 40)}`);
    const first = line.charCodeAt(0);
    let bonus = 0;
    for (let i = 2; i < line.length; i++) {
      const unit = line.charCodeAt(i);
      if (unit === BLANK) continue;
      if (unit < 0x80) bonus = 2 * Number.parseInt(line[i]!, 36);
      else model.pairBonus[claimPair(model, first, unit)] = bonus;
    }
  }
}

const BLANK = 0x20;

function addWords(model: WordModel, line: string, from: number, cost: number): void {
  for (let start = from; start < line.length; ) {
    let end = start;
    while (end < line.length && line.charCodeAt(end) !== BLANK) end++;
    addWord(model, line, start, end - start, cost);
    start = end + 1;
  }
}

function addWord(model: WordModel, line: string, at: number, length: number, cost: number): void {
  const a = line.charCodeAt(at);
  if (length === 1) {
    model.single[a] = cost;
    return;
  }
  const b = line.charCodeAt(at + 1);
  if (length === 2) {
    model.pairCosts[claimPair(model, a, b)] = cost;
    return;
  }
  const c = line.charCodeAt(at + 2);
  const d = length === 4 ? line.charCodeAt(at + 3) : 0;
  const head = ((a << 16) | b) >>> 0;
  const tail = ((c << 16) | d) >>> 0;
  const slot = longSlot(model.longKeys, head, tail);
  model.longKeys[2 * slot] = head;
  model.longKeys[2 * slot + 1] = tail;
  model.longCosts[slot] = cost;
  flagPair(model, a, b, BEGINS_LONGER);
  if (length === 3) flagPair(model, b, c, ENDS_3);
  else flagPair(model, c, d, ENDS_4);
}

/** Add a word of two units, such as two marks that stand together. */
export function addPair(model: WordModel, pair: string, cost: number): void {
  addWord(model, pair, 0, 2, cost);
}

function claimPair(model: WordModel, first: number, second: number): number {
  const slot = pairSlot(model, first, second);
  model.pairKeys[slot] = ((first << 16) | second) >>> 0;
  return slot;
}

function flagPair(model: WordModel, first: number, second: number, flag: number): void {
  const slot = claimPair(model, first, second);
  model.pairFlags[slot] = model.pairFlags[slot]! | flag;
}
