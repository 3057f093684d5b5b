/** Lines that many documents of one run have: what a site puts on all its pages. */

import type { ScriptTable } from '../text/script-table.ts';
import { splitLines } from './line.ts';

const SIZE = 1 << 20;
const LEAST_DOCUMENTS = 10;
const LEAST_TIMES = 5;
const LEAST_SHARE = 0.01;
const SHORTEST = 4;

/**
 * In how many documents each line was seen, in a fixed amount of memory: two tables of counters, of which the lower
 * one is believed. Lines may share counters, so a count can be too high, but by far less than what is asked of it.
 */
export interface LineCounts {
  documents: number;
  readonly tables: readonly [Uint16Array, Uint16Array];
}

export function createLineCounts(): LineCounts {
  return { documents: 0, tables: [new Uint16Array(SIZE), new Uint16Array(SIZE)] };
}

/** Count the lines of one document, each once. Call it for every document of the run before stripping any. */
export function countLines(counts: LineCounts, text: string, scripts: ScriptTable): void {
  counts.documents++;
  const plains = splitLines(text, scripts).map(({ plain }) => plain);
  for (const plain of new Set(plains)) {
    const [a, b] = slotsOf(plain);
    const times = timesSeen(plain, counts) + 1;
    if (times > 0xffff) continue;
    if (counts.tables[0][a]! < times) counts.tables[0][a] = times;
    if (counts.tables[1][b]! < times) counts.tables[1][b] = times;
  }
}

function timesSeen(plain: string, { tables }: LineCounts): number {
  const [a, b] = slotsOf(plain);
  return Math.min(tables[0][a]!, tables[1][b]!);
}

/** FNV-1a, twice. */
function slotsOf(plain: string): [number, number] {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < plain.length; i++) {
    const unit = plain.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ (unit + 0x9e37), 0x85ebca6b);
    b ^= b >>> 13;
  }
  return [(a ^ (a >>> 15)) & (SIZE - 1), (b ^ (b >>> 16)) & (SIZE - 1)];
}

/** Is the line on so many documents of the run that it is the site's? Returns how many, or 0. */
export function isFurnitureOfRun(plain: string, counts: LineCounts): number {
  if (counts.documents < LEAST_DOCUMENTS || plain.length < SHORTEST) return 0;
  const times = timesSeen(plain, counts);
  return times >= Math.max(LEAST_TIMES, LEAST_SHARE * counts.documents) ? times : 0;
}
