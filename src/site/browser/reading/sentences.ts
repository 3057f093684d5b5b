/** What ends a sentence, with the closing marks and blanks that belong to it. */
const END = /[。！？；!?…]+[”’」』）)》]*\s*/g;

/**
 * The sentences of a paragraph as spans. Conversion keeps punctuation, so that the same sentence has the same number in
 * both scripts: `您好！來信收到。` → `[[0, 3], [3, 8]]`.
 */
export function sentencesOf(text: string): Array<readonly [start: number, end: number]> {
  const ends = [...text.matchAll(END)].map(({ index, 0: { length } }) => index + length);
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends.map((end, index) => [ends[index - 1] ?? 0, end] as const).filter(([start, end]) => start < end);
}
