/** What can have stood where bytes of a UTF-8 sequence are lost. */
import { isLost } from './bytes.ts';
import type { Charset } from './charsets.ts';
import type { Hole } from './stretch.ts';
import { characterOf, optionsWith } from './utf8.ts';

export const BLANK = 0x20;
const NO_BREAK = 0xa0;
const CONTINUATIONS = Array.from({ length: 64 }, (_, i) => 0x80 + i);

/** Bytes that can stand where one is lost. */
export function lossesOf({ isDouble, fragile }: Charset): readonly number[] {
  return isDouble ? CONTINUATIONS : [...fragile, NO_BREAK];
}

/** A sequence that breaks off. */
interface Torn {
  /** What is there of it. */
  readonly sequence: readonly number[];
  /** How many bytes it should have. */
  readonly length: number;
  /** The byte behind it. */
  readonly next: number | undefined;
  /** Does it stand beside others? An accented letter alone among ASCII is one. */
  readonly isAmid: boolean;
}

/** What `torn` can have been; nothing where it is no sequence at all. */
export function optionsFor(torn: Torn, wrong: Charset): Hole['options'] | undefined {
  const { sequence, length, next, isAmid } = torn;
  const missing = length - sequence.length;
  if (length > 3) return undefined;
  if (wrong.isDouble) {
    if (missing === 1 && length === 3) return () => optionsWith(sequence, sequence.length, CONTINUATIONS);
    return missing === 2 && isLost(next) ? () => [] : undefined;
  }
  const losses = lossesOf(wrong);
  if (missing === 1 && isLost(next)) return () => optionsWith(sequence, sequence.length, losses);
  if (missing === 1) return () => withOneGone(torn, wrong.fragile);
  const [lead = 0] = sequence;
  if (missing === 2 && next !== BLANK && lead >= 0xe3 && wrong.fragile.length > 0 && isAmid)
    return () => withTwoGone(lead, wrong.fragile);
  // Two are missing, and one of them, a no-break blank, has become an ordinary one.
  return next === BLANK ? () => optionsWith([...sequence, NO_BREAK], 2, losses) : undefined;
}

/** å of å\u0090\u008D, 名: nothing but the first byte is left. */
function withTwoGone(lead: number, fragile: readonly number[]): string[] {
  return cross(fragile, fragile).flatMap((rest) => characterOf([lead, ...rest]) ?? []);
}

function withOneGone({ sequence, length, next }: Torn, fragile: readonly number[]): string[] {
  const places = length === 3 ? [1, 2] : [1];
  const dropped = [...new Set(places.flatMap((place) => optionsWith(sequence, place, fragile)))];
  if (next !== BLANK) return dropped;
  return [...optionsWith(sequence, sequence.length, [NO_BREAK]), ...dropped.map((option) => `${option} `)];
}

/** Two characters between which a private-use pair of GBK is gone: a byte of each. */
export function pairsOf(head: readonly number[], tail: readonly number[]): string[] {
  const first = PRIVATE_LEADS.flatMap((last) => characterOf([...head, last]) ?? []);
  const second = LEADS.flatMap((next) => characterOf([next, ...tail]) ?? []);
  return first.flatMap((one) => second.map((other) => one + other));
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const cross = (a: readonly number[], b: readonly number[]) =>
  a.flatMap((one) => b.map((other) => [one, other]));
const PRIVATE_LEADS = range(0xaa, 0xaf);
const HIGH_TRAILS = range(0xa1, 0xbf);
const LOW_LEADS = range(0xa1, 0xa7);
const LOW_TRAILS = range(0x80, 0xa0);
const privatePairs = [...cross(PRIVATE_LEADS, HIGH_TRAILS), ...cross(LOW_LEADS, LOW_TRAILS)];
/** First bytes of Chinese characters and marks. */
const LEADS = [0xe2, 0xe3, ...range(0xe4, 0xe9), 0xef];

const knownRests: (readonly string[])[] = [];

/** Characters of `lead` and a private-use pair of GBK that is gone: hundreds, asked for at hole after hole. */
export function withPrivateRest(lead: number): readonly string[] {
  knownRests[lead] ??= privatePairs.flatMap((rest) => characterOf([lead, ...rest]) ?? []);
  return knownRests[lead];
}

/** Last bytes of the marks E3 80 ?? and E2 80 ??: 、。」》 — “ ” …. */
const markEnds: readonly (readonly [number, number])[] = [
  ...[0x81, 0x82, 0x8b, 0x8d].map((end) => [0xe3, end] as const),
  ...[0x94, 0x9c, 0x9d, 0xa6].map((end) => [0xe2, end] as const),
];

/** `head`, 80 and a byte lost: a character that ends in 80 and a `?`, or one before a mark, a pair gone between them. */
export function beforeLostMark(head: readonly number[]): string[] {
  const marks = markEnds.flatMap(([lead, end]) => characterOf([lead, 0x80, end]) ?? []);
  const first = PRIVATE_LEADS.flatMap((last) => characterOf([...head, last]) ?? []);
  const whole = characterOf([...head, 0x80]);
  return [...(whole ? [`${whole}?`] : []), ...first.flatMap((one) => marks.map((mark) => one + mark))];
}
