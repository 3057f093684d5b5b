/** Cutting text into words, the most probable way. */
import { ABSENT, hashPair } from './integer-table.ts';
import { BEGINS_LONGER, costOf, flagsOf, longCost, NO_WORD, type WordModel } from './word-model.ts';

/** Longest word of the model. */
const LONGEST = 4;

/**
 * Marks where the words of `text` from `start` to `end` begin: `begins[i]` is 1 when one does at `start + i`, else 0. At
 * `end` it is 1. No word is longer than `longest`, when that is given. Called for every few words of a text, so it takes no
 * object.
 */
export type Segmenter = (
  text: string,
  start: number,
  end: number,
  begins: Uint8Array,
  longest?: number,
) => void;

/**
 * A segmenter by `model`: 被发明 → 被|发明. The text may be in either script. Linear in its length; characters the
 * model does not know stand alone.
 */
export function createSegmenter(model: WordModel): Segmenter {
  const { fold, single, pairs } = model;
  // best[i]: cost of the cheapest cut from i on; step[i]: length of its first word.
  let best = new Uint32Array(1024);
  let step = new Uint8Array(1024);

  /**
   * Words of up to `rest` units that begin at `i`; `b`, `c`, `d` are the folded units that follow `a`. Called for every
   * unit of a text, so it takes numbers and no object.
   */
  function place(i: number, rest: number, a: number, b: number, c: number, d: number): void {
    let cost = single[a]! + best[i + 1]!;
    let length = 1;
    if (rest > 1) {
      const found = pairs.find(a, b, hashPair(a, b));
      const two = costOf(found) + best[i + 2]!;
      if (two < cost) [cost, length] = [two, 2];
      if (rest > 2 && found !== ABSENT && (flagsOf(found) & BEGINS_LONGER) !== 0) {
        const three = longCost(model, a, b, c, 0);
        if (three + best[i + 3]! < cost) [cost, length] = [three + best[i + 3]!, 3];
        const four = rest > 3 ? longCost(model, a, b, c, d) : NO_WORD;
        // Four unknown characters cost more than NO_WORD.
        if (four < NO_WORD && four + best[i + 4]! < cost) [cost, length] = [four + best[i + 4]!, 4];
      }
    }
    best[i] = cost;
    step[i] = length;
  }

  return (text, start, end, begins, longest = LONGEST) => {
    const size = end - start;
    if (size >= best.length) {
      best = new Uint32Array(2 * size);
      step = new Uint8Array(2 * size);
    }
    best[size] = 0;
    for (let i = size - 1, b = 0, c = 0, d = 0; i >= 0; i--) {
      const a = fold[text.charCodeAt(start + i)]!;
      place(i, Math.min(longest, size - i), a, b, c, d);
      [d, c, b] = [c, b, a];
    }
    begins.fill(0, 0, size);
    for (let i = 0; i < size; i += step[i]!) begins[i] = 1;
    begins[size] = 1;
  };
}

/** Ends of the words of `text`, as UTF-16 offsets: 被发明 → [1, 3]. */
export function segment(text: string, model: WordModel): number[] {
  const begins = new Uint8Array(text.length + 1);
  createSegmenter(model)(text, 0, text.length, begins);
  const ends: number[] = [];
  for (let i = 1; i <= text.length; i++) if (begins[i] === 1) ends.push(i);
  return ends;
}
