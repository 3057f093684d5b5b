import { cpSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteVersion } from '../data/program-version.ts';
import { prepareDownloads } from '../downloads/prepare.ts';
import { type Publication, readPublication } from '../downloads/publication.ts';
import { toSitemap } from '../downloads/sitemap.ts';
import type { Sizes } from '../downloads/sizes.ts';
import { textByText } from './text-by-text.ts';

/**
 * Astro integration: what a collection of many texts needs of a build.
 *
 * - Everything there is to take away is made beside the bundling and before the pages, which say how large it is, and not
 *   as endpoints of Astro: those would read every edition once for each of its files.
 * - The pages of a text are made one after another, so that it is read and rendered once for all of them.
 * - Pages of texts that have not changed are taken from the build before (see `textPaths`).
 */
export function texts(): AstroIntegration {
  let folder: URL;
  let publication: Publication;
  let prepared: Promise<Sizes>;
  return {
    name: 'zhengben-texts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ experimental: { incrementalBuild: true } });
      },
      'astro:config:done': ({ config }) => {
        folder = new URL('downloads/', config.cacheDir);
        publication = readPublication({ ZHENGBEN_BASE: config.base, ZHENGBEN_SITE: config.site });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const version = siteVersion();
        process.env.ZHENGBEN_VERSION = version;
        process.env.ZHENGBEN_DOWNLOADS = fileURLToPath(folder);
        prepared = prepareDownloads(fileURLToPath(folder), publication, version);
        prepared.catch(() => {}); // said when the pages wait for it
        setPrerenderer((usual) => ({
          ...usual,
          setup: async () => {
            await prepared;
            await usual.setup?.();
          },
          getStaticPaths: async () => textByText(await usual.getStaticPaths()),
        }));
      },
      'astro:build:done': async ({ dir, pages }) => {
        delete process.env.ZHENGBEN_VERSION;
        delete process.env.ZHENGBEN_DOWNLOADS;
        const slugs = Object.keys((await prepared).texts);
        const paths = pages.map(({ pathname }) => pathname);
        for (const [name, content] of toSitemap(slugs, paths, publication))
          writeFileSync(new URL(name, dir), content);
        cpSync(new URL('site/', folder), dir, { recursive: true });
        cpSync(new URL('texts/', folder), new URL('texts/', dir), { recursive: true });
      },
    },
  };
}
