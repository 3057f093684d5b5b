import { getCollection } from 'astro:content';
import type { Language } from '../../contract/schema.ts';

/** The guides in their order; texts of other pages, which have no place, are left out. */
export async function allGuides() {
  const guides = await getCollection('guides', ({ data }) => data.place !== undefined);
  return guides.toSorted((a, b) => (a.data.place ?? 0) - (b.data.place ?? 0));
}

/** A guide as a link: its path below the folder of its script, and its words. */
export async function guideLinks(language: Language) {
  return (await allGuides()).map(({ id, data }) => ({ path: `guide/${id}/`, ...data[language] }));
}
