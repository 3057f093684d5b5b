import type { APIRoute, GetStaticPaths } from 'astro';
import { languages } from '../../../edition/schema.ts';
import { textAddresses } from '../../../library/addresses.ts';
import { type Edition, loadEdition } from '../../../library/load-edition.ts';
import { codeFile, qrCode } from '../../../library/qr-code.ts';
import { textPaths } from '../../../library/text-paths.ts';
import { searchText } from '../../../search/search-text.ts';

/** The files beside a text's pages, each made from the edition. */
const files: Record<string, (edition: Edition) => string | Promise<string>> = {
  'apparatus.json': ({ apparatus }) => JSON.stringify(apparatus),
};
for (const language of languages) {
  files[`${language}.md`] = ({ texts }) => texts[language].markdown;
  files[`${language}.json`] = async (edition) => JSON.stringify(await searchText(edition, language));
}

// A QR code needs an address to speak of.
const site = import.meta.env.SITE;
if (site) {
  for (const view of ['parallel', ...languages] as const)
    files[codeFile(view)] = ({ slug }) => qrCode(new URL(textAddresses(slug)[view], site).href);
}

export const getStaticPaths = (async () => {
  const texts = await textPaths();
  return texts.flatMap(({ params }) => Object.keys(files).map((file) => ({ params: { ...params, file } })));
}) satisfies GetStaticPaths;

/** The Markdown exactly as the pipeline wrote it, the apparatus, and the plain text that search reads. */
export const GET: APIRoute = async ({ params }) => {
  const { slug = '', file = '' } = params;
  const make = files[file];
  if (!make) return new Response(null, { status: 404 });
  return new Response(await make(await loadEdition(slug)));
};
