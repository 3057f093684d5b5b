/**
 * Learns `src/data/strip/furniture-model.tsv` from lines of our own making: `scripts/data/furniture-lines.txt`, which
 * sites put around articles, and `scripts/data/author-lines.txt`, which authors write, as the lines of open manuals are.
 * Logistic regression, the same on every machine; every fifth line is held out for the report.
 *
 *     node scripts/learn-furniture.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadFold } from '../src/corpus/load-rules.ts';
import { foldPlain } from '../src/pipeline/page/line.ts';
import {
  type Features,
  type FurnitureModel,
  featuresOf,
  scoreLine,
} from '../src/pipeline/strip/furniture-model.ts';
import type { FoldTable } from '../src/pipeline/text/fold.ts';
import { fitLogistic, type LogisticRow } from './learn/fit-logistic.ts';
import { openTexts, simplified } from './learn/open-texts.ts';

const LEAST_SEEN = 3;
/** Weights below are left out, in hundredths of a nat. */
const LEAST_WEIGHT = 80;
const HELD_OUT = 5;
/** Of each package's texts, at most so many lines, and none longer. */
const MOST_LINES = 700;
const LONGEST_LINE = 200;
const manuals = simplified.filter(({ name }) => !name.startsWith('libreoffice')); // whose pages have a site's frame

const file = new URL('../src/data/strip/furniture-model.tsv', import.meta.url);
const HEADER = `# Weights of what a line is judged by: how much it speaks for the furniture of a site, or, below 0, for an author's text.
# Format, tab-separated: weight in hundredths of a nat, feature. Features are sequences of one to three characters of the
# line between ^ and $ (folded: Simplified, half-width, lower case, no blanks, numbers as 0), or begin with ~ and name a
# shape; see src/pipeline/strip/furniture-model.ts. Sorted by feature.
# Source: lines of our own making, scripts/data/furniture-lines.txt and author-lines.txt, and for authors' lines Debian 12's
# ${manuals.map(({ name }) => name).join(', ')} (GPL-2+, GFDL-1.2+); only these weights are taken
# from them. Made by scripts/learn-furniture.ts.
`;

interface Example {
  readonly line: { text: string; plain: string };
  readonly features: Features;
  /** 1 for furniture, 0 for an author's line. */
  readonly label: number;
}

const fold = loadFold();
const examples = [
  ...read('furniture-lines.txt', 1, fold),
  ...read('author-lines.txt', 0, fold),
  ...manuals.flatMap(readManuals).map((line) => toExample(line, 0, fold)),
];
const kept = examples.filter((_, i) => i % HELD_OUT !== 0);
report(
  learn(kept),
  examples.filter((_, i) => i % HELD_OUT === 0),
);
write(learn(examples));

/** Lines of a package's texts, so many apart; of Debian's manuals and sayings nothing is a site's furniture. */
function readManuals(source: (typeof manuals)[number]): string[] {
  const lines = openTexts(source).flatMap((text) => text.split('\n').map((line) => line.trim()));
  const distinct = [...new Set(lines)].filter((line) => line.length > 1 && line.length <= LONGEST_LINE);
  const step = Math.max(1, Math.floor(distinct.length / MOST_LINES));
  return distinct.filter((_, i) => i % step === 0);
}

function read(name: string, label: number, fold: FoldTable): Example[] {
  const source = readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8');
  return source
    .split('\n')
    .filter((text) => text.trim() !== '' && !text.startsWith('#! '))
    .map((text) => toExample(text.trim(), label, fold));
}

function toExample(text: string, label: number, fold: FoldTable): Example {
  const line = { text, plain: foldPlain(text, fold) };
  return { line, features: featuresOf(line), label };
}

/** The model of `examples`, its weights in hundredths of a nat. */
function learn(examples: readonly Example[]): FurnitureModel {
  const names = countFeatures(examples);
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map(({ features, label }) => toRow(features, label, index));
  const { weights, bias } = fitLogistic(rows, names.length);
  const rounded = names.map((name, i) => [name, Math.round(100 * (weights[i] ?? 0))] as const);
  const large = rounded.filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT);
  return { weights: new Map(large), bias: Math.round(100 * bias) };
}

function countFeatures(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of [...features.grams, ...features.shapes]) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= LEAST_SEEN).map(([name]) => name);
}

function toRow({ grams, shapes }: Features, label: number, index: ReadonlyMap<string, number>): LogisticRow {
  const known = (names: Iterable<string>) => [...names].flatMap((name) => index.get(name) ?? []);
  const [ofGrams, ofShapes] = [known(grams), known(shapes)];
  const values = [...ofGrams.map(() => 1 / Math.sqrt(grams.size)), ...ofShapes.map(() => 1)];
  return { indexes: [...ofGrams, ...ofShapes], values, label };
}

function report(model: FurnitureModel, heldOut: readonly Example[]): void {
  const scored = heldOut.map((example) => ({ ...example, score: scoreLine(example.line, model) }));
  for (const least of [-1, 0, 1, 2, 3, 4]) {
    const share = (label: number) => {
      const of = scored.filter((example) => example.label === label);
      return ((100 * of.filter(({ score }) => score > least).length) / of.length).toFixed(1);
    };
    console.log(`over ${least} nats: furniture ${share(1)} %, authors' lines ${share(0)} %`);
  }
  const wrong = scored.filter(({ label }) => label === 0).sort((a, b) => b.score - a.score);
  for (const { line, score } of wrong.slice(0, 15)) console.log(score.toFixed(1), line.text.slice(0, 60));
}

function write({ weights, bias }: FurnitureModel): void {
  const rows = [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, weight]) => `${weight}\t${name}\n`);
  writeFileSync(file, `${HEADER}${bias}\tbias\n${rows.join('')}`);
  console.log(`${rows.length} weights`);
}
