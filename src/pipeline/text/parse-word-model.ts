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

/** A row of `words.txt`: words of `length` units, a blank between them, from `from` to `end`. */
interface WordRow {
  readonly source: string;
  readonly from: number;
  readonly end: number;
  readonly length: number;
  readonly cost: number;
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
  const row = { source, from: tab + 1, end, length, cost };
  if (length === 1) addSingles(model, row);
  else if (length === 2) addPairs(model, row);
  else addLonger(model, row);
}

// The loops are kept apart and plain: they run once, at every start, and that is what takes the time until they are compiled.

function addSingles({ single }: WordModel, { source, from, end, cost }: WordRow): void {
  for (let at = from; at < end; at += 2) single[source.charCodeAt(at)] = cost;
}

function addPairs({ pairs }: WordModel, { source, from, end, cost }: WordRow): void {
  for (let at = from; at < end; at += 3)
    setCost(pairs, pairs.claim(source.charCodeAt(at), source.charCodeAt(at + 1)), cost);
}

function addLonger({ pairs, longer }: WordModel, { source, from, end, length, cost }: WordRow): void {
  const { entries } = pairs;
  for (let at = from; at < end; at += length + 1) {
    const a = source.charCodeAt(at);
    const b = source.charCodeAt(at + 1);
    const c = source.charCodeAt(at + 2);
    const d = length === 3 ? 0 : source.charCodeAt(at + 3);
    longer.entries[longer.claim((a << 16) | b, (c << 16) | d)] = cost;
    entries[pairs.claim(a, b)]! |= BEGINS_LONGER << FLAGS;
    if (d === 0) entries[pairs.claim(b, c)]! |= ENDS_3 << FLAGS;
    else entries[pairs.claim(c, d)]! |= ENDS_4 << FLAGS;
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
