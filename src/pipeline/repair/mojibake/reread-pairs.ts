/** Rereading single bytes as the GBK or Big5 pairs they were: ÖÐ¹ú → 中国, by the cheapest way to cut them into pairs. */
import type { RepairRules } from '../rules.ts';
import { ASKED, type ByteRow, isLost, toBytes } from './bytes.ts';
import type { Charset } from './charsets.ts';
import { type Stretch, StretchWriter } from './stretch.ts';

/** Quarters of a nat: a byte left as it was found, and one that has to be put in because it was lost. */
const LEFT = 110;
const INSERTED = 44;
const NEVER = 1 << 28;

/** Ways to go on from a byte. */
const ALONE = 1;
const PAIR = 2;
/** The lost byte is the lead, or the trail, of a pair with the byte that is there. */
const LEAD_LOST = 3;
const TRAIL_LOST = 4;
/** The same, with a `?` in its place. */
const LEAD_ASKED = 5;
const TRAIL_ASKED = 6;
const lengths = [0, 1, 2, 1, 1, 2, 2];

/** The stretches of `text` from `start` to `end` that were pairs of `right` before they were read as `wrong`. */
export function rereadPairs(
  text: string,
  start: number,
  end: number,
  wrong: Charset,
  right: Charset,
  rules: RepairRules,
): Stretch[] {
  const row = toBytes(text, start, end, wrong);
  const ways = cheapestWays(row, wrong.fragile, right, rules);
  const writer = new StretchWriter();
  const stretches: Stretch[] = [];
  for (let at = 0; at < row.length; ) {
    const way = ways[at]!;
    if (way === ALONE && (isBroken(row.bytes[at]!) || writer.isEmpty)) push(stretches, writer, row.from[at]!);
    else write(row, at, way, wrong.fragile, right, writer);
    at += lengths[way]!;
  }
  push(stretches, writer, end);
  return stretches;
}

function push(stretches: Stretch[], writer: StretchWriter, end: number): void {
  const stretch = writer.isEmpty ? undefined : writer.finish(end);
  if (stretch && /[^\0-\x7f]/.test(stretch.text)) stretches.push(stretch);
}

function cheapestWays(
  { bytes, length }: ByteRow,
  fragile: readonly number[],
  right: Charset,
  rules: RepairRules,
): Uint8Array {
  const prices = pricesOf(right, fragile, rules);
  const cost = new Int32Array(length + 2);
  const ways = new Uint8Array(length);
  for (let at = length - 1; at >= 0; at--) {
    const byte = bytes[at]!;
    let least = cost[at + 1]! + (isBroken(byte) ? LEFT : rules.costs[byte & 0x7f]!);
    let way = ALONE;
    if (byte > 0x7f && byte < 0x100) {
      const next = at + 1 < length ? bytes[at + 1]! : 0;
      const pair = next < 0x40 || next > 0xff ? NEVER : cost[at + 2]! + prices.pair[(byte << 8) | next]!;
      if (pair < least) [least, way] = [pair, PAIR];
      const isCutOff = next < 0x20;
      const trail = isCutOff ? NEVER : cost[at + 1]! + prices.trailLost[byte]!;
      if (trail < least) [least, way] = [trail, TRAIL_LOST];
      const lead = isCutOff ? NEVER : cost[at + 1]! + prices.leadLost[byte]!;
      if (lead < least) [least, way] = [lead, LEAD_LOST];
      const asked = isLost(next) ? cost[at + 2]! + prices.trailLost[byte]! : NEVER;
      if (asked < least) [least, way] = [asked, TRAIL_ASKED];
    } else if (isLost(byte) && at + 1 < length && bytes[at + 1]! > 0x7f && bytes[at + 1]! < 0x100) {
      const asked = cost[at + 2]! + prices.leadLost[bytes[at + 1]!]!;
      if (asked < least) [least, way] = [asked, LEAD_ASKED];
    }
    cost[at] = least;
    ways[at] = way;
  }
  return ways;
}

/** Neither ASCII nor `?`. */
function isBroken(byte: number): boolean {
  return byte > 0x7f && byte !== ASKED;
}

/** What pairs cost, and a byte whose other half is lost. */
interface Prices {
  readonly pair: Uint8Array;
  readonly trailLost: Uint16Array;
  readonly leadLost: Uint16Array;
}

const known = new WeakMap<RepairRules, Map<string, Prices>>();

function pricesOf(right: Charset, fragile: readonly number[], rules: RepairRules): Prices {
  const byCharset = known.get(rules) ?? new Map<string, Prices>();
  known.set(rules, byCharset);
  const key = `${right.name} ${fragile}`;
  const prices = byCharset.get(key) ?? makePrices(right, fragile, rules);
  byCharset.set(key, prices);
  return prices;
}

function makePrices({ unitOf }: Charset, fragile: readonly number[], { costs, fold }: RepairRules): Prices {
  const pair = new Uint8Array(0x10000).fill(255);
  for (let code = 0x8140; code < 0x10000; code++)
    if (unitOf[code] !== 0) pair[code] = costs[fold[unitOf[code]!]!]!;
  const cheapest = (codeWith: (lost: number) => number) =>
    Math.min(4 * LEFT, ...fragile.map((lost) => pair[codeWith(lost)]! + INSERTED));
  const table = (codeOf: (byte: number, lost: number) => number) =>
    Uint16Array.from({ length: 256 }, (_, byte) => cheapest((lost) => codeOf(byte, lost)));
  return {
    pair,
    trailLost: table((byte, lost) => (byte << 8) | lost),
    leadLost: table((byte, lost) => (lost << 8) | byte),
  };
}

function write(
  { bytes, from }: ByteRow,
  at: number,
  way: number,
  fragile: readonly number[],
  right: Charset,
  writer: StretchWriter,
): void {
  const byte = bytes[at]!;
  if (way === ALONE) writer.add(byte === ASKED ? '?' : String.fromCharCode(byte), from[at]!);
  else if (way === PAIR) writer.add(characterOf(right, (byte << 8) | bytes[at + 1]!) ?? '', from[at]!);
  else {
    const isTrail = way === TRAIL_LOST || way === TRAIL_ASKED;
    const known = way === LEAD_ASKED ? bytes[at + 1]! : byte;
    const codes = fragile.map((lost) => (isTrail ? (known << 8) | lost : (lost << 8) | known));
    writer.addHole(() => codes.flatMap((code) => characterOf(right, code) ?? []), from[at]!);
  }
}

function characterOf(charset: Charset, code: number): string | undefined {
  const unit = charset.unitOf[code]!;
  return unit === 0 ? undefined : String.fromCharCode(unit);
}
