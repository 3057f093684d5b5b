/** The tables the repair works with, parsed once and handed to it as a value. */

import { readPatterns } from '../../data/read-patterns.ts';
import { type ReadFile, readCharacters, readRows } from '../../data/read-rows.ts';
import { type EncodingNames, parseEncodings } from '../decode/encodings.ts';
import type { FoldTable } from '../text/fold.ts';
import { once } from '../text/once.ts';
import { addPair, parseWordFiles } from '../text/parse-word-model.ts';
import { parseReadings, type Readings } from '../text/readings.ts';
import { UNKNOWN, type WordModel } from '../text/word-model.ts';
import { type Channel, parseChannel } from './channel.ts';
import { COST } from './constants.ts';
import { DroppedPairs } from './dropped-pairs.ts';
import { type Gbk, parseGbk } from './gbk.ts';
import { type Charsets, parseCharsets } from './mojibake/charsets.ts';
import { rankPairs } from './rank-pairs.ts';
import { parseEntities } from './references.ts';

export const patternsFile = 'repair/patterns.tsv';
const patternNames = [
  ...(['aboutReferences', 'aboutMojibake', 'announcesExample', 'asks'] as const),
  ...(['lostAsGbk', 'lostAsLatin', 'unwritten', 'undecoded', 'unencoded', 'lossSign'] as const),
] as const;

/** Words and signs that the repair looks for; `patterns.tsv` says what each is. */
export type RepairPatterns = Readonly<Record<(typeof patternNames)[number], RegExp>>;

/** What the repair knows; tables are by UTF-16 unit unless they say otherwise. */
export interface RepairRules {
  readonly gbk: Gbk;
  readonly readings: Readings;
  readonly channel: Channel;
  readonly words: WordModel;
  readonly fold: FoldTable;
  /** The same for pages whose full-width marks were folded to ASCII: these are what they were. */
  readonly widened: FoldTable;
  /** By folded unit: cost of the character as a word of its own, in quarters of a nat; every unit has one. */
  readonly costs: Uint8Array;
  /** By unit: 1 for characters that are Simplified and nothing else. */
  readonly simplifiedOnly: Uint8Array;
  /**
   * Pairs that leave no trace where private-use characters are dropped (`dropped`) or kept (`unassigned`); found when
   * they are first asked for.
   */
  readonly dropped: DroppedPairs;
  readonly unassigned: DroppedPairs;
  /** By lead: its trails, those of the likeliest characters first. */
  readonly trailsOf: readonly Uint8Array[];
  /** By trail: its leads, those of the likeliest characters first. */
  readonly leadsOf: readonly Uint8Array[];
  /** Words and signs to look for, parsed when they are first asked for. */
  readonly patterns: () => RepairPatterns;
  /** The encodings text is misread in, parsed when they are first asked for. */
  readonly charsets: () => Charsets;
  /** Characters by the names of their references, parsed when they are first asked for. */
  readonly entities: () => ReadonlyMap<string, string>;
  /** Names of encodings, parsed when bytes do not speak for themselves. */
  readonly encodings: () => EncodingNames;
}

/**
 * The files of `src/data/` that {@link parseRepairFiles} asks for; those from `big5.txt` on only for text that is not sound.
 */
export const repairFiles = [
  ...['fold.txt', 'words.txt', 'pairs.txt', 'gbk.txt', 'readings.txt', 'marks.txt', 'simplified-only.txt'],
  ...['channel.txt', patternsFile, 'big5.txt', 'single-byte.txt', 'entities.txt', 'encodings.txt'],
] as const;

/**
 * The tables of the repair: `repair(read('電子商務(wù)…'), parseRepairFiles(read))`. Throws, naming the file, on a row it
 * does not understand.
 */
export function parseRepairFiles(read: ReadFile, words: WordModel = parseWordFiles(read)): RepairRules {
  const gbk = parseGbk(read('gbk.txt'));
  const costs = parseMarks(read, words);
  const ranks = rankPairs(gbk, { costs, fold: words.fold });
  const dropped = once(() => new DroppedPairs(ranks, true));
  const unassigned = once(() => new DroppedPairs(ranks, false));
  return {
    gbk,
    readings: parseReadings(read('readings.txt')),
    channel: parseChannel(read('channel.txt'), gbk),
    words,
    fold: words.fold,
    widened: widen(words.fold),
    costs,
    simplifiedOnly: readCharacters(read('simplified-only.txt')),
    get dropped() {
      return dropped();
    },
    get unassigned() {
      return unassigned();
    },
    trailsOf: ranks.trailsOf,
    leadsOf: ranks.leadsOf,
    patterns: once(() => readPatterns(patternsFile, read, patternNames)),
    charsets: once(() => parseCharsets(() => read('big5.txt'), read('single-byte.txt'), gbk)),
    entities: once(() => parseEntities(read('entities.txt'))),
    encodings: once(() => parseEncodings(read('encodings.txt'))),
  };
}

const WIDE = 0xfee0; // from ! U+0021 to ！ U+FF01

function widen(fold: FoldTable): FoldTable {
  const widened = fold.slice();
  for (const mark of '!(),:;?') widened[mark.charCodeAt(0)] = mark.charCodeAt(0) + WIDE;
  return widened;
}

/** `marks.txt`: cost, tab, characters, pairs or ranges `U+3041-U+30FF`, separated by blanks. Pairs go to the words. */
function parseMarks(read: ReadFile, words: WordModel): Uint8Array {
  const costs = words.single.slice();
  addRareHan(costs);
  for (const [cost = '', items = ''] of readRows('marks.txt', read, 2)) {
    if (!(Number(cost) > 0)) throw new Error(`marks.txt: no cost: ${cost}`);
    for (const item of items.split(' ')) {
      if (item.length === 2) addPair(words, item, Number(cost));
      else fillCost(costs, item, Number(cost));
    }
  }
  return costs;
}

/** `item` is a character, or a range. */
function fillCost(costs: Uint8Array, item: string, cost: number): void {
  const [, first, last] = /^U\+([0-9A-F]{4})-U\+([0-9A-F]{4})$/.exec(item) ?? [];
  if (first === undefined || last === undefined) costs[item.charCodeAt(0)] = cost;
  else costs.fill(cost, Number.parseInt(first, 16), Number.parseInt(last, 16) + 1);
}

function addRareHan(costs: Uint8Array): void {
  for (let unit = 0x4e00; unit <= 0x9fff; unit++) if (costs[unit] === UNKNOWN) costs[unit] = COST.rareHan;
}
