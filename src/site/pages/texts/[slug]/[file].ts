import type { APIRoute, GetStaticPaths } from 'astro';
import { languages } from '../../../../contract/schema.ts';
import type { StoredEdition } from '../../../../edition/load-edition.ts';
import type { Publication } from '../../../../formats/publication.ts';
import { codeFile } from '../../../../formats/qr-code.ts';
import { textFileNames, textFiles } from '../../../../formats/text-files.ts';
import { allTexts } from '../../../catalogue/all-texts.ts';
import { cachedEdition } from '../../../catalogue/cached-edition.ts';
import { textParts } from '../../../downloads/text-parts.ts';

const namesOf = (slug: string) => [
  ...textFileNames(slug),
  ...languages.map((language) => `${language}.json`),
  ...(import.meta.env.SITE ? (['parallel', ...languages] as const).map(codeFile) : []),
  ...(import.meta.env.SITE ? languages.map((language) => `${language}.png`) : []),
];

/** When the site is built, the files of a text are made apart, all of them at once; here they are for `npm run dev` only. */
export const getStaticPaths = (async () => {
  const texts = import.meta.env.DEV ? await allTexts() : [];
  return texts.flatMap(({ slug }) => namesOf(slug).map((file) => ({ params: { slug, file } })));
}) satisfies GetStaticPaths;

/** The files for taking away, the plain text that search reads, and the QR codes. */
export const GET: APIRoute = async ({ params, site }) => {
  const { slug = '', file = '' } = params;
  const edition = await cachedEdition(slug);
  const publication = { base: import.meta.env.BASE_URL, ...(site && { site: site.origin }) };
  const content =
    textParts(edition, publication).get(file) ??
    textFiles(edition, publication).get(file) ??
    (await shareImageNow(edition, publication, file));
  return new Response(content === undefined ? null : Buffer.from(content), {
    status: content === undefined ? 404 : 200,
  });
};

/** Drawn when it is asked for, in `npm run dev`; a build never comes here, and needs not know how. */
async function shareImageNow(edition: StoredEdition, publication: Publication, file: string) {
  if (!import.meta.env.DEV) return undefined;
  const { shareImages } = await import('../../../../formats/share-images.ts');
  return (await shareImages(edition, publication)).get(file);
}
