/**
 * The damage of a spam mirror, done on purpose: the forward direction of the channel whose inverse is `repair`. Works on
 * bytes, in the mirror's own order; every step is optional.
 */

import { isPrivate } from '../../src/pipeline/repair/gbk.ts';
import type { RepairRules } from '../../src/pipeline/repair/rules.ts';
import type { Random } from '../support/random.ts';

export interface ChannelOptions {
  /** Characters that get a gloss, as UTF-16 units, each with its reading; in the order of replacement. */
  readonly table: ReadonlyMap<number, string>;
  /** Put control bytes before marks. */
  readonly hasControls: boolean;
  /** A blank inside the gloss: `絡(luò )`. */
  readonly hasBlanks: boolean;
  /** Keep the private-use characters that user-defined pairs decode to. */
  readonly keepsPrivate: boolean;
  /** Fold full-width ASCII punctuation to half width. */
  readonly isFolded: boolean;
  /** Leave control characters in the text. */
  readonly keepsControls: boolean;
  /** Drop the `?` of a tear before a mark. */
  readonly isSilent: boolean;
  readonly random: Random;
}

const MARKS = [0xa1a3, 0xa1a2, 0xa3ac, 0xa3a1, 0xa3bb, 0xa3bf];
const LOST = 0x3f;

/** `text` (Traditional as a mirror converts it; what GBK cannot hold must not be in it) as a mirror would serve it. */
export function damage(text: string, options: ChannelOptions, rules: RepairRules): string {
  let bytes = toGbk(text, rules);
  if (options.hasControls)
    for (const mark of MARKS) bytes = insertAtPair(bytes, mark, { before: () => controls(options) });
  for (const [unit, reading] of options.table) {
    const gloss = toGbk(`(${reading}${options.hasBlanks ? ' ' : ''})`, rules);
    bytes = insertAtPair(bytes, rules.gbk.pairOf[unit] ?? 0, { behind: gloss });
  }
  return crawl(decodeLeniently(bytes, options, rules), options);
}

function controls({ random }: ChannelOptions): Uint8Array {
  return Uint8Array.from({ length: 1 + Math.floor(random() * 5) }, () => 0x05 + Math.floor(random() * 4));
}

/** Characters that GBK has no pair for become `?`, as a mirror's conversion makes them. */
export function toGbk(text: string, { gbk }: RepairRules): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const pair = gbk.pairOf[unit] ?? 0; // 0: there is none
    if (unit < 0x80 || pair === 0) bytes[length++] = unit < 0x80 ? unit : LOST;
    else {
      bytes[length++] = pair >> 8;
      bytes[length++] = pair & 0xff;
    }
  }
  return bytes.slice(0, length);
}

/** Puts bytes before or behind every place where the pair is found, at any byte offset. */
function insertAtPair(
  bytes: Uint8Array,
  pair: number,
  { before, behind = [] }: { before?: () => Iterable<number>; behind?: Iterable<number> },
): Uint8Array {
  const out: number[] = [];
  const [lead, trail] = [pair >> 8, pair & 0xff];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte !== lead || bytes[i + 1] !== trail) {
      out.push(byte);
      continue;
    }
    out.push(...(before?.() ?? []), lead, trail, ...behind);
    i++;
  }
  return Uint8Array.from(out);
}

function decodeLeniently(bytes: Uint8Array, options: ChannelOptions, { gbk }: RepairRules): string {
  const units: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) units.push(lead);
    else if (lead === 0x80) units.push(0x20ac);
    else if (lead === 0xff) units.push(LOST);
    else {
      const trail = bytes[++i] ?? 0;
      if (trail < 0x40 || trail === 0x7f || trail === 0xff) {
        if (!(options.isSilent && trail >= 0x05 && trail <= 0x08)) units.push(LOST);
        continue;
      }
      const unit = gbk.unitOf[(lead << 8) | trail] ?? 0; // 0: there is none
      if (unit !== 0 && (options.keepsPrivate || !isPrivate(unit))) units.push(unit);
    }
  }
  return units.map((unit) => String.fromCharCode(unit)).join('');
}

function crawl(text: string, { keepsControls, isFolded }: ChannelOptions): string {
  const kept = keepsControls ? text : text.replace(/[\u0001-\u0008]/g, '');
  return isFolded
    ? kept.replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    : kept;
}
