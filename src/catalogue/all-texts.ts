import { getCollection } from 'astro:content';
import type { Summary } from '../library/summarize.ts';

let texts: Promise<Summary[]> | undefined;

/** The catalogue entries of all texts. Asked for once in a build, since every page shows something of them. */
export function allTexts(): Promise<Summary[]> {
  if (import.meta.env.DEV) return readTexts();
  texts ??= readTexts();
  return texts;
}

async function readTexts(): Promise<Summary[]> {
  return (await getCollection('editions')).map(({ data }) => data);
}
