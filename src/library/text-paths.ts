import { getCollection } from 'astro:content';

/** Static paths of a page that every text has. */
export async function textPaths(): Promise<Array<{ params: { slug: string } }>> {
  return (await getCollection('editions')).map(({ id }) => ({ params: { slug: id } }));
}
