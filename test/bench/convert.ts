/**
 * How much of human Traditional text comes back when it is made Simplified and Traditional again: ours and opencc-js
 * (`tw` → `cn` → `tw`, its best for these texts), in the same run; the confusions left; the speed of both.
 *
 *     npm run bench:convert                  all parts of the open texts
 *     npm run bench:convert -- --part prose  one of them: first, second, prose or program
 *     npm run bench:convert -- --text FILE   a text of one's own, one paragraph a line
 *     npm run bench:convert -- --worst 100   more confusions
 *
 * People waver between some forms (裏 裡, 台 臺; see `wavering.txt`): “alike” counts those as the same. What is measured
 * here is in no package that anything was learned from (see `traditional-packages.txt`); a line that is there, too, is
 * left out. Habits are the errors of one who knew how each word is most often written in these very lines.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Converter } from 'opencc-js';
import {
  type Half,
  looksTraditional,
  packagesFor,
  traditionalLines,
  type Use,
} from '../../scripts/learn/traditional-texts.ts';
import { loadRules } from '../../src/corpus/load-rules.ts';
import { readRows } from '../../src/data/read-rows.ts';
import { toSimplified, toTraditional } from '../../src/pipeline/convert/scripts.ts';
import { countWavering } from './floor.ts';

const { values: options } = parseArgs({
  options: {
    text: { type: 'string' },
    part: { type: 'string' },
    worst: { type: 'string', default: '40' },
  },
});
const rules = loadRules().convert;
const toCn = Converter({ from: 'tw', to: 'cn' });
const toTw = Converter({ from: 'cn', to: 'tw' });
const converters = {
  ours: {
    simplify: (text: string) => toSimplified(text, rules),
    restore: (text: string) => toTraditional(text, rules, 's2tw'),
  },
  opencc: { simplify: (text: string) => toCn(text), restore: (text: string) => toTw(text) },
};
type Name = keyof typeof converters;
const names = Object.keys(converters) as Name[];

const read = () => readFileSync(new URL('wavering.txt', import.meta.url), 'utf8');
const sameAs = new Map(
  readRows('wavering.txt', read, 1).flatMap(([forms = '']) =>
    [...forms].map((form) => [form, forms.charAt(0)] as const),
  ),
);
const level = (character: string) => sameAs.get(character) ?? character;

interface Score {
  wrong: number;
  wrongLines: number;
  unlike: number;
  unlikeLines: number;
}
interface Tally {
  characters: number;
  lines: number;
  readonly scores: Record<Name, Score>;
}
interface Confusion {
  count: number;
  readonly example: string;
}

const newScore = (): Score => ({ wrong: 0, wrongLines: 0, unlike: 0, unlikeLines: 0 });
const newTally = (): Tally => ({
  characters: 0,
  lines: 0,
  scores: { ours: newScore(), opencc: newScore() },
});
const confusions = new Map<string, Confusion>();

function measure(lines: readonly string[], tally: Tally, ranksConfusions: boolean): void {
  for (const line of lines) {
    const characters = [...line];
    tally.characters += characters.length;
    tally.lines++;
    for (const name of names) {
      const { simplify, restore } = converters[name];
      const found = [...restore(simplify(line))];
      const wrong = [...characters.entries()].filter(([i, character]) => found[i] !== character);
      const unlike = wrong.filter(([i, character]) => level(found[i] ?? '') !== level(character));
      add(tally.scores[name], wrong.length, unlike.length);
      if (name === 'ours' && ranksConfusions) for (const [i] of wrong) confuse(characters, i, found[i] ?? '');
    }
  }
}

function add(score: Score, wrong: number, unlike: number): void {
  score.wrong += wrong;
  score.unlike += unlike;
  if (wrong > 0) score.wrongLines++;
  if (unlike > 0) score.unlikeLines++;
}

function confuse(characters: readonly string[], i: number, found: string): void {
  const key = `${characters[i]} → ${found}`;
  const around = (from: number, to: number) => characters.slice(Math.max(0, from), to).join('');
  const known = confusions.get(key);
  if (known === undefined) {
    confusions.set(key, {
      count: 1,
      example: `${around(i - 6, i)}[${characters[i]}]${around(i + 1, i + 7)}`,
    });
  } else known.count++;
}

const percent = (wrong: number, all: number) => `${(100 - (100 * wrong) / all).toFixed(3)} %`;

function print(title: string, { characters, lines, scores }: Tally): void {
  console.log(`${title.padEnd(24)} ${characters} characters, ${lines} lines`);
  for (const name of names) {
    const { wrong, wrongLines, unlike, unlikeLines } = scores[name];
    const asIs = `${percent(wrong, characters)}  lines ${percent(wrongLines, lines)}`;
    console.log(
      `  ${name.padEnd(7)} ${asIs}   alike ${percent(unlike, characters)}  lines ${percent(unlikeLines, lines)}`,
    );
  }
  const { ours, opencc } = scores;
  const ratio = (a: number, b: number) => (b === 0 ? '–' : (a / b).toFixed(2));
  console.log(
    `  errors, ours : opencc  ${ratio(ours.wrong, opencc.wrong)}   alike ${ratio(ours.unlike, opencc.unlike)}`,
  );
}

function merge(into: Tally, from: Tally): void {
  into.characters += from.characters;
  into.lines += from.lines;
  for (const name of names) {
    for (const key of Object.keys(into.scores[name]) as (keyof Score)[])
      into.scores[name][key] += from.scores[name][key];
  }
}

interface Part {
  readonly name: string;
  readonly title: string;
  readonly use: Use;
  readonly half?: Half;
  /** Are its confusions counted? */
  readonly isRanked: boolean;
}
const parts: readonly Part[] = [
  {
    name: 'first',
    title: 'the half that reviewed words were found in',
    use: 'measure',
    half: 'first',
    isRanked: false,
  },
  { name: 'second', title: 'the half nothing was tuned on', use: 'measure', half: 'second', isRanked: true },
  { name: 'prose', title: 'prose: essays and stories nothing was tuned on', use: 'prose', isRanked: true },
  { name: 'program', title: 'put into Traditional by a program', use: 'program', isRanked: false },
];

function measureOpenTexts(): string[] {
  const isTraditional = (line: string) => looksTraditional(line, rules.scripts.side);
  const learned = new Set(packagesFor('learn').flatMap((name) => traditionalLines(name, isTraditional)));
  const isNew = (line: string) => isTraditional(line) && !learned.has(line);
  const chosen = parts.filter(({ name }) => options.part === undefined || options.part === name);
  return chosen.flatMap(({ title, use, half, isRanked }) => {
    console.log(`\n— ${title} —`);
    const all = newTally();
    const lines = packagesFor(use).flatMap((name) => {
      const tally = newTally();
      const own = traditionalLines(name, isNew, half);
      measure(own, tally, isRanked || chosen.length === 1);
      print(name, tally);
      merge(all, tally);
      return own;
    });
    print('together', all);
    const { ours, opencc } = all.scores;
    console.log(
      `  errors: ours ${ours.wrong}, opencc ${opencc.wrong}, habits ${countWavering(lines, rules)}`,
    );
    return isRanked || chosen.length === 1 ? lines : [];
  });
}

function measureOwn(file: string): string[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const tally = newTally();
  measure(lines, tally, true);
  print(file, tally);
  return lines;
}

/** Documents of about this many lines are converted at once. */
const DOCUMENT = 100;
const ROUNDS = 5;

function clock(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** The best of some rounds, taken in turns, in megabytes of UTF-8 read per second of processor time. */
function printSpeed(lines: readonly string[]): void {
  const documents: string[] = [];
  for (let i = 0; i < lines.length; i += DOCUMENT) documents.push(lines.slice(i, i + DOCUMENT).join('\n'));
  const simplified = documents.map((text) => toCn(text));
  const bytes = documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const best = { ours: [0, 0], opencc: [0, 0] } as Record<Name, [number, number]>;
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const { simplify, restore } = converters[name];
      const there = bytes / clock(() => documents.forEach((text) => void simplify(text)));
      const back = bytes / clock(() => simplified.forEach((text) => void restore(text)));
      best[name] = [Math.max(best[name][0], there), Math.max(best[name][1], back)];
    }
  }
  const show = (i: 0 | 1) =>
    `ours ${best.ours[i].toFixed(1)} MB/s, opencc ${best.opencc[i].toFixed(1)} MB/s, ratio ${(best.ours[i] / best.opencc[i]).toFixed(2)}`;
  console.log(`\nspeed  to Simplified: ${show(0)}\n       to Traditional: ${show(1)}`);
}

const lines = options.text === undefined ? measureOpenTexts() : measureOwn(options.text);
console.log('\nconfusions left, as written → as ours has it');
for (const [key, { count, example }] of [...confusions]
  .sort((a, b) => b[1].count - a[1].count)
  .slice(0, Number(options.worst))) {
  console.log(`  ${key}  ${String(count).padStart(5)}  ${example}`);
}
printSpeed(lines);
