/** Speed of `strip` in processor time: pages, running text, and lines made to be slow. */

import { separate } from '../../src/pipeline/page/separate.ts';
import { read } from '../../src/pipeline/reading.ts';
import { strip } from '../../src/pipeline/strip/strip.ts';
import { ownText } from '../support/own-text.ts';
import { rules } from '../support/rules.ts';
import { median, processorTime } from './median.ts';

const ROUNDS = 5;

/** Print MB/s of UTF-8 for `pages`, for running text, and for a million units of hostile lines. */
export function reportSpeed(pages: readonly string[]): void {
  console.log('\nspeed of strip, one core, median of five');
  line('these pages', repeat(pages, 4e6));
  line(
    'running text',
    Array.from({ length: 600 }, (_, i) => ownText(i)),
  );
  for (const [name, text] of hostile) line(name, [text]);
}

/** One line of a million units of each. */
const hostile: readonly (readonly [string, string])[] = [
  ['one character', '字'.repeat(1e6)],
  ['separators |', '|'.repeat(1e6)],
  ['separators >', '首頁>'.repeat(1e6 / 3)],
  ['1 1 1 1', '1 '.repeat(5e5)],
  ['full stops', '。'.repeat(1e6)],
  ['blanks in a line', `字${' '.repeat(1e6)}字`],
  ['labels', '上一篇:'.repeat(25e4)],
  ['labels after stops', '好。責任編輯:'.repeat(1e6 / 7)],
  ['brackets', '（'.repeat(1e6)],
  ['100,000 lines', '關於我們\n'.repeat(1e5)],
  ['100,000 lines, prose', '我們在河邊散步，天色漸漸暗了下來。上一篇：春天\n'.repeat(1e5)],
];

function repeat(pages: readonly string[], bytes: number): string[] {
  const size = pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0) || 1;
  return Array.from({ length: Math.ceil(bytes / size) }, () => pages).flat();
}

/** The page of a text in which no line is known to name its author, date or source: what `strip` does by itself. */
const pageOf = (text: string) => ({ reading: separate(read(text)), isMeta: () => false });

function line(name: string, texts: readonly string[]): void {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const round = () => processorTime(() => texts.forEach((text) => void strip(pageOf(text), rules.strip)));
  const time = median(Array.from({ length: ROUNDS }, round));
  console.log(`${name.padEnd(24)} ${(bytes / 1000 / time).toFixed(1).padStart(8)} MB/s`);
}
