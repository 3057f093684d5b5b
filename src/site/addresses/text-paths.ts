import { getCollection } from 'astro:content';
import { createHash } from 'node:crypto';
import { hasWitness } from '../../corpus/load-witness.ts';
import { editionDigest } from '../../edition/edition-digest.ts';
import { neighboursOf } from '../catalogue/neighbours.ts';
import type { Summary } from '../catalogue/summarize.ts';

interface TextPath {
  params: { slug: string };
  /** Where it is what it was in the build before, Astro takes the page from there. */
  cacheKey?: string;
}

let paths: Promise<Map<string, TextPath>> | undefined;

/** Static paths of a page that every text has. */
export async function textPaths(): Promise<TextPath[]> {
  return [...(await allPaths()).values()];
}

/** Static paths of a page that every text has whose witness is at hand. */
export async function witnessPaths(): Promise<TextPath[]> {
  const all = await allPaths();
  const texts = await getCollection('editions');
  return texts.flatMap(({ id, data }) => (hasWitness(data.siglum) ? (all.get(id) ?? []) : []));
}

/** Asked for once in a build, since every edition is read for it. */
function allPaths(): Promise<Map<string, TextPath>> {
  if (import.meta.env.DEV) return findPaths();
  paths ??= findPaths();
  return paths;
}

async function findPaths(): Promise<Map<string, TextPath>> {
  const texts = await getCollection('editions');
  const found = new Map<string, TextPath>();
  for (const { id, data } of texts) found.set(id, await toPath(data));
  return found;
}

/** What a page of a text shows comes from its edition, its witness, the two texts it leads to, the program and the address. */
async function toPath({ slug, siglum }: Summary): Promise<TextPath> {
  const version = process.env.ZHENGBEN_VERSION;
  if (version === undefined) return { params: { slug } };
  const { SITE, BASE_URL } = import.meta.env;
  const parts = [version, SITE, BASE_URL, editionDigest(slug), hasWitness(siglum), await neighboursOf(slug)];
  const cacheKey = createHash('sha256').update(JSON.stringify(parts)).digest('base64');
  return { params: { slug }, cacheKey };
}
