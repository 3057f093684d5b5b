/** How many characters nobody could get right who knows words and not their writers: people write 計畫 and 計劃. */
import type { ConvertRules } from '../../src/pipeline/convert/convert-rules.ts';
import { toSimplified } from '../../src/pipeline/convert/scripts.ts';

/**
 * The characters of `lines` that would be wrong if every word of Simplified became what it most often is in these very
 * lines.
 */
export function countWavering(lines: readonly string[], rules: ConvertRules): number {
  const spellings = new Map<string, Map<string, number>>();
  for (const line of lines) {
    for (const [word, written] of wordsOf(line, rules)) {
      const known = spellings.get(word) ?? new Map<string, number>();
      spellings.set(word, known.set(written, (known.get(written) ?? 0) + 1));
    }
  }
  let wrong = 0;
  for (const known of spellings.values()) {
    const [[usual]] = [...known].sort((a, b) => b[1] - a[1]) as [[string, number]];
    for (const [written, count] of known) wrong += count * countDifferent(written, usual);
  }
  return wrong;
}

/** The words of `line` in Simplified, each with what is written. */
function wordsOf(line: string, rules: ConvertRules): [word: string, written: string][] {
  const simplified = toSimplified(line, rules);
  const begins = new Uint8Array(simplified.length + 1);
  rules.segment(simplified, 0, simplified.length, begins);
  const cuts = [...begins.keys()].filter((i) => begins[i] === 1);
  return cuts.slice(1).map((end, n) => [simplified.slice(cuts[n], end), line.slice(cuts[n], end)]);
}

function countDifferent(a: string, b: string): number {
  return [...a].filter((character, i) => character !== b[i]).length;
}
