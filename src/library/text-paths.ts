import { getCollection } from 'astro:content';
import { loadEdition } from './load-edition.ts';
import { hasWitness } from './load-witness.ts';

/** Static paths of a page that every text has. */
export async function textPaths(): Promise<Array<{ params: { slug: string } }>> {
  return (await getCollection('editions')).map(({ id }) => ({ params: { slug: id } }));
}

/** Static paths of a page that every text has whose witness is at hand. */
export async function witnessPaths(): Promise<Array<{ params: { slug: string } }>> {
  const paths: Array<{ params: { slug: string } }> = [];
  for (const path of await textPaths()) {
    if (hasWitness((await loadEdition(path.params.slug)).apparatus)) paths.push(path);
  }
  return paths;
}
