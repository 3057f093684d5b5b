/** The title line of a text. */
import { foldPlain, type Line } from '../strip/line.ts';
import type { StructureRules } from './structure-rules.ts';

const LONGEST_TITLE = 60;
const LONGEST_PUBLISHER = 16;
const SUFFIX = /\s+[–—-]\s+|[_|｜]|\s+–/g;

/** Can this line be a title? Short, and no sentence: 一封信（一）：潑冷水 can, 尊敬的先生： and 您好！ cannot. */
export function isTitle({ text, han, plain }: Line): boolean {
  if (text.length > 2 * LONGEST_TITLE) return false;
  return han > 1 && plain.length <= LONGEST_TITLE && !/[。；;，,：:！!…]$/.test(text);
}

/**
 * The site's name at the end of a title, and the UTF-16 offset in `text` where it and its separator begin:
 * `冷水 – i天下網商` → `{ name: 'i天下網商', from: 2 }`. Only names that end as names of sites do
 * (`publisher-endings.txt`): a subtitle after a dash is the author's.
 */
export function cutPublisher(
  text: string,
  rules: StructureRules,
): { name: string; from: number } | undefined {
  const last = [...text.matchAll(SUFFIX)].at(-1);
  if (last === undefined || last.index === 0) return undefined;
  const name = text.slice(last.index + last[0].length).trim();
  const plain = foldPlain(name, rules.scripts.fold);
  const isSite =
    plain.length <= LONGEST_PUBLISHER && rules.publisherEndings.some((end) => plain.endsWith(end));
  return isSite ? { name, from: last.index } : undefined;
}
