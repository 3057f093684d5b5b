/**
 * What the neighbours of a character say about it, where a character of Simplified is several of Traditional: 周 is 週
 * after 每, 里 is 里 beside 克, 特 or 亚. A linear model over them, from `src/data/convert/contexts.tsv`.
 */
import { ABSENT, hashPair, IntegerTable } from '../text/integer-table.ts';
import { MOST_CHARACTERS, MOST_FORMS } from './constants.ts';

/** A character in a text, and what a dictionary makes of it. */
export interface Place {
  readonly text: string;
  /** Where the character stands; this and `form` are UTF-16 units. */
  readonly at: number;
  readonly form: number;
  /** Does a phrase say so, or is it the default? */
  readonly isByPhrase: boolean;
}

/** Decides between the forms of a character by what stands around it. */
export interface Disambiguator {
  /** By UTF-16 unit: not 0 for a character of which it knows. */
  readonly isKnown: Uint8Array;
  /** Words that somebody reviewed: what the dictionary makes of them stands. */
  readonly reviewed: ReadonlySet<string>;
  /** The form of a character that is known, as a UTF-16 unit. */
  readonly chooseForm: (place: Place) => number;
}

/** Leaves every form as it is. */
export const leaveForms: Disambiguator = {
  isKnown: new Uint8Array(0x10000),
  reviewed: new Set(),
  chooseForm: ({ form }) => form,
};

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

/** Writes into `into` the neighbours that each of the {@link patterns} has at a place, two units to a number. */
export function listFeatures({ text, at, form, isByPhrase }: Place, into: Int32Array): void {
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

/** What the features weigh. */
interface Weights {
  /** From {@link kindOf} a feature and its neighbours to where its weights begin. */
  readonly places: IntegerTable;
  /** {@link MOST_FORMS} for each feature, in eighths of a nat. */
  readonly weights: Int8Array;
}

/**
 * A disambiguator by the rows of `contexts.tsv`: a character, its form without weights, a form, and the weights of that
 * one. Throws where a row is not so. What it says of the words of `reviewed` is not asked for.
 */
export function createDisambiguator(
  rows: readonly (readonly string[])[],
  reviewed: ReadonlySet<string>,
): Disambiguator {
  const most = rows.reduce((sum, [, , , features = '']) => sum + features.split(' ').length, 8);
  const places = new IntegerTable(1 << Math.ceil(Math.log2(2 * most)), ABSENT);
  const weights = new Int8Array(most * MOST_FORMS);
  let size = 0;
  const isKnown = new Uint8Array(0x10000);
  const known = new Map<string, { readonly id: number; readonly forms: number[] }>();
  for (const [character = '', usual = '', form = '', features = ''] of rows) {
    const { id, forms } = known.get(character) ?? { id: known.size + 1, forms: [usual.charCodeAt(0)] };
    known.set(character, { id, forms });
    isKnown[character.charCodeAt(0)] = id;
    forms.push(form.charCodeAt(0));
    if (forms.length > MOST_FORMS + 1 || id > MOST_CHARACTERS)
      throw new Error(`contexts.tsv: too many forms at ${character}.`);
    for (const feature of features.split(' ')) {
      const { neighbours, pattern, weight } = parseFeature(feature);
      const entry = places.claim(kindOf(id, pattern), neighbours);
      if (places.entries[entry] === ABSENT) places.entries[entry] = MOST_FORMS * size++;
      weights[(places.entries[entry] ?? 0) + forms.length - 2] = weight;
    }
  }
  const forms = [[], ...[...known.values()].map((character) => character.forms)];
  return { isKnown, reviewed, chooseForm: createChooser({ places, weights }, isKnown, forms) };
}

/** `回_-5`: what stands around a place, two units to a number, in which of the {@link patterns}, and what it weighs. */
function parseFeature(feature: string): { neighbours: number; pattern: number; weight: number } {
  const [, text = '', weight] = /^(\D+?)(-?\d+)$/u.exec(feature) ?? [];
  const shape = text.replace(/[^_?=~]+/u, (run) => (run.length === 2 ? '12' : '1'));
  const pattern = patterns.indexOf((text.length === 3 && text[1] === '_' ? '1_2' : shape) as '_');
  if (pattern < 0) throw new Error(`contexts.tsv: not a feature: ${feature}`);
  const [first = 0, second = 0] = [...text.replace(/[_?=~]/gu, '')].map((unit) => unit.charCodeAt(0));
  return { neighbours: (first << 16) | second, pattern, weight: Number(weight) };
}

const kindOf = (id: number, pattern: number) => id * patterns.length + pattern;

function createChooser(
  { places, weights }: Weights,
  ids: Uint8Array,
  forms: readonly (readonly number[])[],
): Disambiguator['chooseForm'] {
  const features = new Int32Array(patterns.length);
  return (place) => {
    const id = ids[place.text.charCodeAt(place.at)]!;
    const known = forms[id]!;
    if (!known.includes(place.form)) return place.form;
    listFeatures(place, features);
    let [first, second, third] = [0, 0, 0];
    for (let pattern = 0; pattern < features.length; pattern++) {
      const kind = kindOf(id, pattern);
      const place = places.find(kind, features[pattern]!, hashPair(kind, features[pattern]!));
      if (place === ABSENT) continue;
      first += weights[place]!;
      second += weights[place + 1]!;
      third += weights[place + 2]!;
    }
    const best = Math.max(first, second, third);
    if (best <= 0) return known[0]!;
    return known[best === first ? 1 : best === second ? 2 : 3]!;
  };
}
