/**
 * Learns `src/data/convert/learned.tsv`: phrases in which people in Taiwan write another character than the other rules
 * give, from one half of the open texts of `test/bench/traditional-texts.ts`; the other half is for `npm run bench:convert`.
 * Needs Debian's apt.
 *
 *     node scripts/learn-phrases.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadRules } from '../src/data/load.ts';
import { readRows } from '../src/data/read-rows.ts';
import { toSimplified, toTraditional } from '../src/pipeline/convert/scripts.ts';
import { packages, traditionalLines } from '../test/bench/traditional-texts.ts';

/** A phrase must put so many more places right than wrong. */
const LEAST_GAIN = 3;
/** And be right where it stands, this often at least. */
const LEAST_RIGHT = 0.8;
const REACH = 3;
/** Not learned from these texts, where they are slips or a matter of their subject: prose has them otherwise. */
const REFUSED = ['体系结构', '散布', '注定', '海里', '独占', '自制', '卷群', '实体卷', '周是'];
/** Debian's reference was put into Traditional by a program. */
const learnedFrom = packages.filter((name) => name !== 'debian-reference-zh-tw');
const file = new URL('../src/data/convert/learned.tsv', import.meta.url);
const HEADER = `# Phrases learned from open texts: Simplified, tab, Traditional as people in Taiwan write it. Whole words; the longest counts.
# Sorted by code point, unique. Used by s2tw. Not edited by hand: reviewed words are in taiwan.tsv and s2t.tsv.
# Source: one half of the lines of Debian 12's ${learnedFrom.join(', ')}
# (GPL-2+, GPL-3+, MPL-2.0, CC BY-SA 3.0); only these counts are taken from them. Made by scripts/learn-phrases.ts.
`;
writeFileSync(file, HEADER);

interface Tally {
  /** How often each Traditional form was written, and how often ours was right. */
  readonly forms: Map<string, number>;
  right: number;
}

const rules = loadRules().convert;
const dictionary = rules.s2t('s2tw');
const tallies = new Map<string, Tally>();
const wrong = new Set<string>();

for (const line of learnedFrom.flatMap((name) => traditionalLines(name, 'tune'))) {
  const simplified = toSimplified(line, rules);
  const ours = toTraditional(simplified, rules, 's2tw');
  if (simplified.length !== line.length || ours.length !== line.length) continue;
  for (const { 0: run, index } of simplified.matchAll(/[\u3400-\u9fff]+/g)) count(line, ours, index, run);
}

/** Tally every sequence of whole words with a character to decide. */
function count(line: string, ours: string, at: number, run: string): void {
  const words = new Uint8Array(run.length + 1);
  rules.segment(run, 0, run.length, words);
  const cuts = [...words.keys()].filter((i) => words[i] === 1);
  for (const [n, start] of cuts.entries()) {
    for (const end of cuts.slice(n + 1, n + 1 + REACH)) {
      const key = run.slice(start, end);
      if (key.length < 2 || key.length > 6) continue;
      if (![...key].some((character) => dictionary.isSplit[character.charCodeAt(0)] === 1)) continue;
      const form = line.slice(at + start, at + end);
      const isRight = form === ours.slice(at + start, at + end);
      if (!isRight) wrong.add(key);
      const tally = tallies.get(key) ?? { forms: new Map<string, number>(), right: 0 };
      tallies.set(key, tally);
      tally.forms.set(form, (tally.forms.get(form) ?? 0) + 1);
      if (isRight) tally.right++;
    }
  }
}

const isPlain = (form: string) =>
  ![...form].some((character) => rules.scripts.side[character.charCodeAt(0)] === 1);

const reviewed = [
  ...REFUSED,
  ...['s2t.tsv', 'taiwan.tsv'].flatMap((name) => {
    const read = () => readFileSync(new URL(name, file), 'utf8');
    return readRows(name, read, 2).map(([from]) => from!);
  }),
].filter((key) => key.length > 1);

const candidates = [...wrong]
  .filter((key) => !reviewed.some((word) => key.includes(word)))
  .flatMap((key) => {
    const { forms, right } = tallies.get(key)!;
    const [[form, best]] = [...forms].sort((a, b) => b[1] - a[1]) as [[string, number]];
    const total = [...forms.values()].reduce((sum, n) => sum + n, 0);
    const gain = best - right;
    const isGood = gain >= LEAST_GAIN && best >= LEAST_RIGHT * total && isPlain(form);
    return isGood ? [{ key, form, gain }] : [];
  });

/** A longer phrase says nothing new when a shorter one inside it gives the same. */
const chosen = new Map<string, string>();
for (const { key, form } of candidates.sort((a, b) => a.key.length - b.key.length || b.gain - a.gain)) {
  if (!isSaid(key, form)) chosen.set(key, form);
}

function isSaid(key: string, form: string): boolean {
  let said = toTraditional(key, rules, 's2tw');
  for (const [part, to] of chosen) {
    const at = key.indexOf(part);
    if (at >= 0) said = said.slice(0, at) + to + said.slice(at + part.length);
  }
  return said === form;
}

const rows = [...chosen].sort(([a], [b]) => (a < b ? -1 : 1)).map((row) => `${row.join('\t')}\n`);
writeFileSync(file, HEADER + rows.join(''));
console.log(`${rows.length} phrases, ${Buffer.byteLength(rows.join(''))} bytes`);
