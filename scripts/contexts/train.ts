/** A linear model (multinomial, with penalties that keep it small) of which form people write at a place. */
import type { Example } from './examples.ts';

/** What the features of a character speak for; {@link Model.usual} has no weights. */
export interface Model {
  readonly usual: string;
  readonly forms: readonly string[];
  /** By feature, one weight for each of the forms, in nats. */
  readonly weights: ReadonlyMap<string, Float64Array>;
}

export interface TrainOptions {
  /** How much a weight costs, in nats: small ones are not worth it. */
  readonly price: number;
  /** How far the dictionary is trusted where a phrase of it speaks, and where none does. */
  readonly trust: readonly [byPhrase: number, byDefault: number];
  readonly fewest: number;
  readonly steps: number;
}

const PULL = 0.05;
const RATE = 0.5;

/** The model of one character; `undefined` when people write it in one way only. */
export function train(examples: readonly Example[], options: TrainOptions): Model | undefined {
  const counts = new Map<string, number>();
  for (const { form, count } of examples) counts.set(form, (counts.get(form) ?? 0) + count);
  const ranked = [...counts].filter(([, n]) => n >= options.fewest).sort((a, b) => b[1] - a[1]);
  const [usual, ...forms] = ranked.slice(0, 4).map(([form]) => form);
  if (usual === undefined || forms.length === 0) return undefined;
  const rows = examples.filter(({ form }) => form === usual || forms.includes(form));
  const index = indexFeatures(rows, options.fewest);
  const prior = trustDictionary(index, usual, forms, options.trust);
  const weights = descend(rows, index, forms, prior, options);
  return { usual, forms, weights: new Map([...index].map(([feature, i]) => [feature, weights[i]!])) };
}

function indexFeatures(rows: readonly Example[], fewest: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features, count } of rows)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + count);
  const index = new Map<string, number>();
  for (const [feature, n] of counts) if (n >= fewest || /^[=~]/.test(feature)) index.set(feature, index.size);
  return index;
}

function trustDictionary(
  index: ReadonlyMap<string, number>,
  usual: string,
  forms: readonly string[],
  [byPhrase, byDefault]: TrainOptions['trust'],
): Float64Array[] {
  const prior = [...index].map(() => new Float64Array(forms.length));
  for (const [sign, trust] of [
    ['=', byPhrase],
    ['~', byDefault],
  ] as const) {
    const speaksForUsual = index.get(sign + usual);
    if (speaksForUsual !== undefined) prior[speaksForUsual]!.fill(-trust);
    for (const [k, form] of forms.entries()) {
      const speaks = index.get(sign + form);
      if (speaks !== undefined) prior[speaks]![k] = trust;
    }
  }
  return prior;
}

/** Steps of AdaGrad over all rows at once, each followed by the price. */
function descend(
  rows: readonly Example[],
  index: ReadonlyMap<string, number>,
  forms: readonly string[],
  prior: readonly Float64Array[],
  { price, steps }: TrainOptions,
): Float64Array[] {
  const places = rows.map(({ features }) => features.flatMap((feature) => index.get(feature) ?? []));
  const wanted = rows.map(({ form }) => forms.indexOf(form));
  const weights = prior.map((row) => row.slice());
  const squares = prior.map((row) => new Float64Array(row.length).fill(1e-8));
  for (let step = 0; step < steps; step++) {
    const slopes = prior.map((row) => new Float64Array(row.length));
    for (const [r, place] of places.entries()) {
      const chances = chancesOf(place, weights, forms.length);
      for (let k = 0; k < forms.length; k++) {
        const slope = rows[r]!.count * (chances[k]! - Number(wanted[r] === k));
        for (const i of place) slopes[i]![k]! += slope;
      }
    }
    for (const [i, row] of weights.entries()) {
      for (let k = 0; k < row.length; k++) {
        const slope = slopes[i]![k]! + PULL * (row[k]! - prior[i]![k]!);
        squares[i]![k]! += slope * slope;
        const rate = RATE / Math.sqrt(squares[i]![k]!);
        row[k] = shrink(row[k]! - rate * slope, prior[i]![k]!, rate * price);
      }
    }
  }
  return weights;
}

/** Towards `to` by `by`, and no further. */
function shrink(value: number, to: number, by: number): number {
  const away = value - to;
  return Math.abs(away) <= by ? to : value - Math.sign(away) * by;
}

function chancesOf(place: readonly number[], weights: readonly Float64Array[], forms: number): Float64Array {
  const chances = new Float64Array(forms);
  for (const i of place) for (let k = 0; k < forms; k++) chances[k]! += weights[i]![k]!;
  let sum = 1;
  for (let k = 0; k < forms; k++) sum += chances[k] = Math.exp(Math.min(30, chances[k]!));
  return chances.map((chance) => chance / sum);
}

/** What a model takes a place for. */
export function decide({ usual, forms, weights }: Model, { ours, features }: Example): string {
  if (ours !== usual && !forms.includes(ours)) return ours;
  const scores = forms.map((_, k) => features.reduce((sum, f) => sum + (weights.get(f)?.[k] ?? 0), 0));
  const best = Math.max(...scores);
  return best <= 0 ? usual : forms[scores.indexOf(best)]!;
}

/** The model, made to overrule the dictionary only when it is surer by `margin`. */
export function trustMore({ usual, forms, weights }: Model, margin: number): Model {
  const wary = new Map(weights);
  for (const sign of ['=', '~']) {
    wary.set(
      sign + usual,
      (weights.get(sign + usual) ?? new Float64Array(forms.length)).map((w) => w - margin),
    );
    for (const [k, form] of forms.entries()) {
      const all = weights.get(sign + form) ?? new Float64Array(forms.length);
      wary.set(sign + form, all.with(k, all[k]! + margin));
    }
  }
  return { usual, forms, weights: wary };
}
