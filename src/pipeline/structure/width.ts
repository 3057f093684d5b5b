/** Full-width punctuation, where a crawler folded it to ASCII: 微信,很好玩 → 微信，很好玩. */
import type { Edit } from '../reading.ts';

const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e“”‘’…—]/u;
/** By unit: a mark that a page has either in half or in full width. */
const HALF = 1;
const FULL = 2;
const marks = new Uint8Array(0x10000);
for (const mark of ',;:?!()') marks[mark.charCodeAt(0)] = HALF;
for (const mark of '，；：？！（）') marks[mark.charCodeAt(0)] = FULL;

const FOLDED = new Set([',', ';', ':', '?', '!', '(', ')']);
const HAN = /\p{Script=Han}/u;
const FARTHEST = 8;
const LATIN = /[A-Za-z0-9]/;

/**
 * Was the page's punctuation folded? It was when almost no full-width form is left beside Chinese characters. A page
 * that has both uses them as its author did, and is left alone.
 */
export function wasFolded(witness: string): boolean {
  let half = 0;
  let full = 0;
  for (let i = 1; i < witness.length; i++) {
    const width = marks[witness.charCodeAt(i)]!;
    if (width === 0 || !CHINESE.test(witness[i - 1]!)) continue;
    if (width === HALF) half++;
    else full++;
  }
  return half > 0 && full * 10 <= half;
}

/** Edits over `text` that widen the punctuation between `start` and `end` (UTF-16) that stands in Chinese. */
export function widen(text: string, start: number, end: number): Edit[] {
  const wide = findBrackets(text, start, end);
  const edits: Edit[] = [];
  for (let i = start; i < end; i++) {
    const mark = text[i]!;
    if (!FOLDED.has(mark)) continue;
    const isBracket = mark === '(' || mark === ')';
    if (isBracket ? wide.has(i) : isInChinese(text, i, start, end)) edits.push(toFullWidth(text, i));
  }
  return edits;
}

function toFullWidth(text: string, at: number): Edit {
  const corr = String.fromCharCode(text.charCodeAt(at) + 0xfee0);
  return { start: at, end: at + 1, corr, note: { type: 'normalisation', kind: 'width' } };
}

/** A mark belongs to the Chinese when a Chinese character is beside it, and no number or time runs across it. */
function isInChinese(text: string, at: number, start: number, end: number): boolean {
  const before = neighbour(text, at, -1, start, end);
  const after = neighbour(text, at, 1, start, end);
  if (LATIN.test(before) && LATIN.test(after)) return false; // 1,000 · 12:30 · https://
  if (text.startsWith('://', at)) return false;
  return CHINESE.test(before) || CHINESE.test(after);
}

/** The nearest character that is no blank and no other folded mark: in `…(一):給` the colon's is 一. */
function neighbour(text: string, at: number, step: 1 | -1, start: number, end: number): string {
  const stop = at + step * FARTHEST;
  for (let i = at + step; i >= start && i < end && i !== stop; i += step) {
    const character = text[i]!;
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
function findBrackets(text: string, start: number, end: number): ReadonlySet<number> {
  const wide = new Set<number>();
  const stack: Open[] = [];
  for (let i = start; i < end; i++) {
    const character = text[i]!;
    const top = stack.at(-1);
    if (character === '(') stack.push({ at: i, hasHan: false, hasCode: false });
    else if (character === ')') closeBracket(text, i, stack, wide, [start, end]);
    else if (top && HAN.test(character)) top.hasHan = true;
    else if (top && /[=;{}]/.test(character)) top.hasCode = true;
  }
  for (const { at } of stack) if (isInChinese(text, at, start, end)) wide.add(at);
  return wide;
}

function closeBracket(
  text: string,
  at: number,
  stack: Open[],
  wide: Set<number>,
  [start, end]: [number, number],
): void {
  const open = stack.pop();
  if (open === undefined) {
    if (isInChinese(text, at, start, end)) wide.add(at);
    return;
  }
  const outer = stack.at(-1);
  if (outer && open.hasHan) outer.hasHan = true;
  const followsChinese = open.at > start && CHINESE.test(text[open.at - 1]!);
  if (open.hasHan || (followsChinese && !open.hasCode)) wide.add(open.at).add(at);
}
