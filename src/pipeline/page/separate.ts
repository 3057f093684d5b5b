/** Pages whose blocks were joined by blanks into one line: 首頁 新聞 標題 第一段。 第二段。 上一篇 */
import { amend, type Edit, type Reading } from '../reading.ts';
import * as limits from './constants.ts';

/** Blanks between two blocks: a Han character, a mark or a date before them, and after them what can begin a block. */
const JOINT =
  /(?<=[\p{Script=Han}，。！？；：…”」』）】》]|\d[:：]\d\d|\d{4}-\d\d?-\d\d?)[ \t\u00a0\u3000]+(?=[\p{Script=Han}“「『（【《])/gu;
const STOPPED = /[。！？…”」』）】]$/;

/** A stretch between two joints, and the joint before it. */
interface Block {
  readonly text: string;
  readonly joint: readonly [start: number, end: number];
}

/** `reading` with such lines taken apart, each blank that becomes a line break recorded as a normalisation. */
export function separate(reading: Reading): Reading {
  const edits: Edit[] = [];
  let from = 0;
  for (const line of reading.text.split('\n')) {
    if (line.length >= limits.SHORTEST_JOINED_LINE) edits.push(...separateLine(line, from));
    from += line.length + 1;
  }
  return amend(reading, edits);
}

function separateLine(line: string, from: number): Edit[] {
  const blocks = splitBlocks(line);
  if (blocks.length < limits.FEWEST_JOINED_BLOCKS || line.length < limits.SHORTEST_MEAN_BLOCK * blocks.length)
    return [];
  const first = blocks.findIndex(isParagraph);
  const last = blocks.findLastIndex(isParagraph);
  if (first < 0) return [];
  return blocks.flatMap((block, i): Edit[] => {
    const isOutside = i <= first || i > last;
    if (i === 0 || !(isOutside || isNewBlock(blocks, i))) return [];
    const [start, end] = block.joint;
    const note = { type: 'normalisation', kind: 'line-break' } as const;
    return [{ start: from + start, end: from + end, corr: '\n', note }];
  });
}

function splitBlocks(line: string): Block[] {
  const joints = [...line.matchAll(JOINT)].map(
    ({ index, 0: blank }) => [index, index + blank.length] as const,
  );
  const starts = [[0, 0] as const, ...joints];
  return starts.map((joint, i) => ({ joint, text: line.slice(joint[1], joints[i]?.[0] ?? line.length) }));
}

function isParagraph({ text }: Block): boolean {
  return text.length >= limits.SHORTEST_PARAGRAPH && /[，。；]/.test(text);
}

/** Does a block begin here: after a sentence, or after a heading that stands after one? 一、出車之前的檢查 先看液壓油…… */
function isNewBlock(blocks: readonly Block[], i: number): boolean {
  const textBefore = (at: number) => blocks[at - 1]?.text ?? '';
  const before = textBefore(i);
  const isHeading = before.length <= limits.LONGEST_JOINED_HEADING && !/[，；]/.test(before);
  return STOPPED.test(before) || (isHeading && STOPPED.test(textBefore(i - 1)));
}
