/** Program code: lines without Chinese but in comments and strings, with the signs of code. */
import { type Line, lineAt } from '../page/line.ts';
import * as limits from './constants.ts';
import { type Group, type Lines, takeRun } from './group.ts';
import type { CodeSign } from './structure-rules.ts';

const NO_CODE = /["'][^"']*["']|\/\*.*?\*\/|(?:\/\/|#|--|\/\*).*$/g; // strings and comments
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]/u;
const SENTENCE_END = /[a-z][.!?]$/;
const KEYWORD = /^[A-Z]{2,}(?=[\s;(]|$)/; // END IF;, ON table FOR EACH ROW
const FENCE = /^(`{3,})([\w+-]*)$/;

/** A block between fences, which stands in the text as Markdown has it. The fences are not part of the code. */
export function findFence({ lines }: Lines, at: number): Group | undefined {
  const [, fence, lang] = FENCE.exec(lineAt(lines, at).text) ?? [];
  if (fence === undefined) return undefined;
  const { length } = takeRun(lines, ({ text }) => text !== fence, {
    from: at + 1,
    most: limits.MOST_CODE_LINES,
  });
  const end = at + 1 + length;
  if (length === 0 || lines[end]?.text !== fence) return undefined;
  const inside = lines.slice(at, end + 1);
  const markers = inside.map(({ text }, i) => {
    const isFence = i === 0 || i === inside.length - 1;
    return isFence ? { length: text.length, corr: text } : { length: 0, corr: '' };
  });
  return { kind: 'code', lines: inside, markers, ...(lang && { lang }) };
}

/**
 * The code that begins at the line `at`: lines in a row, at least a third of them with a sign of code
 * (`code-signs.tsv`), the first and, but for words in capitals, the last among them; none a sentence.
 */
export function findCode({ lines, rules: { codeSigns } }: Lines, at: number): Group | undefined {
  if (!isCode(lineAt(lines, at), codeSigns)) return undefined;
  const run = takeRun(lines, isPossible, { from: at, most: limits.MOST_CODE_LINES });
  const isSigned = run.map((line) => isCode(line, codeSigns));
  const end = run.findLastIndex(({ text }, index) => isSigned[index] || KEYWORD.test(text));
  const code = run.slice(0, end + 1);
  const signed = isSigned.filter(Boolean).length;
  return code.length >= limits.FEWEST_CODE_LINES && signed * limits.CODE_LINES_A_SIGN >= code.length
    ? { kind: 'code', lines: code }
    : undefined;
}

/** No Chinese outside strings and comments, and no English sentence. */
function isPossible({ text, han }: Line): boolean {
  if (text.length > limits.LONGEST_CODE_LINE || SENTENCE_END.test(text)) return false;
  if (han === 0 && !CHINESE.test(text)) return true;
  return !CHINESE.test(text.replace(NO_CODE, ''));
}

function isCode(line: Line, signs: readonly CodeSign[]): boolean {
  return isPossible(line) && signs.some(({ where, sign }) => hasSign[where](line.text, sign));
}

const hasSign: Readonly<Record<CodeSign['where'], (text: string, sign: string) => boolean>> = {
  starts: (text, sign) => text.startsWith(sign),
  has: (text, sign) => text.includes(sign),
  ends: (text, sign) => text.endsWith(sign),
};
