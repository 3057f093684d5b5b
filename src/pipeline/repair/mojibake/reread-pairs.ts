/** Rereading single bytes as the GBK or Big5 pairs they were: ÖÐ¹ú → 中国, by the cheapest way to cut them into pairs. */
import { costOfUnit } from '../../text/word-model.ts';
import { NEVER, REREAD } from '../constants.ts';
import type { RepairRules } from '../rules.ts';
import { ASKED, type ByteRow, isLost, toBytes } from './bytes.ts';
import type { Charset } from './charsets.ts';
import type { TextSpan } from './lines.ts';
import { type Stretch, StretchWriter } from './stretch.ts';

/** Transitions from a byte to what comes behind it. */
const ALONE = 1;
const PAIR = 2;
/** The lost byte is the lead, or the trail, of a pair with the byte that is there. */
const LEAD_LOST = 3;
const TRAIL_LOST = 4;
/** The same, with a `?` in its place. */
const LEAD_ASKED = 5;
const TRAIL_ASKED = 6;
/** By transition: how many bytes it takes. */
const lengths = Uint8Array.of(0, 1, 2, 1, 1, 2, 2);

/** The stretches of a span that were pairs of `right` before they were read as `wrong`. */
export function rereadPairs(
  span: TextSpan,
  { wrong, right }: { readonly wrong: Charset; readonly right: Charset },
  rules: RepairRules,
): Stretch[] {
  const row = toBytes(span, wrong);
  const transitions = cheapestTransitions(row, costsOf(right, wrong.fragile, rules), rules);
  const writer = new StretchWriter();
  const stretches: Stretch[] = [];
  const finish = (end: number) => {
    const stretch = writer.isEmpty ? undefined : writer.finish(end);
    if (stretch && /[^\0-\x7f]/.test(stretch.text)) stretches.push(stretch);
  };
  const write = createWrite(row, { wrong, right }, writer);
  for (let at = 0; at < row.length; ) {
    const transition = transitions[at]!;
    if (transition === ALONE && (isBroken(row.bytes[at]!) || writer.isEmpty)) finish(row.from[at]!);
    else write(at, transition);
    at += lengths[transition]!;
  }
  finish(span.end);
  return stretches;
}

/** By byte: the first transition of the cheapest cut from there on. */
function cheapestTransitions({ bytes, length }: ByteRow, costs: Costs, rules: RepairRules): Uint8Array {
  const cost = new Int32Array(length + 2);
  const transitions = new Uint8Array(length);
  for (let at = length - 1; at >= 0; at--) {
    const byte = bytes[at]!;
    let least = cost[at + 1]! + (isBroken(byte) ? REREAD.byteLeft : rules.costs[byte & 0x7f]!);
    let transition = ALONE;
    if (byte > 0x7f && byte < 0x100) {
      const next = at + 1 < length ? bytes[at + 1]! : 0;
      const pair = next < 0x40 || next > 0xff ? NEVER : cost[at + 2]! + costs.pair[(byte << 8) | next]!;
      if (pair < least) [least, transition] = [pair, PAIR];
      const isCutOff = next < 0x20;
      const trail = isCutOff ? NEVER : cost[at + 1]! + costs.trailLost[byte]!;
      if (trail < least) [least, transition] = [trail, TRAIL_LOST];
      const lead = isCutOff ? NEVER : cost[at + 1]! + costs.leadLost[byte]!;
      if (lead < least) [least, transition] = [lead, LEAD_LOST];
      const asked = isLost(next) ? cost[at + 2]! + costs.trailLost[byte]! : NEVER;
      if (asked < least) [least, transition] = [asked, TRAIL_ASKED];
    } else if (isLost(byte) && at + 1 < length && bytes[at + 1]! > 0x7f && bytes[at + 1]! < 0x100) {
      const asked = cost[at + 2]! + costs.leadLost[bytes[at + 1]!]!;
      if (asked < least) [least, transition] = [asked, LEAD_ASKED];
    }
    cost[at] = least;
    transitions[at] = transition;
  }
  return transitions;
}

/** Neither ASCII nor `?`. */
function isBroken(byte: number): boolean {
  return byte > 0x7f && byte !== ASKED;
}

/** What pairs cost, and a byte whose other half is lost. */
interface Costs {
  readonly pair: Uint8Array;
  readonly trailLost: Uint16Array;
  readonly leadLost: Uint16Array;
}

const known = new WeakMap<RepairRules, Map<string, Costs>>();

function costsOf(right: Charset, fragile: readonly number[], rules: RepairRules): Costs {
  const byCharset = known.get(rules) ?? new Map<string, Costs>();
  known.set(rules, byCharset);
  const key = `${right.name} ${fragile}`;
  const costs = byCharset.get(key) ?? makeCosts(right, fragile, rules);
  byCharset.set(key, costs);
  return costs;
}

function makeCosts({ unitOf }: Charset, fragile: readonly number[], rules: RepairRules): Costs {
  const pair = new Uint8Array(0x10000).fill(255);
  for (let code = 0x8140; code < 0x10000; code++)
    if (unitOf[code] !== 0) pair[code] = costOfUnit(unitOf[code]!, rules);
  const cheapest = (codeWith: (lost: number) => number) =>
    Math.min(4 * REREAD.byteLeft, ...fragile.map((lost) => pair[codeWith(lost)]! + REREAD.byteLost));
  const table = (codeOf: (byte: number, lost: number) => number) =>
    Uint16Array.from({ length: 256 }, (_, byte) => cheapest((lost) => codeOf(byte, lost)));
  return {
    pair,
    trailLost: table((byte, lost) => (byte << 8) | lost),
    leadLost: table((byte, lost) => (lost << 8) | byte),
  };
}

/** Gives a function that writes what a transition makes of the byte at an offset of `row`. */
function createWrite(
  { bytes, from }: ByteRow,
  { wrong, right }: { readonly wrong: Charset; readonly right: Charset },
  writer: StretchWriter,
): (at: number, transition: number) => void {
  const characterOf = (code: number): string[] => {
    const unit = right.unitOf[code]!;
    return unit === 0 ? [] : [String.fromCharCode(unit)];
  };
  return (at, transition) => {
    const byte = bytes[at]!;
    const next = bytes[at + 1]!;
    if (transition === ALONE) writer.add(byte === ASKED ? '?' : String.fromCharCode(byte), from[at]!);
    else if (transition === PAIR) writer.add(characterOf((byte << 8) | next).join(''), from[at]!);
    else {
      const isTrail = transition === TRAIL_LOST || transition === TRAIL_ASKED;
      const kept = transition === LEAD_ASKED ? next : byte;
      const codes = wrong.fragile.map((lost) => (isTrail ? (kept << 8) | lost : (lost << 8) | kept));
      writer.addHole(() => codes.flatMap(characterOf), from[at]!);
    }
  };
}
