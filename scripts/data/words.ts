/** `words.txt`. */
import { JIEBA, jiebaDictionary } from './jieba.ts';
import type { OpenGram } from './open-gram.ts';
import type { Table } from './table.ts';

const LONGEST_WORD = 4;
const WORDS_KEPT = 72_500;

/** Words by cost and length; half of it jieba's, half open-gram's. */
function wordLines(
  { words }: OpenGram,
  fold: ReadonlyMap<string, string>,
  singles: ReadonlySet<string>,
): string[] {
  const frequency = new Map<string, number>();
  const add = (form: string, count: number) => {
    const word = Array.from(form, (character) => fold.get(character) ?? character).join('');
    if (word.length <= LONGEST_WORD) frequency.set(word, (frequency.get(word) ?? 0) + count / 2);
  };
  const isHan = (form: string) => /^\p{Script=Han}+$/u.test(form);
  const counted = jiebaDictionary()
    .split('\n')
    .flatMap((line) => {
      const [form = '', count] = line.split(' ');
      return count && isHan(form) ? [{ form, count: Number(count) }] : [];
    });
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  for (const { form, count } of counted) add(form, Math.max(count, 0.5) / total);
  for (const [form, probability] of words) if (isHan(form)) add(form, probability);
  const isKept = ([word]: [string, number]) => word.length > 1 || singles.has(word);
  const ranked = [...frequency].filter(isKept).sort((a, b) => b[1] - a[1]);
  const kept = ranked.filter(([word], rank) => word.length === 1 || rank < WORDS_KEPT);
  return byCost(kept);
}

/** A row for each cost and length. */
function byCost(words: readonly [string, number][]): string[] {
  const rows = new Map<number, string[]>();
  for (const [word, probability] of words) {
    const cost = Math.min(74, Math.round(-4 * Math.log(probability)));
    const key = cost * 10 + word.length;
    rows.set(key, [...(rows.get(key) ?? []), word]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([key, list]) => `${Math.floor(key / 10)}\t${list.sort().join(' ')}`);
}

/** The likeliest words; of single characters, those of `singles`. */
export function wordTable(
  model: OpenGram,
  fold: ReadonlyMap<string, string>,
  singles: ReadonlySet<string>,
): Table {
  return {
    name: 'words.txt',
    header: [
      'Words of at most four characters, folded to Simplified (fold.txt), by cost and length, a row for each of both.',
      'Cost: −ln of the relative frequency, in quarters of a nat.',
      `Source: the mean of two models, jieba's dictionary, as ${JIEBA} has it (MIT), and open-gram's, as Debian's sunpinyin-data has it.`,
      'Open-gram is by Kov Chai, virus huo, Tinyfool and MDBG, under CC BY-SA 3.0, and so is this table. Made by scripts/build-data.ts.',
    ],
    rows: wordLines(model, fold, singles),
  };
}
