import type { APIRoute } from 'astro';
import { allTexts } from '../catalogue/all-texts.ts';
import { guideLinks } from '../guide/all-guides.ts';
import { wordingIn } from '../wording/phrases.ts';

/** The pages one can look for by their addresses, a line each: path, tab, title. The page for lost readers reads it. */
export const GET: APIRoute = async () => {
  const word = wordingIn('zh-Hant');
  const sections = (['search', 'method', 'guide', 'publishers', 'years'] as const).map(
    (name) => [`${name}/`, word(name)] as const,
  );
  const guides = (await guideLinks('zh-Hant')).map(({ path, title }) => [path, title] as const);
  const texts = (await allTexts()).map(({ slug, hant }) => [`texts/${slug}/`, hant.title] as const);
  const all = [
    ['', word('catalogue')] as const,
    ['en/', 'English'] as const,
    ...sections,
    ...guides,
    ...texts,
  ];
  return new Response(all.map(([path, title]) => `${path}\t${title.replace(/\s+/g, ' ')}\n`).join(''));
};
