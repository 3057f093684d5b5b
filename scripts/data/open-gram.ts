/** Open-gram, by Kov Chai, virus huo, Tinyfool and MDBG. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';

const OPEN_GRAM = '/usr/lib/x86_64-linux-gnu/sunpinyin/data/';

/** Open-gram's language model: how likely words are, and pairs of words. */
export interface OpenGram {
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: readonly (readonly [first: string, second: string, probability: number])[];
}

/** The lexicon is the tail of the pinyin trie: NUL-terminated UTF-32 strings, by word number. */
function openGramLexicon(): string {
  const trie = readFileSync(`${OPEN_GRAM}pydict_sc.bin`);
  const words = iconv.decode(trie.subarray(trie.readUInt32LE(8)), 'utf-32le').split('\0');
  return words.flatMap((word, number) => (word === '' ? [] : [`${word} ${number}\n`])).join('');
}

/** Read the model that Debian's sunpinyin-data has. */
export function openGram(): OpenGram {
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
    const [first = '', second = '', probability] = line.split(/\s+/);
    const before = words.get(first);
    if (before && words.has(second)) pairs.push([first, second, before * Number(probability)]);
  }
  return { words, pairs };
}
