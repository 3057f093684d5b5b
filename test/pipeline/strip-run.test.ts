/** What the documents of one run have in common. */
import { describe, expect, test } from 'vitest';
import { countLines, createLineCounts } from '../../src/pipeline/page/run-counts.ts';
import { separate } from '../../src/pipeline/page/separate.ts';
import { read } from '../../src/pipeline/reading.ts';
import { strip } from '../../src/pipeline/strip/strip.ts';
import { rules } from '../support/rules.ts';

const slogan = '柳下河邊，您身邊的小城故事';
const notice = '柳下河邊是一群住在河邊的人辦的，每個星期寫一篇小城裡的故事，歡迎把你的故事也寄來。';
const page = (n: number) =>
  [
    slogan,
    `第${n}個渡口`,
    `第${n}個渡口的船是一位姓周的老人撐的，他說撐了${n}年，從來沒有讓一個人掉進水裡過。`,
    `去年修了第${n}座橋，渡口就沒有人了，他還是每天把船擦得乾乾淨淨，停在老地方等。`,
    notice,
  ].join('\n');

/** The page of a text in which no line is known to name its author, date or source: what `strip` does by itself. */
const pageOf = (text: string) => ({ reading: separate(read(text)), isMeta: () => false });
const pages = Array.from({ length: 20 }, (_, n) => page(n + 1));
const counts = createLineCounts();
for (const text of pages) countLines(counts, text, rules.strip.scripts);

describe('lines that many documents of a run have', () => {
  test('go, in the body, too', () => {
    const { text, edits } = strip(pageOf(page(3)), rules.strip, { seen: counts });
    expect(text).not.toContain(slogan);
    expect(text).not.toContain(notice);
    expect(text).toContain('第3個渡口的船');
    expect(edits.map(({ note }) => note.type === 'removal' && note.rule)).toEqual([
      'boilerplate',
      'boilerplate',
    ]);
  });

  test('stay where nothing is known of the run', () => {
    expect(strip(pageOf(page(3)), rules.strip).text).toContain(notice);
  });

  test('stay when the documents are one article many times', () => {
    const same = createLineCounts();
    for (let i = 0; i < 20; i++) countLines(same, page(1), rules.strip.scripts);
    expect(strip(pageOf(page(1)), rules.strip, { seen: same }).edits).toEqual([]);
  });

  test('are counted in a fixed amount of memory', () => {
    const many = createLineCounts();
    for (let n = 0; n < 2000; n++) countLines(many, `${slogan}\n${n}、只在這裡的一行`, rules.strip.scripts);
    expect(many.tables.map(({ byteLength }) => byteLength)).toEqual([1 << 21, 1 << 21]);
    const { text } = strip(pageOf(`${slogan}\n7、只在這裡的一行\n${page(1)}`), rules.strip, { seen: many });
    expect(text).not.toContain(slogan);
    expect(text).toContain('7、只在這裡的一行');
  });
});
