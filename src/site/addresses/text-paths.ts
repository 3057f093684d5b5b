import { hasWitness } from '../../corpus/load-witness.ts';
import { sha256 } from '../../corpus/sha256.ts';
import { editionDigest } from '../../edition/content-folder.ts';
import { allTexts } from '../catalogue/all-texts.ts';
import { neighboursOf } from '../catalogue/neighbours.ts';
import { oncePerBuild } from '../catalogue/once-per-build.ts';
import type { Summary } from '../catalogue/summarize.ts';
import { scriptPaths } from './script-paths.ts';

/** One of a text's pages: what its address has besides the slug, and what it shows. */
interface View<Params, Props> {
  params: Params;
  props: Props;
}

/** Static paths of a route that every text has in each of `views`. */
export async function textPaths<Params extends object, Props>(views: ReadonlyArray<View<Params, Props>>) {
  return (await keyedTexts()).flatMap((text) => pathsOf(text, views));
}

/** Static paths of a page that every text has, in both scripts of the interface. */
export const textScriptPaths = () => textPaths(scriptPaths());

/** The same for the texts whose witness is in the content folder. */
export async function witnessPaths() {
  const texts = (await keyedTexts()).filter(({ siglum }) => hasWitness(siglum));
  return texts.flatMap((text) => pathsOf(text, scriptPaths()));
}

type KeyedText = Pick<Summary, 'slug' | 'siglum'> & {
  /** Where it is what it was in the build before, Astro takes the text's pages from there. */
  cacheKey?: string;
};

function pathsOf<Params extends object, Props>(
  { slug, siglum: _, ...key }: KeyedText,
  views: ReadonlyArray<View<Params, Props>>,
) {
  return views.map(({ params, props }) => ({ params: { slug, ...params }, props, ...key }));
}

/** Every edition is read for it. */
const keyedTexts = oncePerBuild(async () => {
  const keyed: KeyedText[] = [];
  for (const text of await allTexts()) keyed.push(await addKey(text));
  return keyed;
});

/** What a page of a text shows comes from its edition, its witness, the two texts it leads to, the program and the address. */
async function addKey({ slug, siglum }: Summary): Promise<KeyedText> {
  const version = process.env.ZHENGBEN_VERSION;
  if (version === undefined) return { slug, siglum };
  const { SITE, BASE_URL } = import.meta.env;
  const parts = [version, SITE, BASE_URL, editionDigest(slug), hasWitness(siglum), await neighboursOf(slug)];
  return { slug, siglum, cacheKey: sha256(JSON.stringify(parts)) };
}
