import { cpSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroConfig, AstroIntegration } from 'astro';
import { siteVersion } from '../../corpus/program-version.ts';
import { readPublication } from '../../formats/publication.ts';
import { prepareDownloads } from '../downloads/prepare-downloads.ts';
import { toSitemap } from '../downloads/sitemap.ts';
import { packedFold } from '../search/fold/vite-fold.ts';
import { beginSeries } from './build-series.ts';
import { orderByText } from './order-by-text.ts';

/**
 * Astro integration: what a collection of many texts needs of a build.
 *
 * - The downloads are made by threads while Astro bundles, and before the pages, which say how large they are. They are
 *   no endpoints of Astro, which would read every edition once for each of its files.
 * - The pages of a text are made one after another, so that it is read and rendered once for all of them. Astro takes
 *   those of unchanged texts from the build before (`experimental.incrementalBuild`; the keys are from `textPaths`).
 * - The search index is written by a thread while the pages are made, from the downloads.
 */
export function buildTexts(): AstroIntegration {
  let config: AstroConfig;
  let series: ReturnType<typeof beginSeries>;
  let downloads: ReturnType<typeof prepareDownloads>;
  let indexed: Promise<number>;
  return {
    name: 'zhengben-texts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        for (const name of NAMES_OF_ASTRO) delete process.env[name];
        updateConfig({ vite: { plugins: [packedFold()] } });
      },
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        const folder = fileURLToPath(downloadsOf(config));
        const version = siteVersion();
        series = beginSeries(new URL('series.txt', config.cacheDir));
        process.env.ZHENGBEN_VERSION = `${version} ${series.name}`;
        process.env.ZHENGBEN_DOWNLOADS = folder;
        const report = (problem: string) => logger.error(problem);
        downloads = prepareDownloads(folder, publicationOf(config), { version, report });
        downloads.catch(() => {}); // said when the pages wait for them
        setPrerenderer((usual) => ({
          ...usual,
          setup: async () => {
            await downloads;
            indexed = writeIndex(config);
            indexed.catch(() => {}); // said when the build waits for it
            await usual.setup?.();
          },
          getStaticPaths: async () => orderByText(await usual.getStaticPaths()),
        }));
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        delete process.env.ZHENGBEN_VERSION;
        delete process.env.ZHENGBEN_DOWNLOADS;
        const slugs = Object.keys((await downloads).texts);
        const paths = pages.map(({ pathname }) => pathname);
        for (const [name, content] of toSitemap(slugs, paths, publicationOf(config)))
          writeFileSync(new URL(name, dir), content);
        cpSync(new URL('site/', downloadsOf(config)), dir, { recursive: true });
        cpSync(new URL('texts/', downloadsOf(config)), new URL('texts/', dir), { recursive: true });
        logger.info(`${await indexed} texts indexed.`);
        series.keep();
      },
    },
  };
}

/** Variables of the environment with these names Astro would take for its own: another base, pages without their policy. */
const NAMES_OF_ASTRO = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

const downloadsOf = ({ cacheDir }: AstroConfig) => new URL('downloads/', cacheDir);

const publicationOf = ({ base, site }: AstroConfig) =>
  readPublication({ ZHENGBEN_BASE: base, ZHENGBEN_SITE: site });

/** `ZHENGBEN_SEARCH_FILES`: at most so many files of the index that say which text a finding is; by default one for each text. */
function readMostFragments(): number | undefined {
  const setting = process.env.ZHENGBEN_SEARCH_FILES;
  if (setting === undefined) return undefined;
  const most = Number(setting);
  if (Number.isInteger(most) && most > 0) return most;
  throw new Error(`ZHENGBEN_SEARCH_FILES is “${setting}”; it must be a whole number from 1 on.`);
}

/** Writes the search index in a thread, and says how many texts are in it. */
function writeIndex(config: AstroConfig): Promise<number> {
  const mostFragments = readMostFragments();
  const workerData = { site: config.outDir.href, source: downloadsOf(config).href, mostFragments };
  const thread = new Worker(new URL('../search/index-thread.ts', import.meta.url), {
    workerData,
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The search index was not written; report it.')));
  });
}
