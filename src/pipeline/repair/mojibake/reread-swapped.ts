/** Rereading pairs of one encoding as the pairs of the other they were: 扂蠅 → 我们, character by character. */

import { isHanUnit, isPrivateUse } from '../../text/han.ts';
import { costOfUnit } from '../../text/word-model.ts';
import { SWAP } from '../constants.ts';
import type { RepairRules } from '../rules.ts';
import type { Charset } from './charsets.ts';
import type { TextSpan } from './lines.ts';
import { type Stretch, StretchWriter } from './stretch.ts';

/** More than any text costs. */
const IMPOSSIBLE = 1 << 14;
const QUESTION = 0x3f;

/** The two encodings of a swap, and the text's units as `right` has them; 0 where it has none. */
interface Swap {
  readonly wrong: Charset;
  readonly right: Charset;
  readonly found: string;
  readonly mapped: Uint16Array;
}

/** The stretches of a span that read better as `right`, with the same pairs. */
export function rereadSwapped(
  { text, start, end }: TextSpan,
  { wrong, right }: { readonly wrong: Charset; readonly right: Charset },
  rules: RepairRules,
): Stretch[] {
  const found = text.slice(start, end);
  const swap = { wrong, right, found, mapped: map(found, wrong, right) };
  return collect(swap, start, rules);
}

function map(found: string, wrong: Charset, right: Charset): Uint16Array {
  const mapped = new Uint16Array(found.length);
  for (let i = 0; i < found.length; i++) {
    const unit = found.charCodeAt(i);
    const code = wrong.codeOf[unit]!;
    mapped[i] = unit < 0x80 ? unit : code < 0x100 ? 0 : right.unitOf[code]!;
  }
  return mapped;
}

/** By unit: 1 where the cheapest way through the text is the swapped one. */
function cheapestStates({ found, mapped }: Swap, rules: RepairRules): Uint8Array {
  const { length } = found;
  const states = new Uint8Array(length);
  // Whether the state before was the other one: bit 0 for sound, bit 1 for swapped.
  const came = new Uint8Array(length);
  let sound = 0;
  let swapped = SWAP.beginCost;
  for (let i = 0; i < length; i++) {
    came[i] = (swapped + SWAP.switchCost < sound ? 1 : 0) | (sound + SWAP.switchCost < swapped ? 2 : 0);
    const unit = found.charCodeAt(i);
    const [toSound, toSwapped] = [
      Math.min(sound, swapped + SWAP.switchCost),
      Math.min(swapped, sound + SWAP.switchCost),
    ];
    sound = toSound + (unit < 0x80 ? 0 : costOfUnit(unit, rules));
    swapped = toSwapped + (unit < 0x80 ? 0 : mapped[i] === 0 ? IMPOSSIBLE : costOfUnit(mapped[i]!, rules));
  }
  let state = swapped < sound ? 1 : 0;
  for (let i = length - 1; i >= 0; i--) {
    states[i] = state;
    if ((came[i]! & (1 << state)) !== 0) state = 1 - state;
  }
  return states;
}

function collect(swap: Swap, start: number, rules: RepairRules): Stretch[] {
  const { found, mapped } = swap;
  const states = cheapestStates(swap, rules);
  const writer = new StretchWriter();
  const stretches: Stretch[] = [];
  const isHigh = (i: number) => states[i] === 1 && mapped[i]! > 0x7f;
  let from = 0;
  for (let i = 0; i <= found.length; i++) {
    if (states[i] === 1 && mapped[i] !== 0) {
      if (writer.isEmpty) from = i;
      if (mapped[i] === QUESTION && isHigh(i - 1) && isHigh(i + 1))
        writer.addHole(() => unknownTo(swap, rules), start + i);
      else writer.add(String.fromCharCode(mapped[i]!), start + i);
    } else if (!writer.isEmpty) {
      const stretch = writer.finish(start + i);
      if (stretch && isOddHan(swap, [from, i], rules)) stretches.push(stretch);
    }
  }
  return stretches;
}

const unknown = new WeakMap<Charset, string[]>();

/** The commonest characters whose pair the wrong encoding does not have, or has as private use: what `?` can have been. */
function unknownTo({ wrong, right }: Swap, rules: RepairRules): string[] {
  const known = unknown.get(wrong);
  if (known) return known;
  const characters: string[] = [];
  for (let code = 0x8140; code < 0x10000; code++) {
    const unit = right.unitOf[code]!;
    const seen = wrong.unitOf[code]!;
    if (unit !== 0 && !isPrivateUse(unit) && (seen === 0 || isPrivateUse(seen)))
      characters.push(String.fromCharCode(unit));
  }
  const cost = (character: string) => costOfUnit(character.charCodeAt(0), rules);
  characters.sort((a, b) => cost(a) - cost(b)).length = Math.min(characters.length, SWAP.unknown);
  unknown.set(wrong, characters);
  return characters;
}

/**
 * Is what was found Han for the most part, and odder than what it becomes? Kana, Cyrillic and Greek become common
 * characters, but a text in them is no mojibake.
 */
function isOddHan(
  { found, mapped }: Swap,
  [from, to]: readonly [number, number],
  rules: RepairRules,
): boolean {
  let [han, others, gain] = [0, 0, 0];
  for (let i = from; i < to; i++) {
    const unit = found.charCodeAt(i);
    if (isHanUnit(unit) || isPrivateUse(unit)) {
      han++;
      gain += costOfUnit(unit, rules) - costOfUnit(mapped[i]!, rules);
    } else if (unit > 0x7f) others++;
  }
  return han > 0 && han >= others && gain >= SWAP.gain * han;
}
