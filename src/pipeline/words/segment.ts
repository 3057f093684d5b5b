/** Cutting text into words, the most probable way. */
import { BEGINS_LONGER, longCost, NO_WORD, pairSlot, type WordModel } from './word-model.ts';

/**
 * Ends of the words of `text`, as UTF-16 offsets: 被发明 → [1, 3]. The text may be in either script. Linear in its
 * length; characters the model does not know stand alone.
 */
export function segment(text: string, model: WordModel): number[] {
  const length = text.length;
  // best[i]: cost of the cheapest cut of text[i..]; step[i]: length of its first word.
  const best = new Float64Array(length + 1);
  const step = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i--) place(text, i, model, best, step);
  const ends: number[] = [];
  for (let end = 0; end < length; ) {
    end += step[end]!;
    ends.push(end);
  }
  return ends;
}

function place(text: string, i: number, model: WordModel, best: Float64Array, step: Uint8Array): void {
  const { fold } = model;
  const rest = text.length - i;
  const a = fold[text.charCodeAt(i)]!;
  best[i] = model.single[a]! + best[i + 1]!;
  step[i] = 1;
  if (rest < 2) return;
  const offer = (length: number, cost: number) => {
    if (cost === NO_WORD || cost + best[i + length]! >= best[i]!) return;
    best[i] = cost + best[i + length]!;
    step[i] = length;
  };
  const b = fold[text.charCodeAt(i + 1)]!;
  const slot = pairSlot(model, a, b);
  offer(2, model.pairCosts[slot]!);
  if ((model.pairFlags[slot]! & BEGINS_LONGER) === 0 || rest < 3) return;
  const c = fold[text.charCodeAt(i + 2)]!;
  offer(3, longCost(model, a, b, c, 0));
  if (rest > 3) offer(4, longCost(model, a, b, c, fold[text.charCodeAt(i + 3)]!));
}
