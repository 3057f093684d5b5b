/** Pages whose blocks were joined by blanks into one line: 首頁 新聞 標題 第一段。 第二段。 上一篇 */
import { amend, type Edit, type Reading } from '../reading.ts';

/** Only a line so long, with so many blanks between Han characters, is taken for such a page. */
const LONGEST_LINE = 300;
const LEAST_BLANKS = 8;
/** Blanks closer than this, on the mean, space characters out and join nothing. */
const LEAST_DISTANCE = 5;
const LONGEST_HEADING = 20;
/** A block so long, or with a full stop in it, is a paragraph. */
const PARAGRAPH = 30;

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
    if (line.length >= LONGEST_LINE) edits.push(...separateLine(line, from));
    from += line.length + 1;
  }
  return amend(reading, edits);
}

function separateLine(line: string, from: number): Edit[] {
  const blocks = splitBlocks(line);
  if (blocks.length <= LEAST_BLANKS || line.length < LEAST_DISTANCE * blocks.length) return [];
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
  return text.length >= PARAGRAPH && /[，。；]/.test(text);
}

/** Does a block begin here: after a sentence, or after a heading that stands after one? 一、出車之前的檢查 先看液壓油…… */
function isNewBlock(blocks: readonly Block[], i: number): boolean {
  const isAfterSentence = (at: number) => at > 0 && STOPPED.test(blocks[at - 1]!.text);
  const before = blocks[i - 1]!.text;
  return (
    isAfterSentence(i) ||
    (before.length <= LONGEST_HEADING && !/[，；]/.test(before) && isAfterSentence(i - 1))
  );
}
