/**
 * A short signature of a text, by which the same article is known in another mirror, whatever its script, width and
 * punctuation (MinHash with one permutation: Li, Owen and Zhang 2012, densified as by Shrivastava and Li 2014).
 */
import type { FoldTable } from '../text/fold.ts';
import { FEWEST_RUNS, SIGNATURE_SIZE } from './constants.ts';

/** Two signatures agree in as large a share of their values as the texts have five-character runs in common. */
export type Signature = Uint16Array;

/** What a bin of a signature has before a run falls into it. */
const UNSET = 0xffffffff;

/**
 * The signature of `text`; nothing where it is too short. Only letters, digits and Han characters count, folded:
 * 電子商務，B2C and 电子商务 b2c are one.
 */
export function computeSignature(text: string, fold: FoldTable): Signature | undefined {
  const least = new Uint32Array(SIGNATURE_SIZE).fill(UNSET);
  let [a, b, c, d] = [0, 0, 0, 0]; // the four units before
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text.charCodeAt(i), fold);
    if (unit === 0) continue;
    if (++count > 4) {
      const hash = hashRun(a, b, c, d, unit);
      const bin = hash >>> 25; // seven bits, for 128 bins
      const value = hash & 0x1ffffff;
      if (value < least[bin]!) least[bin] = value;
    }
    [a, b, c, d] = [b, c, d, unit];
  }
  return count - 4 < FEWEST_RUNS ? undefined : densify(least);
}

/** How alike two texts are, from 0 to 1, by their signatures; 0.05 more or less. */
export function similarity(a: Signature, b: Signature): number {
  let equal = 0;
  for (let i = 0; i < SIGNATURE_SIZE; i++) if (a[i] === b[i]) equal++;
  return equal / SIGNATURE_SIZE;
}

/** `unit` as it is compared, 0 for one that is not: marks, blanks, symbols and halves of rare characters. */
export function foldUnit(unit: number, fold: FoldTable): number {
  if (unit < 0x80) return asciiOf[unit]!;
  if (unit >= 0xff10 && unit <= 0xff5a) return asciiOf[unit - 0xfee0]!; // full width: Ａ → a
  if (unit >= 0x3400 && unit <= 0x9fff) return fold[unit]!;
  return 0;
}

/** Digits and lower-case letters by ASCII code, 0 for the rest. */
const asciiOf = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9]/.test(character) ? character.charCodeAt(0) : 0;
});

/** A 32-bit hash of five units; it is called for every character, and an array would be made each time. */
function hashRun(a: number, b: number, c: number, d: number, e: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d) ^ Math.imul(c, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1) ^ Math.imul(d, 0x9e3779b1) ^ e;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A bin that no run fell into borrows from the next one that has a value; so do all texts with that bin empty. */
function densify(least: Uint32Array): Signature {
  const signature = new Uint16Array(SIGNATURE_SIZE);
  for (let bin = 0; bin < SIGNATURE_SIZE; bin++) {
    let step = 0;
    while (least[(bin + step) % SIGNATURE_SIZE] === UNSET) step++;
    const value = least[(bin + step) % SIGNATURE_SIZE]! + Math.imul(step, 0x2545f491);
    signature[bin] = Math.imul(value, 0x9e3779b1) >>> 16;
  }
  return signature;
}
