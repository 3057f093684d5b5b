import type { APIRoute, GetStaticPaths } from 'astro';
import type { Publication } from '../../../downloads/publication.ts';
import { textFileNames, textFiles } from '../../../downloads/text-files.ts';
import { languages } from '../../../edition/schema.ts';
import { textAddresses } from '../../../library/addresses.ts';
import { editionAtHand } from '../../../library/edition-at-hand.ts';
import type { Edition } from '../../../library/load-edition.ts';
import { codeFile, qrCode } from '../../../library/qr-code.ts';
import { textPaths } from '../../../library/text-paths.ts';
import { searchText } from '../../../search/search-text.ts';

const views = ['parallel', ...languages] as const;

/**
 * When the site is built, the downloads are made apart, all of a text at once; here they are for `npm run dev` only.
 * A QR code needs an address to speak of.
 */
const namesOf = (slug: string) => [
  ...languages.map((language) => `${language}.json`),
  ...(import.meta.env.SITE ? views.map(codeFile) : []),
  ...(import.meta.env.DEV ? textFileNames(slug) : []),
  ...(import.meta.env.DEV && import.meta.env.SITE ? languages.map((language) => `${language}.png`) : []),
];

export const getStaticPaths = (async () => {
  const texts = await textPaths();
  return texts.flatMap(({ params, ...path }) =>
    namesOf(params.slug).map((file) => ({ ...path, params: { ...params, file } })),
  );
}) satisfies GetStaticPaths;

/** The plain text that search reads, the QR codes, and the files for taking away. */
export const GET: APIRoute = async ({ params, site }) => {
  const { slug = '', file = '' } = params;
  const view = views.find((name) => file === codeFile(name));
  if (view && site) return new Response(qrCode(new URL(textAddresses(slug)[view], site).href));
  const edition = await editionAtHand(slug);
  const language = languages.find((name) => file === `${name}.json`);
  if (language) return new Response(JSON.stringify(await searchText(edition, language)));
  const publication = { base: import.meta.env.BASE_URL, ...(site && { site: site.origin }) };
  const bytes =
    textFiles(edition, publication).get(file) ?? (await shareImageNow(edition, publication, file));
  return new Response(bytes ? Uint8Array.from(bytes) : null, { status: bytes ? 200 : 404 });
};

/** Drawn when it is asked for, in `npm run dev`; a build never comes here, and needs not know how. */
async function shareImageNow(edition: Edition, publication: Publication, file: string) {
  if (!import.meta.env.DEV) return undefined;
  const { shareImages } = await import('../../../downloads/share-images.ts');
  return (await shareImages(edition, publication)).get(file);
}
