/**
 * Makes the tables in `src/data/` anew from their sources. Needs Debian's package `unicode-data` and npm's registry
 * (for jieba's dictionary); everything else is in `node_modules`. Run it after raising a version, and read the diff.
 *
 *     npm run data
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';

const JIEBA = 'nodejieba@3.5.8';
const UNIHAN = '/usr/share/unicode/Unihan_Readings.txt.bz2';
const LONGEST_WORD = 4;
const WORDS_KEPT = 90_000;

const root = new URL('../src/data/', import.meta.url);
const opencc = new URL('./dict/', import.meta.resolve('opencc-js/core'));

const save = (name: string, header: string[], lines: Iterable<string>) => {
  const text = [...header.map((line) => `# ${line}`.trimEnd()), ...lines, ''].join('\n');
  writeFileSync(new URL(name, root), text);
  console.log(`${name}: ${text.length} characters`);
};

/** The strict CP936 table: rows of 190 characters, U+FFFD where a pair is not assigned. */
function gbkRows(): string[] {
  const trails = Array.from({ length: 0xbf }, (_, i) => 0x40 + i).filter((trail) => trail !== 0x7f);
  return Array.from({ length: 0x7e }, (_, i) => 0x81 + i).map((lead) => {
    const row = trails.map((trail) => {
      const character = iconv.decode(Buffer.from([lead, trail]), 'cp936');
      return character.length === 1 ? character : '\ufffd';
    });
    return `${lead.toString(16)}\t${row.join('')}`;
  });
}

async function dictionary(name: string): Promise<[string, string][]> {
  const { default: pairs } = (await import(new URL(`${name}.js`, opencc).href)) as { default: string };
  return pairs.split('|').map((pair) => pair.split(' ') as [string, string]);
}

/** Every Traditional or regional form and the Simplified form it folds to, both in the BMP. */
async function foldPairs(): Promise<Map<string, string>> {
  const simplified = new Map(await dictionary('TSCharacters'));
  const fold = new Map(simplified);
  for (const name of ['TWVariantsRev', 'HKVariantsRev', 'CJK_Compatibility_Ideographs']) {
    for (const [form, standard] of await dictionary(name)) {
      const target = simplified.get(standard) ?? standard;
      if (!fold.has(form) && !fold.has(target)) fold.set(form, target);
    }
  }
  fold.set('著', '着'); // one word in two spellings; OpenCC settles it by phrases
  fold.delete('么'); // Simplified 什么, not Traditional 幺
  for (const [form, target] of fold) {
    if (form === target || form.length !== 1 || target.length !== 1) fold.delete(form);
  }
  for (const [form, target] of fold) {
    let end = target;
    for (let i = 0; i < 4 && fold.has(end); i++) end = fold.get(end) ?? end;
    if (end === form) fold.delete(form);
    else fold.set(form, end);
  }
  return new Map([...fold].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const readingFields = ['kMandarin', 'kHanyuPinlu', 'kXHC1983', 'kTGHZ2013', 'kHanyuPinyin'];

/** Characters of CP936 by reading: those for which it is the main one, then `|` and the others. */
function readingLines(inGbk: Set<string>): string[] {
  const unihan = execFileSync('bzcat', [UNIHAN], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const byReading = new Map<string, { main: Set<string>; other: Set<string> }>();
  const add = (reading: string, character: string, isMain: boolean) => {
    const entry = byReading.get(reading) ?? { main: new Set(), other: new Set() };
    byReading.set(reading, entry);
    if (isMain) entry.main.add(character);
    else entry.other.add(character);
  };
  for (const line of unihan.split('\n')) {
    const [point, field, value] = line.split('\t');
    if (!point || !field || !value || !readingFields.includes(field)) continue;
    const character = String.fromCodePoint(Number.parseInt(point.slice(2), 16));
    if (!inGbk.has(character)) continue;
    const readings = value.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
    readings.forEach((reading, i) => {
      add(reading.replaceAll('ɡ', 'g'), character, field === 'kMandarin' && i === 0);
    });
  }
  return [...byReading]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reading, { main, other }]) => {
      const rest = [...other].filter((character) => !main.has(character)).sort();
      return `${reading}\t${[...main].sort().join('')}${rest.length > 0 ? `|${rest.join('')}` : ''}`;
    });
}

function jiebaDictionary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhengben-data-'));
  try {
    execFileSync('npm', ['pack', JIEBA, '--silent', '--pack-destination', folder]);
    execFileSync('tar', ['xzf', join(folder, `${JIEBA.replace('@', '-')}.tgz`), '-C', folder]);
    return readFileSync(join(folder, 'package/submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words by cost: −ln of the relative frequency, in quarters of a nat. */
function wordLines(fold: Map<string, string>, singles: Set<string>): string[] {
  const frequency = new Map<string, number>();
  let total = 0;
  for (const line of jiebaDictionary().split('\n')) {
    const [form, count] = line.split(' ');
    if (!form || !count || !/^\p{Script=Han}+$/u.test(form)) continue;
    total += Number(count);
    const word = Array.from(form, (character) => fold.get(character) ?? character).join('');
    if (word.length <= LONGEST_WORD) frequency.set(word, (frequency.get(word) ?? 0) + Number(count));
  }
  const isKept = ([word]: [string, number]) => word.length > 1 || singles.has(word);
  const ranked = [...frequency].filter(isKept).sort((a, b) => b[1] - a[1]);
  const kept = ranked.filter(([word], rank) => word.length === 1 || rank < WORDS_KEPT);
  const byCost = new Map<number, string[]>();
  for (const [word, count] of kept) {
    const cost = Math.round(-4 * Math.log(Math.max(count, 0.5) / total));
    byCost.set(cost, [...(byCost.get(cost) ?? []), word]);
  }
  return [...byCost].sort(([a], [b]) => a - b).map(([cost, words]) => `${cost}\t${words.sort().join(' ')}`);
}

const version = (name: string) =>
  (createRequire(import.meta.url)(`../node_modules/${name}/package.json`) as { version: string }).version;

const rows = gbkRows();
save(
  'gbk.txt',
  [
    'Strict CP936 (GBK as Windows knows it): lead byte, then the characters of the trails 40–7E and 80–FE.',
    'U+FFFD: not assigned. The private-use rows (AA–AF, F8–FE, A140–A7A0) follow a formula and are not listed.',
    `Source: Microsoft's table, as iconv-lite ${version('iconv-lite')} has it (MIT). Made by scripts/build-data.ts.`,
  ],
  rows,
);

const fold = await foldPairs();
save(
  'fold.txt',
  [
    'Traditional and regional forms, each with the Simplified form it folds to, whatever the context.',
    'For comparing and searching, never for writing. Length is kept: one BMP character for another.',
    `Source: OpenCC's character tables, as opencc-js ${version('opencc-js')} has them (Apache-2.0). Made by scripts/build-data.ts.`,
  ],
  [...fold].map((pair) => pair.join('\t')),
);

const inGbk = new Set(rows.flatMap((row) => [...row.slice(3)]));
const isTraditional = (form: string) => !iconv.encode(form, 'cp950').equals(Buffer.from('?'));
save(
  'simplified-only.txt',
  [
    'Characters of CP936 that are Simplified and nothing else: they have a Traditional form and are not in Big5.',
    'A text that went through a careless converter has none of them left; 后 里 于 么, which Traditional has too, remain.',
    `Source: fold.txt and CP950, as iconv-lite ${version('iconv-lite')} has it (MIT). Made by scripts/build-data.ts.`,
  ],
  [...new Set(fold.values())].filter((form) => inGbk.has(form) && !isTraditional(form)).sort(),
);

save(
  'readings.txt',
  [
    'Pinyin readings and the CP936 characters that have them: those for which it is the main reading, then | and the others.',
    `Source: Unihan (${readingFields.join(', ')}), Unicode 15.0, Debian's unicode-data (Unicode licence). Made by scripts/build-data.ts.`,
  ],
  readingLines(inGbk),
);

save(
  'words.txt',
  [
    'Words of at most four characters, folded to Simplified (fold.txt), by cost: −ln of the relative frequency, in quarters of a nat.',
    `Source: jieba's dictionary, as ${JIEBA} has it (MIT). Made by scripts/build-data.ts.`,
  ],
  wordLines(fold, inGbk),
);
