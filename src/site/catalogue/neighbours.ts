import type { Language } from '../../contract/schema.ts';
import { allTexts } from './all-texts.ts';
import { oncePerBuild } from './once-per-build.ts';

/** A text as a link to it shows it. */
interface Neighbour {
  slug: string;
  title: Record<Language, string>;
}

interface Neighbours {
  previous?: Neighbour | undefined;
  next?: Neighbour | undefined;
}

/** The texts before and after one in the catalogue, which begins with the newest. */
export async function neighboursOf(slug: string): Promise<Neighbours> {
  return (await neighbours()).get(slug) ?? {};
}

const neighbours = oncePerBuild(async (): Promise<Map<string, Neighbours>> => {
  const texts = (await allTexts())
    .toSorted((a, b) => (b.hant.date ?? '').localeCompare(a.hant.date ?? ''))
    .map(({ slug, hant, hans }) => ({ slug, title: { 'zh-Hant': hant.title, 'zh-Hans': hans.title } }));
  return new Map(
    texts.map(({ slug }, index) => [slug, { previous: texts[index - 1], next: texts[index + 1] }]),
  );
});
