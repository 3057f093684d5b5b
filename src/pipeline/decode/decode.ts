/** From the bytes of a witness to its text. */
import type { Witness } from '../../contract/edition.ts';
import type { Encoding } from '../../contract/vocabulary.ts';
import type { FoldTable } from '../text/fold.ts';
import { costOfUnit } from '../text/word-model.ts';
import { type Decoded, decodeAs, encodingOfBom, toText } from './codec.ts';
import { DECODING } from './constants.ts';
import type { EncodingNames } from './encodings.ts';

/** What tells an encoding where the bytes do not speak for themselves; looked at only then. */
export interface DecodeRules {
  /** Names of encodings, and which are tried. */
  readonly encodings: () => EncodingNames;
  readonly fold: FoldTable;
  /** By folded unit: cost of the character as a word of its own, in quarters of a nat; every unit has one. */
  readonly costs: Uint8Array;
}

/**
 * Decode `bytes`: by byte order mark, else as UTF-8 where they are valid, else as they declare, else by what reads best.
 * Never throws; {@link encode} gives the bytes back. `rules` are looked at only when the bytes do not speak for
 * themselves.
 */
export function decode(bytes: Uint8Array, rules: DecodeRules): Decoded {
  const encoding = encodingOfBom(bytes);
  if (encoding) return decodeAs(bytes, encoding);
  return decodeUtf8(bytes) ?? decodeAs(bytes, declared(bytes, rules) ?? likeliest(bytes, rules));
}

/**
 * The text of `witness` as any program may write it: a lone surrogate of a UTF-16 file has no place in UTF-8. Throws a
 * sentence without its subject, and without a full stop, when its bytes are no text.
 */
export function decodeWitness({ bytes, text }: Witness, rules: DecodeRules): Decoded {
  if (text !== undefined) return { text: text.toWellFormed(), encoding: 'utf-8', hasBom: false, raw: [] };
  const decoded = decode(bytes, rules);
  if (isBinary(decoded, rules))
    throw new Error('is no text in any encoding we know; save it as UTF-8, or leave it out');
  return { ...decoded, text: decoded.text.toWellFormed() };
}

/** Valid UTF-8 needs no second look: the text gives its bytes back. */
function decodeUtf8(bytes: Uint8Array): Decoded | undefined {
  if (bytes.subarray(0, DECODING.sample).includes(0)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf-8', hasBom: false, raw: [] };
  } catch {
    return undefined; // malformed: the others are tried
  }
}

function declared(bytes: Uint8Array, rules: DecodeRules): Encoding | undefined {
  const head = toText(bytes.subarray(0, DECODING.declaration), 'windows-1252');
  const name = /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const encoding = name === undefined ? undefined : rules.encodings().byName.get(name);
  if (encoding === undefined || encoding === 'utf-8') return undefined;
  const sample = toText(bytes.subarray(0, DECODING.sample), encoding);
  return countMalformed(sample) < DECODING.malformedAsDeclared * sample.length + 1 ? encoding : undefined;
}

function countMalformed(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

/** The encoding in which a sample costs least, byte for byte. */
function likeliest(bytes: Uint8Array, rules: DecodeRules): Encoding {
  const sample = bytes.subarray(0, DECODING.sample);
  let best: Encoding = 'utf-8';
  let least = Number.POSITIVE_INFINITY;
  for (const encoding of rules.encodings().tried) {
    const cost = costOf(toText(sample, encoding), rules);
    if (cost < least) [best, least] = [encoding, cost];
  }
  return best;
}

function costOf(text: string, rules: DecodeRules): number {
  let cost = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    cost += unit === 0xfffd || unit === 0 ? DECODING.malformedCost : costOfUnit(unit, rules);
  }
  return cost;
}

/**
 * Is this no text at all? It has NUL characters, or next to nothing that could be decoded, or reads like chance in the
 * encoding that was the likeliest. What is valid UTF-8 without NUL is text.
 */
export function isBinary({ text, encoding }: Decoded, rules: DecodeRules): boolean {
  const head = text.slice(0, DECODING.sample);
  if (head.includes('\0') || countMalformed(head) > DECODING.malformedInBinary * head.length) return true;
  return encoding !== 'utf-8' && costOf(head, rules) > DECODING.nonsenseCost * head.length;
}
