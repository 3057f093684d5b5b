/** Encodings as pairs of functions, and decoding that can be undone byte for byte. */
import iconv from 'iconv-lite';
import { type Encoding, encodings } from '../../contract/vocabulary.ts';
import { DECODING } from './constants.ts';

/** Bytes that their decoded text does not give back: malformed, or written in another way than the usual. */
export interface RawSpan {
  /** UTF-16 offset into the decoded text. */
  readonly at: number;
  /** UTF-16 units that the bytes became. */
  readonly length: number;
  readonly bytes: Uint8Array;
}

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly hasBom: boolean;
  readonly raw: readonly RawSpan[];
}

const boms: Partial<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};

/** The encoding whose byte order mark `bytes` begins with. */
export function encodingOfBom(bytes: Uint8Array): Encoding | undefined {
  return encodings.find((encoding) => startsWithBom(bytes, encoding));
}

function startsWithBom(bytes: Uint8Array, encoding: Encoding): boolean {
  const bom = boms[encoding];
  return bom?.every((byte, i) => bytes[i] === byte) === true;
}

/** `bytes` as text; malformed bytes become U+FFFD. A byte order mark is an ordinary character here. */
export function toText(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'utf-8') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return iconv.decode(bytes as Buffer, encoding, { stripBOM: false });
}

function toBytes(text: string, encoding: Encoding): Uint8Array {
  return encoding === 'utf-8'
    ? new TextEncoder().encode(text)
    : iconv.encode(text, encoding, { addBOM: false });
}

/** Decode `bytes` as `encoding`, keeping what cannot be written back from the text. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const hasBom = startsWithBom(bytes, encoding);
  const body = hasBom ? bytes.subarray(boms[encoding]?.length) : bytes;
  const text = toText(body, encoding);
  return { text, encoding, hasBom, raw: [...findRaw(body, { text, at: 0, encoding })] };
}

/** The bytes that `decoded` was made from. */
export function encode({ text, encoding, hasBom, raw }: Decoded): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.from(hasBom ? (boms[encoding] ?? []) : [])];
  let at = 0;
  for (const span of raw) {
    parts.push(toBytes(text.slice(at, span.at), encoding), span.bytes);
    at = span.at + span.length;
  }
  parts.push(toBytes(text.slice(at), encoding));
  return concat(parts);
}

/** The parts of a stretch that do not come back, found by halving it until only what is wrong is left. */
function* findRaw(bytes: Uint8Array, { text, at, encoding }: Stretch): Generator<RawSpan> {
  if (equal(toBytes(text, encoding), bytes)) return;
  const halves = bytes.length > DECODING.smallestRaw ? split(bytes, text, encoding) : undefined;
  if (!halves) {
    yield { at, length: text.length, bytes: bytes.slice() };
    return;
  }
  const [left, right, leftText, rightText] = halves;
  yield* findRaw(left, { text: leftText, at, encoding });
  yield* findRaw(right, { text: rightText, at: at + leftText.length, encoding });
}

/** What bytes became, and at which offset of the decoded text. */
interface Stretch {
  readonly text: string;
  readonly at: number;
  readonly encoding: Encoding;
}

/** Cut `bytes` near the middle, where decoding both parts gives `text`. */
function split(bytes: Uint8Array, text: string, encoding: Encoding) {
  const middle = (bytes.length >> 2) << 1;
  for (let offset = 0; offset < 8; offset++) {
    const left = bytes.subarray(0, middle + offset);
    const leftText = toText(left, encoding);
    if (!text.startsWith(leftText)) continue;
    const right = bytes.subarray(middle + offset);
    const rightText = toText(right, encoding);
    if (leftText.length + rightText.length === text.length && text.endsWith(rightText)) {
      return [left, right, leftText, rightText] as const;
    }
  }
  return undefined;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
