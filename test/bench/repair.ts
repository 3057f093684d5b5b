/**
 * How well the repair undoes the channel: error rate, exact documents, calibration, sound text, the worst places.
 *
 *     npm run bench:repair                    texts and tables nothing was tuned on
 *     npm run bench:repair -- --set tune      those for tuning
 *     npm run bench:repair -- --documents 50  fewer documents
 *     npm run bench:repair -- --text FILE     a text of one's own in place of Debian's, in Simplified
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openTexts, simplified, traditional } from '../../scripts/learn/open-texts.ts';
import { loadRules } from '../../src/corpus/load-rules.ts';
import { read } from '../../src/pipeline/reading.ts';
import { repair } from '../../src/pipeline/repair/repair.ts';
import { fold } from '../../src/pipeline/text/fold.ts';
import { type Difference, differences, errors } from '../channel/align.ts';
import { damage } from '../channel/forward.ts';
import { careless, convertCarelessly, makeSite } from '../channel/mirror-site.ts';
import { pick, seeded } from '../support/random.ts';

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: 'report' },
    documents: { type: 'string', default: '600' },
    worst: { type: 'string', default: '15' },
    text: { type: 'string' },
  },
});
const rules = loadRules().repair;
const forms = careless(rules);
/** Tables are reported in groups up to these sizes. */
const SIZES = [25, 50, 100, 200, 400, 5000];
const isReport = options.set !== 'tune';
const documents = Number(options.documents);

/** Pieces of about `LENGTH` units that GBK can hold; every other one is for tuning. */
const LENGTH = 1800;
const pieces = textsOf(simplified)
  .flatMap(({ text }) => cut(text))
  .filter((_, i) => options.text !== undefined || (i % 2 === 0) !== isReport);

/** The texts of Debian's packages, or the one that was given, each with the name of its source. */
function textsOf(sources: typeof simplified): { name: string; text: string }[] {
  if (options.text !== undefined) return [{ name: options.text, text: readFileSync(options.text, 'utf8') }];
  return sources.flatMap((source) => openTexts(source).map((text) => ({ name: source.name, text })));
}

function cut(text: string): string[] {
  const out: string[] = [];
  const least = options.text === undefined ? LENGTH / 2 : 0;
  for (let at = 0; at + least < text.length; at += LENGTH) out.push(text.slice(at, at + LENGTH));
  return out
    .filter((piece) => (piece.match(/[\u4e00-\u9fff]/g)?.length ?? 0) > 0.3 * piece.length)
    .map(clean);
}

/** What GBK cannot hold, and what only a mirror leaves, is not in the original. */
function clean(text: string): string {
  return Array.from(text, (c) =>
    c < '\u0080' || (c.length === 1 && rules.gbk.pairOf[c.charCodeAt(0)] !== 0) ? c : '',
  )
    .join('')
    .replace(/[\u0000-\u0008\u20ac\ue000-\ue765]/g, '');
}

/** What anybody would delete: glosses and control characters. */
const baseline = /\([a-zà-ǜ]{1,6} ?\)|[\u0001-\u0008]/g;

const widthFolded = (text: string) =>
  text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
const comparable = (text: string) => widthFolded(fold(text, rules.fold));

interface Tally {
  characters: number;
  wrong: number;
  regex: number;
  exact: number;
  documents: number;
}
const tallies = new Map<string, Tally>();
const calibration = new Map<string, { right: number; wrong: number }>();
const wrongSure: string[] = [];
const worst: { size: number; line: string }[] = [];

function count(group: string, characters: number, wrong: number, regex: number): void {
  const tally = tallies.get(group) ?? { characters: 0, wrong: 0, regex: 0, exact: 0, documents: 0 };
  tallies.set(group, tally);
  tally.characters += characters;
  tally.wrong += wrong;
  tally.regex += regex;
  tally.documents++;
  if (wrong === 0) tally.exact++;
}

/** An emendation is wrong when what it gave is, or when it took out what belongs there. */
function calibrate(
  edits: ReturnType<typeof read>['edits'],
  found: readonly Difference[],
  damaged: string,
  truth: string,
): void {
  let shift = 0;
  for (const { start, end, corr, note } of edits) {
    const from = start + shift;
    const to = from + corr.length;
    shift = to - end;
    if (note.type !== 'emendation') continue;
    const sic = comparable(damaged.slice(start, end));
    const isWrong = found.some(({ a, b }) => {
      if (b[0] < to && b[1] > from) return true;
      return b[0] <= to && b[1] >= from && a[1] > a[0] && sic.includes(truth.slice(...a));
    });
    if (isWrong && note.cert !== 'low') {
      const evidence = JSON.stringify(note.evidence);
      wrongSure.push(`${note.cert} ${note.kind} → ${corr}: ${evidence} ${note.alternatives ?? ''}`);
    }
    for (const key of [note.cert, `${note.cert} ${note.kind}`]) {
      const entry = calibration.get(key) ?? { right: 0, wrong: 0 };
      calibration.set(key, entry);
      if (isWrong) entry.wrong++;
      else entry.right++;
    }
  }
}

function run(index: number): void {
  const random = seeded((isReport ? 1_000_000 : 0) + index);
  const original = convertCarelessly(pick(pieces, random), forms);
  const site = makeSite(forms, rules, random);
  const damaged = damage(original, site, rules);
  const repaired = repair(read(damaged), rules);
  const truth = comparable(original);
  const found = differences(truth, comparable(repaired.text));
  const wrong = errors(found);
  const regex = errors(differences(truth, comparable(damaged.replace(baseline, ''))));
  count('all', truth.length, wrong, regex);
  count(site.keepsPrivate ? 'private-use kept' : 'private-use dropped', truth.length, wrong, regex);
  count(site.isSilent ? 'silent' : site.hasControls ? 'controls' : 'no controls', truth.length, wrong, regex);
  count(`table up to ${SIZES.find((size) => site.table.size <= size)}`, truth.length, wrong, regex);
  calibrate(repaired.edits, found, damaged, truth);
  for (const { a, b } of found) {
    const line = `${truth.slice(a[0] - 6, a[0])}[${truth.slice(...a)}]→[${comparable(repaired.text).slice(...b)}] #${index}${site.isSilent ? ' silent' : ''}${site.keepsPrivate ? ' pua' : ''} t${site.table.size}`;
    worst.push({ size: Math.max(a[1] - a[0], b[1] - b[0]), line: line.replaceAll('\n', '⏎') });
  }
}

for (let index = 0; index < documents; index++) {
  run(index);
  if (process.stderr.isTTY && index % 20 === 0) process.stderr.write(`\r${index}/${documents}`);
}
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(4)} %`;
console.log(`set: ${options.set}, ${documents} documents, ${pieces.length} pieces to draw from`);
for (const [group, t] of [...tallies].sort()) {
  console.log(
    `${group.padEnd(22)} ${String(t.documents).padStart(5)} documents  wrong ${percent(t.wrong, t.characters)}  by regex ${percent(t.regex, t.characters)}  exact ${((100 * t.exact) / t.documents).toFixed(1)} %`,
  );
}
console.log('\ncertainty: emendations and how many of them are wrong');
for (const [key, { right, wrong }] of [...calibration].sort()) {
  console.log(
    `${key.padEnd(22)} ${String(right + wrong).padStart(8)}  wrong ${wrong}  ${percent(wrong, right + wrong)}`,
  );
}
console.log('\nsure and wrong');
for (const line of wrongSure.slice(0, Number(options.worst)))
  console.log(`  ${line.replaceAll('\n', '⏎').slice(0, 200)}`);
console.log('\nworst places');
for (const { line } of worst.sort((a, b) => b.size - a.size).slice(0, Number(options.worst)))
  console.log(`  ${line.slice(0, 160)}`);

let touched = 0;
let characters = 0;
for (const { name, text } of textsOf([...simplified, ...traditional])) {
  characters += text.length;
  const [edit] = repair(read(text), rules).edits;
  if (edit === undefined) continue;
  touched++;
  console.log(`  touched: ${name}: ${JSON.stringify(text.slice(edit.start - 8, edit.end + 8))}`);
}
console.log(`\nsound text: ${touched} documents touched, ${characters} characters`);
