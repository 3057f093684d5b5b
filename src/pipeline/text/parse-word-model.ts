/** The word model from `src/data/words.txt` and `src/data/pairs.txt`. */

import { type ReadFile, walkRows } from '../../data/read-rows.ts';
import { type FoldTable, parseFold } from './fold.ts';
import type { IntegerTable } from './integer-table.ts';
import { BEGINS_LONGER, ENDS_3, ENDS_4, emptyWordModel, NO_WORD, type WordModel } from './word-model.ts';

const BLANK = 0x20;
const TAB = 0x09;
const LONGEST = 4;
/** Where {@link bonusOf} and {@link flagsOf} look. */
const BONUS = 8;
const FLAGS = 16;

/** The word model and the table it folds by. Throws on a row that does not begin as it should. */
export function parseWordFiles(read: ReadFile, fold: FoldTable = parseFold(read('fold.txt'))): WordModel {
  const model = emptyWordModel(fold);
  const words = read('words.txt');
  walkRows(words, (from, end) => addWordRow(model, words, [from, end]));
  const pairs = read('pairs.txt');
  walkRows(pairs, (from, end) => addPairRow(model, pairs, [from, end]));
  return model;
}

/** `24	一个 我们 起来`: a cost, and words of one length that have it. */
function addWordRow(model: WordModel, source: string, [start, end]: readonly [number, number]): void {
  const tab = source.indexOf('\t', start);
  const cost = Number(source.slice(start, tab));
  const [first = ''] = source.slice(tab + 1, Math.min(end, tab + LONGEST + 2)).split(' ');
  const { length } = first;
  const isWhole = length > 0 && length <= LONGEST && (end - tab) % (length + 1) === 0;
  if (tab <= start || tab > end || !(cost >= 0 && cost < NO_WORD) || !isWhole)
    throw new Error(
      `words.txt: not "cost<tab>words of one length": ${source.slice(start, Math.min(end, start + 40))}`,
    );
  for (let at = tab + 1; at < end; at += length + 1) addWord(model, source.slice(at, at + length), cost);
}

function addWord({ single, pairs, longer }: WordModel, word: string, cost: number): void {
  const a = word.charCodeAt(0);
  const b = word.charCodeAt(1);
  const c = word.charCodeAt(2);
  if (word.length === 1) single[a] = cost;
  else if (word.length === 2) setCost(pairs, pairs.claim(a, b), cost);
  else {
    const d = word.length === 3 ? 0 : word.charCodeAt(3);
    setCost(longer, longer.claim((a << 16) | b, (c << 16) | d), cost);
    addFlags(pairs, pairs.claim(a, b), BEGINS_LONGER);
    if (d === 0) addFlags(pairs, pairs.claim(b, c), ENDS_3);
    else addFlags(pairs, pairs.claim(c, d), ENDS_4);
  }
}

/** `笑	a着了 6话`: groups of a strength, in half nats and base 36, and the characters that follow with it. */
function addPairRow({ pairs }: WordModel, source: string, [from, end]: readonly [number, number]): void {
  if (source.charCodeAt(from + 1) !== TAB)
    throw new Error(`pairs.txt: not "first<tab>groups": ${source.slice(from, Math.min(end, from + 40))}`);
  const first = source.charCodeAt(from);
  let bonus = 0;
  for (let i = from + 2; i < end; i++) {
    const unit = source.charCodeAt(i);
    if (unit >= 0x80) pairs.entries[pairs.claim(first, unit)]! |= bonus << BONUS;
    else if (unit !== BLANK) bonus = 2 * digitOf(unit);
  }
}

/** The value of a digit of base 36, 0–9 or a–z. */
function digitOf(unit: number): number {
  return unit < 0x40 ? unit - 0x30 : unit - 0x57;
}

/** Give two units that stand together, such as the marks 。”, a cost. */
export function addPair({ pairs }: WordModel, pair: string, cost: number): void {
  setCost(pairs, pairs.claim(pair.charCodeAt(0), pair.charCodeAt(1)), cost);
}

function setCost({ entries }: IntegerTable, at: number, cost: number): void {
  entries[at] = (entries[at]! & ~0xff) | cost;
}

function addFlags({ entries }: IntegerTable, at: number, flags: number): void {
  entries[at]! |= flags << FLAGS;
}
