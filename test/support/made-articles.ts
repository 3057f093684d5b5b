/** A made-up collection, as a built site has it, text by text, in both scripts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Language } from '../../src/contract/schema.ts';
import { loadRules } from '../../src/corpus/load-rules.ts';
import { readData } from '../../src/data/read-data.ts';
import { toTraditional } from '../../src/pipeline/convert/scripts.ts';
import type { SearchText } from '../../src/site/search/searched-blocks.ts';
import { found } from './found.ts';
import { ownText } from './own-text.ts';
import { pick, type Random, seeded } from './random.ts';

const rules = loadRules();
const vocabulary = readVocabulary();
const MARKS = [...'，，，，，。。。、；：'];
/** In characters. */
const LENGTH = 2000;
const LATIN = ['CRM', 'B2C', 'web', 'API', '2012', '3.5%', 'iPhone', 'don’t', 'A', '100', 'e-mail'];

/** A made-up article in both scripts. */
export type Article = Record<Language, SearchText> & { slug: string };

/** {@link makeText} in both scripts. */
export function makeArticle(number: number, length?: number): Article {
  const { slug, text } = makeText(number, length);
  return { slug, 'zh-Hans': text, 'zh-Hant': traditional(text) };
}

/**
 * The same article for the same number: about `length` characters, a quarter of them the project's own sentences, shuffled.
 */
export function makeText(number: number, length = LENGTH): { slug: string; text: SearchText } {
  const random = seeded(number * 7919 + 1);
  const own = ownText(number)
    .slice(0, length / 4)
    .split('\n')
    .filter(Boolean);
  const made = Array.from({ length: 8 }, () => sentences(random, 0.09 * length));
  const paragraphs = [...made.slice(0, 4), ...own, ...made.slice(4)];
  const blocks = paragraphs.map((text, index): [string, string] => [`p${index + 1}`, text]);
  blocks.splice(3, 0, ['h1', words(random, 8)]);
  blocks.splice(7, 0, ['h2', words(random, 6)]);
  const text: SearchText = {
    title: words(random, 10),
    author: words(seeded(Math.floor(random() * 2000)), 3),
    publisher: words(seeded(90_000 + Math.floor(random() * 60)), 4),
    date: `${2000 + Math.floor(random() * 20)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
    blocks,
  };
  return { slug: `${pick(['letter', 'note', 'essay', 'report'], random)}-${number}`, text };
}

/** Writes an article where the site would have it. */
export function writeArticle(dist: URL, article: Article): void {
  const folder = new URL(`texts/${article.slug}/`, dist);
  mkdirSync(folder, { recursive: true });
  for (const language of ['zh-Hant', 'zh-Hans'] as const)
    writeFileSync(new URL(`${language}.json`, folder), JSON.stringify(article[language]));
}

function traditional(text: SearchText): SearchText {
  const write = (words: string) => toTraditional(words, rules.convert, 's2tw');
  return {
    ...text,
    title: write(text.title),
    author: write(text.author ?? ''),
    publisher: write(text.publisher ?? ''),
    blocks: text.blocks.map(([id, block]) => [id, write(block)]),
  };
}

/** Words as often as they are used, until there are so many characters. */
function words(random: Random, characters: number): string {
  let text = '';
  while (text.length < characters) text += vocabulary.wordAt(random());
  return text;
}

function sentences(random: Random, characters: number): string {
  let text = '';
  while (text.length < characters) {
    text += words(random, 4 + random() * 12);
    if (random() < 0.06) text += pick(LATIN, random);
    text += pick(MARKS, random);
  }
  return text;
}

/** `words.txt`: the cost of a word, in quarters of a nat, is −ln of how often it is used. `wordAt` takes a share of all. */
function readVocabulary(): { wordAt: (share: number) => string } {
  const rows = readData('words.txt')
    .split('\n')
    .filter((row) => /^\d/.test(row));
  const all: { word: string; sum: number }[] = [];
  let sum = 0;
  for (const row of rows) {
    const [cost, list = ''] = row.split('\t');
    for (const word of list.split(' ').filter((word) => /^\p{Script=Han}+$/u.test(word))) {
      sum += Math.exp(-Number(cost) / 4);
      all.push({ word, sum });
    }
  }
  const last = found(all.at(-1), 'word');
  const wordAt = (share: number) => {
    let [low, high] = [0, all.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle] ?? last).sum < share * sum) low = middle + 1;
      else high = middle;
    }
    return (all[low] ?? last).word;
  };
  return { wordAt };
}
