/**
 * Makes the tables in `src/data/` anew from their sources. Needs Debian's packages `unicode-data`, `sunpinyin-data` and
 * `sunpinyin-utils`, and npm's registry (for jieba's dictionary); everything else is in `node_modules`. Run it after
 * raising a version, and read the diff.
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
const WORDS_KEPT = 75_000;
const OPEN_GRAM = '/usr/lib/x86_64-linux-gnu/sunpinyin/data/';
/** Pairs kept: the commonest whose characters attract each other by at least this many nats. */
const PAIRS_KEPT = 60_000;
const LEAST_ATTRACTION = 0.75;

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

const BIG5_TRAILS = [...range(0x40, 0x7e), ...range(0xa1, 0xfe)];

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Big5 as Windows knows it, and Hong Kong's characters where that has none: rows of 157 characters. */
function big5Rows(): string[] {
  const decodePair = (pair: Buffer) =>
    ['cp950', 'big5-hkscs'].map((name) => iconv.decode(pair, name)).find(isAssigned) ?? '\ufffd';
  return range(0x87, 0xfe)
    .map(
      (lead) =>
        `${lead.toString(16)}\t${BIG5_TRAILS.map((trail) => decodePair(Buffer.from([lead, trail]))).join('')}`,
    )
    .filter((row) => !/^..\t\ufffd+$/.test(row));
}

function isAssigned(character: string): boolean {
  return character.length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(character);
}

/** The upper halves of single-byte encodings; U+FFFD for a byte that stands for a C1 control. */
function singleByteRows(): string[] {
  return ['windows-1252', 'macintosh'].map((name) => {
    const upper = new TextDecoder(name).decode(Uint8Array.from(range(0x80, 0xff)));
    return `${name}\t${upper.replaceAll(/[\x80-\x9f]/g, '\ufffd')}`;
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

/** Open-gram's language model: how likely words are, and pairs of words. */
interface OpenGram {
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: readonly (readonly [first: string, second: string, probability: number])[];
}

/** The lexicon is the tail of the pinyin trie: NUL-terminated UTF-32 strings, by word number. */
function openGramLexicon(): string {
  const trie = readFileSync(`${OPEN_GRAM}pydict_sc.bin`);
  const words = iconv.decode(trie.subarray(trie.readUInt32LE(8)), 'utf-32le').split('\0');
  return words.flatMap((word, number) => (word === '' ? [] : [`${word} ${number}\n`])).join('');
}

function openGram(): OpenGram {
  const folder = mkdtempSync(join(tmpdir(), 'zhengben-data-'));
  try {
    writeFileSync(join(folder, 'lexicon'), openGramLexicon());
    const options = ['-p', '-v', '-l', join(folder, 'lexicon'), `${OPEN_GRAM}lm_sc.t3g`];
    const arpa = execFileSync('tslminfo', options, {
      maxBuffer: 1 << 29,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return parseArpa(arpa.toString('utf8', 0, arpa.indexOf('\\3-gram')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parseArpa(arpa: string): OpenGram {
  const [single = '', double = ''] = arpa.slice(arpa.indexOf('\\1-gram')).split('\\2-gram');
  const words = new Map<string, number>();
  for (const line of single.split('\n')) {
    const [word, probability] = line.split(/\s+/);
    if (word && probability && /^[^\d\\\s]+$/.test(word)) words.set(word, Number(probability));
  }
  const pairs: OpenGram['pairs'][number][] = [];
  for (const line of double.split('\n')) {
    const [first, second, probability] = line.split(/\s+/);
    const before = words.get(first ?? '');
    if (before && second && words.has(second)) pairs.push([first!, second, before * Number(probability)]);
  }
  return { words, pairs };
}

/** Words by cost: −ln of the relative frequency, in quarters of a nat; half of it jieba's, half open-gram's. */
function wordLines({ words }: OpenGram, fold: Map<string, string>, singles: Set<string>): string[] {
  const frequency = new Map<string, number>();
  const add = (form: string, count: number) => {
    const word = Array.from(form, (character) => fold.get(character) ?? character).join('');
    if (word.length <= LONGEST_WORD) frequency.set(word, (frequency.get(word) ?? 0) + count / 2);
  };
  const isHan = (form: string) => /^\p{Script=Han}+$/u.test(form);
  const jieba = jiebaDictionary()
    .split('\n')
    .map((line) => line.split(' '));
  const counted = jieba.filter(([form, count]) => form && count && isHan(form));
  const total = counted.reduce((sum, [, count]) => sum + Number(count), 0);
  for (const [form, count] of counted) add(form!, Math.max(Number(count), 0.5) / total);
  for (const [form, probability] of words) if (isHan(form)) add(form, probability);
  const isKept = ([word]: [string, number]) => word.length > 1 || singles.has(word);
  const ranked = [...frequency].filter(isKept).sort((a, b) => b[1] - a[1]);
  const kept = ranked.filter(([word], rank) => word.length === 1 || rank < WORDS_KEPT);
  const byCost = new Map<number, string[]>();
  for (const [word, probability] of kept) {
    const cost = Math.min(74, Math.round(-4 * Math.log(probability)));
    byCost.set(cost, [...(byCost.get(cost) ?? []), word]);
  }
  return [...byCost].sort(([a], [b]) => a - b).map(([cost, list]) => `${cost}\t${list.sort().join(' ')}`);
}

/**
 * Characters that attract each other across a word boundary, first by first: `笑	a着了 6话`. The letter or digit is the
 * attraction (pointwise mutual information) in half nats, base 36.
 */
function pairLines({ words, pairs }: OpenGram, fold: Map<string, string>): string[] {
  const folded = (character: string) => fold.get(character) ?? character;
  const add = (map: Map<string, number>, key: string, amount: number) =>
    map.set(key, (map.get(key) ?? 0) + amount);
  const [ends, begins, joints] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  let total = 0;
  for (const [word, probability] of words) {
    add(ends, folded(word.at(-1)!), probability);
    add(begins, folded(word[0]!), probability);
    total += probability;
  }
  for (const [first, second, probability] of pairs) {
    add(joints, folded(first.at(-1)!) + folded(second[0]!), probability);
  }
  const attraction = (pair: string) =>
    Math.log((joints.get(pair)! * total) / (ends.get(pair[0]!)! * begins.get(pair[1]!)!));
  const kept = [...joints.keys()]
    .filter((pair) => pair.length === 2 && attraction(pair) >= LEAST_ATTRACTION)
    .sort((a, b) => joints.get(b)! - joints.get(a)! || (a < b ? -1 : 1))
    .slice(0, PAIRS_KEPT)
    .sort();
  const byFirst = new Map<string, Map<string, string>>();
  for (const pair of kept) {
    const groups = byFirst.get(pair[0]!) ?? new Map<string, string>();
    byFirst.set(pair[0]!, groups);
    const strength = Math.min(16, Math.round(2 * attraction(pair))).toString(36);
    groups.set(strength, (groups.get(strength) ?? '') + pair[1]!);
  }
  return [...byFirst].map(([first, groups]) => {
    const lists = [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([strength, seconds]) => strength + seconds);
    return `${first}\t${lists.join(' ')}`;
  });
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

save(
  'big5.txt',
  [
    'Big5: lead byte, then the characters of the trails 40–7E and A1–FE. U+FFFD: not assigned, private, or beyond the BMP.',
    `Source: CP950, then Big5-HKSCS, as iconv-lite ${version('iconv-lite')} has them (MIT). Made by scripts/build-data.ts.`,
  ],
  big5Rows(),
);
save(
  'single-byte.txt',
  [
    'Upper halves (80–FF) of encodings of one byte. U+FFFD: the byte stands for a C1 control, which is often lost on the way.',
    'Invisible here: U+00A0 and U+00AD in windows-1252, U+00A0 and the apple, U+F8FF, in macintosh.',
    'Source: the WHATWG Encoding Standard (CC0), as Node has it. Made by scripts/build-data.ts.',
  ],
  singleByteRows(),
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

const model = openGram();
save(
  'words.txt',
  [
    'Words of at most four characters, folded to Simplified (fold.txt), by cost: −ln of the relative frequency, in quarters of a nat.',
    `Source: the mean of two models, jieba's dictionary, as ${JIEBA} has it (MIT), and open-gram's, as Debian's sunpinyin-data has it.`,
    'Open-gram is by Kov Chai, virus huo, Tinyfool and MDBG, under CC BY-SA 3.0, and so is this table. Made by scripts/build-data.ts.',
  ],
  wordLines(model, fold, inGbk),
);
save(
  'pairs.txt',
  [
    'Characters, folded to Simplified, that attract each other across a word boundary, first by first: how much, and which follow.',
    'How much: pointwise mutual information in half nats, base 36; only the commonest pairs.',
    `Source: open-gram's word pairs, as Debian's sunpinyin-data has them, by Kov Chai, virus huo, Tinyfool and MDBG (CC BY-SA 3.0).`,
    'Made by scripts/build-data.ts.',
  ],
  pairLines(model, fold),
);
