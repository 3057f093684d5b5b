/**
 * What the neighbours of a character say about it, where a character of Simplified is several of Traditional: 周 is 週
 * after 每, 里 is 里 beside 克, 特 or 亚. A linear model over them, from `src/data/convert/contexts.tsv`.
 */

/** Judges what a dictionary makes of the characters of a text. */
export interface Judge {
  /** By UTF-16 unit: not 0 when there is something to judge. */
  readonly isJudged: Uint8Array;
  /** Phrases of the dictionary that settle the matter. */
  readonly firm: ReadonlySet<string>;
  /** What becomes of the unit of `text` at `at`, when the dictionary has `form` for it, by a phrase or by default. */
  judge(text: string, at: number, form: number, isByPhrase: boolean): number;
}

/**
 * The features of a place, as `contexts.tsv` writes them: `_` is the place, `?` any character. `=覆` and `~覆` say that
 * the dictionary has 覆, by a phrase or by default.
 */
export const patterns = ['_', '=1', '~1', '1_', '_1', '12_', '_12', '1_2', '1?_', '_?1'] as const;

const DIGIT = 'N'.charCodeAt(0);
const LETTER = 'A'.charCodeAt(0);
const OTHER = '#'.charCodeAt(0);

/** A neighbour: a Han character as it is, `N` for any digit, `A` for any letter, `#` for all else and for the end. */
function neighbour(text: string, at: number): number {
  if (at < 0 || at >= text.length) return OTHER;
  const unit = text.charCodeAt(at);
  if (unit >= 0x3400 && unit <= 0x9fff) return unit;
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a ? LETTER : OTHER;
}

/** Writes into `into` the neighbours that each of the {@link patterns} has at a place, two to a number. */
export function listFeatures(
  text: string,
  at: number,
  form: number,
  isByPhrase: boolean,
  into: Int32Array,
): void {
  const a = neighbour(text, at - 2);
  const b = neighbour(text, at - 1);
  const c = neighbour(text, at + 1);
  const d = neighbour(text, at + 2);
  into[1] = isByPhrase ? form << 16 : 0;
  into[2] = isByPhrase ? 0 : form << 16;
  into[3] = b << 16;
  into[4] = c << 16;
  into[5] = (a << 16) | b;
  into[6] = (c << 16) | d;
  into[7] = (b << 16) | c;
  into[8] = a << 16;
  into[9] = d << 16;
}

/** Forms of a character that have weights; one more has none, and is taken when they say nothing. */
const MOST_FORMS = 3;
const MOST_CHARACTERS = 255;

/** A table by neighbours and by character and pattern; open addressing, 0 where it is free. */
interface Weights {
  readonly neighbours: Int32Array;
  readonly kinds: Uint16Array;
  readonly weights: Int8Array;
}

/**
 * A judge by the rows of `contexts.tsv`: a character, its form without weights, a form, and the weights of that one.
 * What someone reviewed, the phrases of `firm`, it leaves alone.
 */
export function createJudge(rows: readonly (readonly string[])[], firm: ReadonlySet<string>): Judge {
  const size = 1 << Math.ceil(Math.log2(2 * rows.reduce((sum, row) => sum + row[3]!.length / 4, 8)));
  const table: Weights = {
    neighbours: new Int32Array(size),
    kinds: new Uint16Array(size),
    weights: new Int8Array(size * MOST_FORMS),
  };
  const isJudged = new Uint8Array(0x10000);
  const forms: number[][] = [[]];
  for (const [character, usual, form, features] of rows) {
    const unit = character!.charCodeAt(0);
    if (isJudged[unit] === 0) isJudged[unit] = forms.push([usual!.charCodeAt(0)]) - 1;
    const known = forms[isJudged[unit]!]!;
    known.push(form!.charCodeAt(0));
    if (known.length > MOST_FORMS + 1 || forms.length > MOST_CHARACTERS)
      throw new Error(`contexts.tsv: too many forms at ${character}.`);
    for (const feature of features!.split(' ')) addFeature(table, isJudged[unit]!, known.length - 2, feature);
  }
  return { isJudged, firm, judge: createWeighing(table, isJudged, forms) };
}

/** `回_-5`: a pattern and what it weighs. */
function addFeature(table: Weights, id: number, form: number, feature: string): void {
  const [, text, weight] = /^(\D+?)(-?\d+)$/u.exec(feature) ?? [];
  if (text === undefined) throw new Error(`contexts.tsv: not a feature: ${feature}`);
  const shape = text.replace(/[^_?=~]+/u, (run) => (run.length === 2 ? '12' : '1'));
  const pattern = patterns.indexOf((text.length === 3 && text[1] === '_' ? '1_2' : shape) as '_');
  if (pattern < 0) throw new Error(`contexts.tsv: not a feature: ${feature}`);
  const [first = 0, second = 0] = [...text.replace(/[_?=~]/gu, '')].map((unit) => unit.charCodeAt(0));
  const slot = findSlot(table, (first << 16) | second, kindOf(id, pattern));
  table.neighbours[slot] = (first << 16) | second;
  table.kinds[slot] = kindOf(id, pattern);
  table.weights[slot * MOST_FORMS + form] = Number(weight);
}

const kindOf = (id: number, pattern: number) => id * patterns.length + pattern;

function findSlot({ neighbours, kinds }: Weights, key: number, kind: number): number {
  const mask = kinds.length - 1;
  let hash = Math.imul(key, 0x9e3779b1) ^ Math.imul(kind, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  let slot = (hash ^ (hash >>> 13)) & mask;
  while (kinds[slot] !== 0 && (kinds[slot] !== kind || neighbours[slot] !== key)) slot = (slot + 1) & mask;
  return slot;
}

function createWeighing(
  table: Weights,
  ids: Uint8Array,
  forms: readonly (readonly number[])[],
): Judge['judge'] {
  const features = new Int32Array(patterns.length);
  const { kinds, weights } = table;
  return (text, at, form, isByPhrase) => {
    const id = ids[text.charCodeAt(at)]!;
    const known = forms[id]!;
    if (!known.includes(form)) return form;
    listFeatures(text, at, form, isByPhrase, features);
    let [first, second, third] = [0, 0, 0];
    for (let pattern = 0; pattern < features.length; pattern++) {
      const slot = findSlot(table, features[pattern]!, kindOf(id, pattern));
      if (kinds[slot] === 0) continue;
      first += weights[slot * MOST_FORMS]!;
      second += weights[slot * MOST_FORMS + 1]!;
      third += weights[slot * MOST_FORMS + 2]!;
    }
    const best = Math.max(first, second, third);
    if (best <= 0) return known[0]!;
    return known[best === first ? 1 : best === second ? 2 : 3]!;
  };
}

/** Judges nothing. */
export const noJudge: Judge = {
  isJudged: new Uint8Array(0x10000),
  firm: new Set(),
  judge: (_text, _at, form) => form,
};
