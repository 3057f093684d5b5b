import { getCollection } from 'astro:content';
import type { Language } from '../../contract/schema.ts';

/** A text as a link to it shows it. */
export interface Neighbour {
  slug: string;
  title: Record<Language, string>;
}

export interface Neighbours {
  previous?: Neighbour | undefined;
  next?: Neighbour | undefined;
}

let neighbours: Promise<Map<string, Neighbours>> | undefined;

/** The texts before and after one in the catalogue, which begins with the newest. */
export async function neighboursOf(slug: string): Promise<Neighbours> {
  // Sorted once for all pages, while a site is built.
  neighbours ??= findNeighbours();
  return (await neighbours).get(slug) ?? {};
}

async function findNeighbours(): Promise<Map<string, Neighbours>> {
  const entries = await getCollection('editions');
  const texts = entries
    .toSorted((a, b) => (b.data.hant.date ?? '').localeCompare(a.data.hant.date ?? ''))
    .map(({ id, data }) => ({ slug: id, title: { 'zh-Hant': data.hant.title, 'zh-Hans': data.hans.title } }));
  return new Map(
    texts.map(({ slug }, index) => [slug, { previous: texts[index - 1], next: texts[index + 1] }]),
  );
}
