/** Full-width punctuation, where a crawler folded it to ASCII: 微信,很好玩 → 微信，很好玩. */
import type { Edit } from '../reading.ts';
import * as limits from './constants.ts';

const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e“”‘’…—]/u;
/** By unit: a mark that a page has either in half or in full width. */
const HALF = 1;
const FULL = 2;
const marks = new Uint8Array(0x10000);
for (const mark of ',;:?!()') marks[mark.charCodeAt(0)] = HALF;
for (const mark of '，；：？！（）') marks[mark.charCodeAt(0)] = FULL;

const FOLDED = new Set([',', ';', ':', '?', '!', '(', ')']);
const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-z0-9]/;

/**
 * Was the page's punctuation folded? It was when almost no full-width form is left beside Chinese characters. A page
 * that has both uses them as its author did, and is left alone.
 */
export function wasFolded(witness: string): boolean {
  let half = 0;
  let full = 0;
  for (let i = 1; i < witness.length; i++) {
    const width = marks[witness.charCodeAt(i)];
    if (width === 0 || !CHINESE.test(witness.charAt(i - 1))) continue;
    if (width === HALF) half++;
    else full++;
  }
  return half > 0 && full * limits.HALVES_A_FULL <= half;
}

/** The stretch of `text` from `start` to `end`, UTF-16. */
interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Edits over the text of `stretch` that widen the punctuation in the stretch that stands in Chinese. */
export function widen(stretch: Stretch): Edit[] {
  const { text, start, end } = stretch;
  const wide = findBrackets(stretch);
  const edits: Edit[] = [];
  for (let i = start; i < end; i++) {
    const mark = text.charAt(i);
    if (!FOLDED.has(mark)) continue;
    const isBracket = mark === '(' || mark === ')';
    if (isBracket ? wide.has(i) : isInChinese(stretch, i)) edits.push(toFullWidth(text, i));
  }
  return edits;
}

function toFullWidth(text: string, at: number): Edit {
  const corr = String.fromCharCode(text.charCodeAt(at) + 0xfee0);
  return { start: at, end: at + 1, corr, note: { type: 'normalisation', kind: 'width' } };
}

/** A mark belongs to the Chinese when a Chinese character is beside it, and no number or time runs across it. */
function isInChinese(stretch: Stretch, at: number): boolean {
  const before = findNeighbour(stretch, at, -1);
  const after = findNeighbour(stretch, at, 1);
  if (LATIN.test(before) && LATIN.test(after)) return false; // 1,000 · 12:30 · https://
  if (stretch.text.startsWith('://', at)) return false;
  return CHINESE.test(before) || CHINESE.test(after);
}

/** The nearest character that is no blank and no other folded mark: in `…(一):給` the colon's is 一. */
function findNeighbour({ text, start, end }: Stretch, at: number, step: 1 | -1): string {
  const stop = at + step * limits.FARTHEST_NEIGHBOUR;
  for (let i = at + step; i >= start && i < end && i !== stop; i += step) {
    const character = text.charAt(i);
    if (character !== ' ' && !FOLDED.has(character) && character !== '"') return character;
  }
  return '';
}

/** An open bracket on the stack; `hasHan`: a Chinese character has been met since. */
interface Open {
  readonly at: number;
  hasHan: boolean;
  hasCode: boolean;
}

/** Offsets of the brackets that stand in Chinese: in pairs, by what is inside or before them. */
function findBrackets(stretch: Stretch): ReadonlySet<number> {
  const { text, start, end } = stretch;
  const wide = new Set<number>();
  const stack: Open[] = [];
  for (let i = start; i < end; i++) {
    const character = text.charAt(i);
    const top = stack.at(-1);
    if (character === '(') stack.push({ at: i, hasHan: false, hasCode: false });
    else if (character === ')') closeBracket(stretch, i, { stack, wide });
    else if (top && HAN.test(character)) top.hasHan = true;
    else if (top && /[=;{}]/.test(character)) top.hasCode = true;
  }
  for (const { at } of stack) if (isInChinese(stretch, at)) wide.add(at);
  return wide;
}

function closeBracket(
  stretch: Stretch,
  at: number,
  { stack, wide }: { readonly stack: Open[]; readonly wide: Set<number> },
): void {
  const open = stack.pop();
  if (open === undefined) {
    if (isInChinese(stretch, at)) wide.add(at);
    return;
  }
  const outer = stack.at(-1);
  if (outer && open.hasHan) outer.hasHan = true;
  const followsChinese = open.at > stretch.start && CHINESE.test(stretch.text.charAt(open.at - 1));
  if (open.hasHan || (followsChinese && !open.hasCode)) wide.add(open.at).add(at);
}
