/** Making up mirror sites: a conversion to Traditional and a table of glossed characters for each. */
// @ts-expect-error: opencc-js has no types for its dictionaries
import characters from 'opencc-js/dict/STCharacters';
// @ts-expect-error: see above
import variants from 'opencc-js/dict/TWVariants';
import type { RepairRules } from '../../src/pipeline/repair/rules.ts';
import { found } from '../support/found.ts';
import type { Random } from '../support/random.ts';
import type { ChannelOptions } from './forward.ts';

/** Sizes of tables: real sites have from a dozen characters to a few hundred, few have all. */
const LEAST = 12;
const MOST = 400;
const SHARE_OF_ALL = 0.05;

function drawSize(random: Random): number {
  const isAll = random() < SHARE_OF_ALL;
  return isAll ? 5000 : Math.round(LEAST * (MOST / LEAST) ** random());
}

const dictionary = (pairs: string) =>
  new Map(pairs.split('|').map((pair) => pair.split(' ') as [string, string]));

/** By Simplified-only unit: the form a careless converter makes of it, OpenCC's first. */
export function careless(rules: RepairRules): Map<number, number> {
  const forms = new Map<number, number>();
  const taiwan = dictionary(variants);
  for (const [from, to] of dictionary(characters)) {
    const form = taiwan.get(to) ?? to;
    if (from.length !== 1 || form.length !== 1 || from === form) continue;
    const [unit, target] = [from.charCodeAt(0), form.charCodeAt(0)];
    if (rules.simplifiedOnly[unit] === 1 && rules.gbk.pairOf[target] !== 0) forms.set(unit, target);
  }
  forms.set('着'.charCodeAt(0), '著'.charCodeAt(0));
  return forms;
}

/** `text` converted one character at a time. */
export function convertCarelessly(text: string, forms: ReadonlyMap<number, number>): string {
  return Array.from(text, (character) => {
    const form = forms.get(character.codePointAt(0) ?? 0);
    return form === undefined ? character : String.fromCodePoint(form);
  }).join('');
}

/** The channel of a made-up site, with a table of `size` characters where it is given. */
export function makeSite(
  forms: ReadonlyMap<number, number>,
  rules: RepairRules,
  random: Random,
  size = drawSize(random), // drawn before anything else is
): ChannelOptions {
  const hasControls = random() < 0.6;
  return {
    table: makeTable(forms, rules, { random, size }),
    hasControls,
    hasBlanks: random() < 0.2,
    keepsPrivate: random() < 0.5,
    isFolded: random() < 0.5,
    keepsControls: random() < 0.3,
    isSilent: hasControls && random() < 0.15,
    random,
  };
}

function makeTable(
  forms: ReadonlyMap<number, number>,
  rules: RepairRules,
  { random, size }: { random: Random; size: number },
): Map<number, string> {
  const costOf = (unit: number) => found(rules.costs[unit], `cost of the unit ${unit}`);
  const common = [...forms.entries()].sort(([a], [b]) => costOf(a) - costOf(b)).map(([, form]) => form);
  const pool = common.slice(0, Math.max(size, Math.min(common.length, 4 * size)));
  const ranked = pool.map((form) => [random(), form] as const).sort(([a], [b]) => a - b);
  const table = new Map<number, string>();
  for (const [, form] of ranked.slice(0, size)) {
    const reading = mainReading(form, rules);
    if (reading) table.set(form, reading);
  }
  return table;
}

function mainReading(unit: number, { readings }: RepairRules): string | undefined {
  const [first = 0, end = 0] = readings.of.slice(unit, unit + 2);
  const main = readings.main.subarray(first, end).indexOf(1);
  return main === -1 ? undefined : readings.names[readings.list[first + main] ?? -1];
}
