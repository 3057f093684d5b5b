/**
 * Learns `src/data/convert/contexts.tsv`: which form of a character people in Taiwan write beside which neighbours, from
 * the texts of `scripts/learn/traditional-packages.txt` that are there to learn from; `npm run bench:convert` measures on
 * others. Only characters are taken up where that puts texts right that it was not learned from. Needs Debian's apt.
 *
 *     node scripts/learn-contexts.ts
 */
import { writeFileSync } from 'node:fs';
import { loadRules } from '../src/corpus/load-rules.ts';
import { toSimplified } from '../src/pipeline/convert/scripts.ts';
import { clearWords } from './contexts/chewing.ts';
import {
  type Conversion,
  collectExamples,
  type Example,
  type Examples,
  listForms,
} from './contexts/examples.ts';
import { decide, type Model, type TrainOptions, train, trustMore } from './contexts/train.ts';
import { looksTraditional, packagesFor, traditionalLines } from './learn/traditional-texts.ts';

const options: TrainOptions = { price: 0.5, trust: [4, 2], fewest: 2, steps: 60 };
/** Learned from all but one of so many parts and tried on that one, for each. */
const PARTS = 4;
/** A character is taken up when so many more places are put right than wrong. */
const LEAST_GAIN = 3;
/** In so many of the parts at least: else it is a habit of one translator. */
const FEWEST_PARTS = 2;
/** How much surer than the dictionary a model must be, in nats: what does best for the character. */
const MARGINS = [0.25, 0.5, 1, 2];
/**
 * Surnames, which these texts hardly have and prose has on every page; 只, which counts animals there; 秘, of which
 * libchewing has one form only; 杆 and 锤, whose words are reviewed in `taiwan.tsv`.
 */
const REFUSED = '周于余范钟只秘杆锤';
/** What a word of libchewing counts, by the logarithm of its frequency, beside a place in a text. */
const WORD_WEIGHT = 0.5;
/** Weights are in eighths of a nat; what is less says nothing. */
const SCALE = 8;
const HEAVIEST = 127;

const rules = loadRules().convert;
const dictionary = rules.s2t('s2tw');
const conversion: Conversion = { rules, dictionary, forms: listForms(dictionary) };
const names = packagesFor('learn');
const HEADER = `# What its neighbours say about a character of Simplified that is several of Traditional. Where the weights of what stands
# around it add up to more than nothing, it is the form of the row (the row with most), else the usual one.
# Format: Simplified, tab, the usual Traditional form, tab, another form, tab, features, each with its weight in eighths of
# a nat, parted by blanks: 回_ is 回 before the place, _邮 is 邮 behind it, 动?_ two before; # no Han character, N a digit,
# A a letter; =覆 or ~覆: the dictionary has 覆 there, by a phrase or by default. Sorted by code point. Used by s2tw.
# Source: Debian 12's ${names.join(', ')}
# and libchewing3-data (free licences each: GPL, LGPL, MPL-2.0, BSD, Apache-2.0, CC BY-SA; only these weights are taken
# from them).
# Made by scripts/learn-contexts.ts, not edited by hand: reviewed words are in taiwan.tsv and s2t.tsv.
`;

/** The examples of every package; what is alike in one counts little more than once, since one translator wrote it. */
function readExamples(): Examples[] {
  const seen = new Set<string>();
  return names.map((name) => {
    const lines = traditionalLines(name, (line) => looksTraditional(line, rules.scripts.side));
    const fresh = lines.filter((line) => !seen.has(line));
    for (const line of fresh) seen.add(line);
    return collectExamples(fresh, conversion);
  });
}

/** The packages in {@link PARTS} parts of about one size. */
function splitEvenly(packages: readonly Examples[]): Examples[][] {
  const parts = Array.from({ length: PARTS }, () => ({ size: 0, packages: [] as Examples[] }));
  const sized = packages.map((examples) => ({
    examples,
    size: [...examples.values()].reduce((sum, all) => sum + all.length, 0),
  }));
  for (const { examples, size } of sized.sort((a, b) => b.size - a.size)) {
    const least = parts.reduce((a, b) => (b.size < a.size ? b : a));
    least.packages.push(examples);
    least.size += size;
  }
  return parts.map((part) => part.packages);
}

/** Words as examples: texts of one kind do not have them all. */
function readWords(): Examples {
  const examples: Examples = new Map();
  for (const [word, frequency] of clearWords((text) => toSimplified(text, rules))) {
    const count = WORD_WEIGHT * Math.log(1 + frequency);
    for (const [character, found] of collectExamples([word], conversion, true)) {
      const known = examples.get(character) ?? [];
      examples.set(character, known);
      known.push(...found.map((example) => ({ ...example, count })));
    }
  }
  return examples;
}

const examplesOf = (packages: readonly Examples[], character: string): Example[] =>
  packages.flatMap((examples) => examples.get(character) ?? []);

function trainOn(packages: readonly Examples[], character: string): Model | undefined {
  const damped = examplesOf(packages, character).map((example) => ({
    ...example,
    count: 1 + Math.log(example.count),
  }));
  return train([...damped, ...(words.get(character) ?? [])], options);
}

/** The margin that does best, and how many more places of unseen packages are right with it than without a model. */
function tryOut(character: string, parts: readonly Examples[][]): { margin: number; gain: number } {
  const models = parts.map((part) => ({
    model: trainOn(parts.filter((other) => other !== part).flat(), character),
    unseen: examplesOf(part, character),
  }));
  const tries = MARGINS.map((margin) => {
    const gains = models.map(({ model, unseen }) =>
      model === undefined ? 0 : gainOn(unseen, trustMore(model, margin)),
    );
    const isCommon = gains.filter((gain) => gain > 0).length >= FEWEST_PARTS;
    return { margin, gain: isCommon ? gains.reduce((sum, gain) => sum + gain, 0) : 0 };
  });
  return tries.reduce((a, b) => (b.gain > a.gain ? b : a));
}

function gainOn(examples: readonly Example[], model: Model): number {
  return examples.reduce((sum, example) => {
    const gain = Number(decide(model, example) === example.form) - Number(example.ours === example.form);
    return sum + gain * example.count;
  }, 0);
}

function toRows(character: string, { usual, forms, weights }: Model): string[] {
  return forms.flatMap((form, k) => {
    const features = [...weights].flatMap(([feature, all]) => {
      const weight = Math.max(-HEAVIEST, Math.min(HEAVIEST, Math.round((all[k] ?? 0) * SCALE)));
      return weight === 0 ? [] : [`${feature}${weight}`];
    });
    return features.length === 0 ? [] : [[character, usual, form, features.sort().join(' ')].join('\t')];
  });
}

const packages = readExamples();
const words = readWords();
const parts = splitEvenly(packages);
const rows: string[] = [];
for (const [character, all] of conversion.forms) {
  if (all.size < 2 || REFUSED.includes(character)) continue;
  const { gain, margin } = tryOut(character, parts);
  const model = gain < LEAST_GAIN ? undefined : trainOn(packages, character);
  if (model === undefined) continue;
  rows.push(...toRows(character, trustMore(model, margin)));
  console.log(`${character}  ${gain} more right, by ${margin}`);
}
const text = `${HEADER}${rows.sort().join('\n')}\n`;
writeFileSync(new URL('../src/data/convert/contexts.tsv', import.meta.url), text);
console.log(`${rows.length} rows, ${Buffer.byteLength(text)} bytes`);
