/** A linear model (multinomial, with penalties that keep it small) of which form people write at a place. */
import type { Example } from './examples.ts';

/** What the features of a character speak for; {@link Model.usual} has no weights. */
export interface Model {
  readonly usual: string;
  readonly forms: readonly string[];
  /** By feature, one weight for each of the forms, in nats. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

export interface TrainOptions {
  /** How much a weight costs, in nats: small ones are not worth it. */
  readonly price: number;
  /** How far the dictionary is trusted where a phrase of it speaks, and where none does. */
  readonly trust: readonly [byPhrase: number, byDefault: number];
  /** Forms and features that are seen less often are left out. */
  readonly fewest: number;
  readonly steps: number;
}

/** Forms of a character that are told apart, the usual one among them. */
const MOST_FORMS = 4;
/** How strongly weights are drawn to what the dictionary says, and the rate of learning: what AdaGrad is given. */
const PULL = 0.05;
const RATE = 0.5;

/** A weight while it is learned: in nats, what it began with, the slope of this step, the squares of all slopes. */
interface Weight {
  readonly prior: number;
  value: number;
  slope: number;
  squares: number;
}

/** An example as it is learned from: of each of its features the weights by form, and which form is right. */
interface Row {
  readonly features: readonly (readonly Weight[])[];
  /** Index of the form; -1 for the usual one. */
  readonly wanted: number;
  readonly count: number;
}

/** The model of one character; `undefined` when people write it in one way only. */
export function train(examples: readonly Example[], options: TrainOptions): Model | undefined {
  const counts = new Map<string, number>();
  for (const { form, count } of examples) counts.set(form, (counts.get(form) ?? 0) + count);
  const ranked = [...counts].filter(([, n]) => n >= options.fewest).sort((a, b) => b[1] - a[1]);
  const [usual, ...forms] = ranked.slice(0, MOST_FORMS).map(([form]) => form);
  if (usual === undefined || forms.length === 0) return undefined;
  const used = examples.filter(({ form }) => form === usual || forms.includes(form));
  const weights = new Map(
    listFeatures(used, options.fewest).map((feature) => [
      feature,
      forms.map((form) => trustDictionary(feature, { usual, form }, options.trust)),
    ]),
  );
  const rows = used.map(({ features, form, count }) => {
    const known = features.map((feature) => weights.get(feature)).filter((all) => all !== undefined);
    return { features: known, wanted: forms.indexOf(form), count };
  });
  for (let step = 0; step < options.steps; step++) {
    for (const row of rows) addSlopes(row, forms.length);
    for (const all of weights.values()) for (const weight of all) takeStep(weight, options.price);
  }
  const values = Array.from(weights, ([feature, all]) => [feature, all.map(({ value }) => value)] as const);
  return { usual, forms, weights: new Map(values) };
}

function listFeatures(examples: readonly Example[], fewest: number): string[] {
  const counts = new Map<string, number>();
  for (const { features, count } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + count);
  return [...counts].flatMap(([feature, n]) => (n >= fewest || /^[=~]/.test(feature) ? [feature] : []));
}

/** The first weight of a feature for `form`: the dictionary is believed, and other features say nothing yet. */
function trustDictionary(
  feature: string,
  { usual, form }: { readonly usual: string; readonly form: string },
  [byPhrase, byDefault]: TrainOptions['trust'],
): Weight {
  const trust = feature.startsWith('=') ? byPhrase : byDefault;
  const speaks = /^[=~]/.test(feature) ? feature.slice(1) : '';
  const prior = speaks === form ? trust : speaks === usual ? -trust : 0;
  return { prior, value: prior, slope: 0, squares: 1e-8 };
}

/** Adds to the slopes of its features how far the model is off at `row`. */
function addSlopes({ features, wanted, count }: Row, forms: number): void {
  for (const [k, chance] of chancesOf(features, forms).entries()) {
    const slope = count * (chance - Number(wanted === k));
    for (const { [k]: weight } of features) if (weight) weight.slope += slope;
  }
}

function chancesOf(features: Row['features'], forms: number): number[] {
  const odds = Array.from({ length: forms }, (_, k) => {
    let score = 0;
    for (const { [k]: weight } of features) if (weight) score += weight.value;
    return Math.exp(Math.min(30, score));
  });
  const sum = odds.reduce((total, one) => total + one, 1);
  return odds.map((one) => one / sum);
}

/** A step of AdaGrad, followed by the price: towards the prior, and no further. */
function takeStep(weight: Weight, price: number): void {
  const { prior } = weight;
  const slope = weight.slope + PULL * (weight.value - prior);
  weight.slope = 0;
  weight.squares += slope * slope;
  const rate = RATE / Math.sqrt(weight.squares);
  const value = weight.value - rate * slope;
  const away = value - prior;
  weight.value = Math.abs(away) <= rate * price ? prior : value - Math.sign(away) * rate * price;
}

/** What a model takes a place for. */
export function decide({ usual, forms, weights }: Model, { ours, features }: Example): string {
  if (ours !== usual && !forms.includes(ours)) return ours;
  const scores = forms.map((_, k) => features.reduce((sum, f) => sum + (weights.get(f)?.[k] ?? 0), 0));
  const best = Math.max(...scores);
  return best <= 0 ? usual : (forms[scores.indexOf(best)] ?? usual);
}

/** The model, made to overrule the dictionary only when it is surer by `margin`, in nats. */
export function trustMore({ usual, forms, weights }: Model, margin: number): Model {
  const wary = new Map(weights);
  const add = (feature: string, isRaised: (form: string) => boolean, by: number) => {
    const all = weights.get(feature) ?? forms.map(() => 0);
    wary.set(
      feature,
      forms.map((form, k) => (all[k] ?? 0) + (isRaised(form) ? by : 0)),
    );
  };
  for (const sign of ['=', '~']) {
    add(sign + usual, () => true, -margin);
    for (const form of forms) add(sign + form, (other) => other === form, margin);
  }
  return { usual, forms, weights: wary };
}
