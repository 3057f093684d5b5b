/**
 * How much a line by itself reads like the furniture of a site, and how much like an author's text: a linear model over
 * its characters and its shape. 浏览(21034) 收藏(817) speaks for itself; its place on the page is looked at elsewhere.
 */
import type { Line } from '../page/line.ts';
import * as limits from './constants.ts';

/** Weights of features, in hundredths of a nat; see {@link featuresOf} for their names. */
export interface FurnitureModel {
  readonly weights: ReadonlyMap<string, number>;
  readonly bias: number;
}

/** Logarithm of the odds, in nats, that the line is furniture; 0 is even. */
export function scoreLine(line: Pick<Line, 'text' | 'plain'>, { weights, bias }: FurnitureModel): number {
  const { grams, shapes } = featuresOf(line);
  let sum = 0;
  for (const gram of grams) sum += weights.get(gram) ?? 0;
  let score = bias + sum / Math.sqrt(grams.size);
  for (const shape of shapes) score += weights.get(shape) ?? 0;
  return score / 100;
}

/** What a line is judged by. */
export interface Features {
  /** Sequences of one to three characters of the folded line between `^` and `$`, digits as 0; each counts once. */
  readonly grams: ReadonlySet<string>;
  /** Names of the features of its shape, `~` before each: `~blanks2`. */
  readonly shapes: readonly string[];
}

/** The features of a line, in the names the model's file has. */
export function featuresOf({ text, plain }: Pick<Line, 'text' | 'plain'>): Features {
  const grams = new Set<string>();
  const digits = plain.replace(/\d+/g, '0');
  const half = limits.LONGEST_SCORED / 2;
  const short = digits.length > limits.LONGEST_SCORED ? digits.slice(0, half) + digits.slice(-half) : digits;
  const framed = `^${short}$`;
  for (let at = 0; at < framed.length; at++)
    for (let length = 1; length <= limits.LONGEST_GRAM && at + length <= framed.length; length++)
      grams.add(framed.slice(at, at + length));
  return { grams, shapes: shapesOf(text, plain) };
}

function shapesOf(text: string, plain: string): string[] {
  const count = (pattern: RegExp, most: number) =>
    Math.min(most, text.slice(0, 4 * limits.LONGEST_SCORED).match(pattern)?.length ?? 0);
  return [
    `~length${Math.min(7, Math.floor(Math.log2(plain.length + 1)))}`,
    `~blanks${count(/(?<=\p{Script=Han})[ \u3000\u00a0]+(?=\p{Script=Han})/gu, 4)}`,
    `~strokes${count(/[|｜_>»›·]/g, 3)}`,
    `~stops${count(/。/g, 3)}`,
    `~commas${count(/[，、；]/g, 3)}`,
    `~numbers${count(/\d+/g, 3)}`,
    `~latin${count(/[a-z]{2,}/gi, 2)}`,
  ];
}

/** Parse `furniture-model.tsv`: weight, tab, feature; `bias` is the weight of every line. */
export function parseFurnitureModel(rows: readonly (readonly string[])[]): FurnitureModel {
  const weights = new Map<string, number>();
  for (const [weight, feature] of rows) {
    if (!Number.isInteger(Number(weight)) || feature === undefined || weights.has(feature))
      throw new Error(`furniture-model.tsv: not “weight, feature”, each feature once: ${weight}\t${feature}`);
    weights.set(feature, Number(weight));
  }
  return { weights, bias: weights.get('bias') ?? 0 };
}
