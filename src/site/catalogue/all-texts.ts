import { getCollection } from 'astro:content';
import type { Summary } from './summarize.ts';
import { type Totals, totals } from './totals.ts';

let texts: Promise<Summary[]> | undefined;

let sums: Promise<Totals> | undefined;

/** What all texts come to together, added up once. */
export function allTotals(): Promise<Totals> {
  if (import.meta.env.DEV) return addUp();
  sums ??= addUp();
  return sums;
}

/** The catalogue entries of all texts. Asked for once in a build, since every page shows something of them. */
export function allTexts(): Promise<Summary[]> {
  if (import.meta.env.DEV) return readTexts();
  texts ??= readTexts();
  return texts;
}

async function addUp(): Promise<Totals> {
  return totals(await allTexts());
}

async function readTexts(): Promise<Summary[]> {
  return (await getCollection('editions')).map(({ data }) => data);
}
