/** The word model from `src/data/words.txt` and `src/data/pairs.txt`. */

import type { ReadFile } from '../../data/read-rows.ts';
import { firstRow, rowEnd } from '../../data/walk-rows.ts';
import { type FoldTable, parseFold } from './fold.ts';
import {
  BEGINS_LONGER,
  ENDS_3,
  ENDS_4,
  emptyWordModel,
  hash,
  NO_WORD,
  type WordModel,
} from './word-model.ts';

const BLANK = 0x20;
const TAB = 0x09;
const LONGEST = 4;

/** The word model and the table it folds by. */
export function parseWordFiles(read: ReadFile, fold: FoldTable = parseFold(read('fold.txt'))): WordModel {
  return parseWordModel(read('words.txt'), read('pairs.txt'), fold);
}

/** Parse the two files. Throws on a row that does not begin as it should. */
export function parseWordModel(words: string, pairs: string, fold: FoldTable): WordModel {
  const model = emptyWordModel(fold);
  for (let from = firstRow(words); from < words.length; from = addWordRow(model, words, from) + 1);
  for (let from = firstRow(pairs); from < pairs.length; from = addPairRow(model, pairs, from) + 1);
  return model;
}

/** `24	一个 我们 起来`: a cost, and words of one length that have it. */
function addWordRow(model: WordModel, source: string, from: number): number {
  const end = rowEnd(source, from);
  const tab = source.indexOf('\t', from);
  const cost = Number(source.slice(from, tab));
  const length = source.slice(tab + 1, Math.min(end, tab + LONGEST + 2)).split(' ')[0]!.length;
  if (tab <= from || tab > end || !(cost >= 0 && cost < NO_WORD) || (end - tab) % (length + 1) !== 0)
    throw new Error(
      `words.txt: not "cost<tab>words of one length": ${source.slice(from, Math.min(end, from + 40))}`,
    );
  if (length === 1) addSingles(model, source, tab + 1, end, cost);
  else if (length === 2) addPairs(model, source, tab + 1, end, cost);
  else if (length === 3) addThrees(model, source, tab + 1, end, cost);
  else addFours(model, source, tab + 1, end, cost);
  return end;
}

function addSingles({ single }: WordModel, source: string, from: number, end: number, cost: number): void {
  for (let at = from; at < end; at += 2) single[source.charCodeAt(at)] = cost;
}

function addPairs(model: WordModel, source: string, from: number, end: number, cost: number): void {
  const { pairCosts } = model;
  const keys = new Int32Array(model.pairKeys.buffer);
  for (let at = from; at < end; at += 3) {
    pairCosts[claim(keys, (source.charCodeAt(at) << 16) | source.charCodeAt(at + 1))] = cost;
  }
}

function addThrees(model: WordModel, source: string, from: number, end: number, cost: number): void {
  const keys = new Int32Array(model.pairKeys.buffer);
  const longKeys = new Int32Array(model.longKeys.buffer);
  const { pairFlags, longCosts } = model;
  for (let at = from; at < end; at += 4) {
    const head = (source.charCodeAt(at) << 16) | source.charCodeAt(at + 1);
    const c = source.charCodeAt(at + 2);
    longCosts[claimLong(longKeys, head, c << 16)] = cost;
    pairFlags[claim(keys, head)]! |= BEGINS_LONGER;
    pairFlags[claim(keys, (head << 16) | c)]! |= ENDS_3;
  }
}

function addFours(model: WordModel, source: string, from: number, end: number, cost: number): void {
  const keys = new Int32Array(model.pairKeys.buffer);
  const longKeys = new Int32Array(model.longKeys.buffer);
  const { pairFlags, longCosts } = model;
  for (let at = from; at < end; at += 5) {
    const head = (source.charCodeAt(at) << 16) | source.charCodeAt(at + 1);
    const tail = (source.charCodeAt(at + 2) << 16) | source.charCodeAt(at + 3);
    longCosts[claimLong(longKeys, head, tail)] = cost;
    pairFlags[claim(keys, head)]! |= BEGINS_LONGER;
    pairFlags[claim(keys, tail)]! |= ENDS_4;
  }
}

/** `笑	a着了 6话`: groups of a strength, in half nats and base 36, and the characters that follow with it. */
function addPairRow(model: WordModel, source: string, from: number): number {
  const end = rowEnd(source, from);
  if (source.charCodeAt(from + 1) !== TAB)
    throw new Error(`pairs.txt: not "first<tab>groups": ${source.slice(from, Math.min(end, from + 40))}`);
  addFollowers(model, source, from, end);
  return end;
}

function addFollowers({ pairKeys, pairBonus }: WordModel, source: string, from: number, end: number): void {
  const first = source.charCodeAt(from) << 16;
  const keys = new Int32Array(pairKeys.buffer);
  let bonus = 0;
  for (let i = from + 2; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit >= 0x80) pairBonus[claim(keys, first | unit)] = bonus;
    else if (unit !== BLANK) bonus = 2 * digitOf(unit);
  }
}

/** The value of a digit of base 36, 0–9 or a–z. */
function digitOf(unit: number): number {
  return unit < 0x40 ? unit - 0x30 : unit - 0x57;
}

/** Give two units that stand together, such as the marks 。”, a cost. */
export function addPair(model: WordModel, first: number, second: number, cost: number): void {
  model.pairCosts[claim(new Int32Array(model.pairKeys.buffer), (first << 16) | second)] = cost;
}

/** The slot of the pair `key`, which is the pair's from now on. */
function claim(keys: Int32Array, key: number): number {
  const mask = keys.length - 1;
  let slot = hash(key, 0);
  while (keys[slot] !== key && keys[slot] !== 0) slot = (slot + 1) & mask;
  keys[slot] = key;
  return slot;
}

function claimLong(keys: Int32Array, head: number, tail: number): number {
  const mask = (keys.length >> 1) - 1;
  let slot = hash(head, tail);
  while (keys[2 * slot] !== 0 && (keys[2 * slot] !== head || keys[2 * slot + 1] !== tail))
    slot = (slot + 1) & mask;
  keys[2 * slot] = head;
  keys[2 * slot + 1] = tail;
  return slot;
}
