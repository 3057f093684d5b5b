import { getCollection } from 'astro:content';
import { oncePerBuild } from './once-per-build.ts';
import type { Summary } from './summarize.ts';
import { totals } from './totals.ts';

/** The catalogue entries of all texts. Every page shows something of them. */
export const allTexts = oncePerBuild(
  async (): Promise<Summary[]> => (await getCollection('editions')).map(({ data }) => data),
);

/** What all texts come to together. */
export const allTotals = oncePerBuild(async () => totals(await allTexts()));
