import { cpSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroConfig, AstroIntegration, AstroPrerenderer } from 'astro';
import { siteVersion } from '../../corpus/program-version.ts';
import { readPublication } from '../../formats/publication.ts';
import { prepareDownloads } from '../downloads/prepare.ts';
import { toSitemap } from '../downloads/sitemap.ts';
import { packedFold } from '../search/fold/vite-fold.ts';
import { findRenderer } from './find-renderer.ts';
import type { PageSettings } from './make-pages.ts';
import { groupByText, makeTextPages } from './text-pages.ts';

/**
 * Astro integration: what a collection of many texts needs of a build. What is made of each text is made by threads, side
 * by side, and kept for the next build.
 *
 * - Everything there is to take away is made beside the bundling and before the pages, which say how large it is, and not
 *   as endpoints of Astro: those would read every edition once for each of its files.
 * - The pages of a text are made together, so that it is read and rendered once for all of them, and by Astro's renderer
 *   but not in Astro's queue, which knows one thread. Those of texts that have not changed are taken from the build
 *   before (see `textPaths`).
 * - The search index is written at the same time, from what was made to be taken away.
 */
export function texts(): AstroIntegration {
  let config: AstroConfig;
  let entry = '';
  let styles: PageSettings['styles'];
  let prepared: ReturnType<typeof prepareDownloads>;
  let indexed: Promise<number>;
  return {
    name: 'zhengben-texts',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        for (const name of TAKEN) delete process.env[name];
        const found = findRenderer((address) => {
          entry = address;
        });
        updateConfig({ vite: { plugins: [packedFold(), found] } });
      },
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:setup': ({ pages }) => {
        styles = pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const version = siteVersion();
        const downloads = fileURLToPath(downloadsOf(config));
        process.env.ZHENGBEN_VERSION = version;
        process.env.ZHENGBEN_DOWNLOADS = downloads;
        prepared = prepareDownloads(downloads, publicationOf(config), version);
        prepared.catch(() => {}); // said when the pages wait for it
        setPrerenderer((usual) =>
          besides(usual, {
            before: async () => {
              await prepared;
              indexed = index(config);
              indexed.catch(() => {}); // said when the build waits for it
            },
            make: (bySlug) => makeTextPages(bySlug, pageSettings(config, entry, styles)),
          }),
        );
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        delete process.env.ZHENGBEN_VERSION;
        delete process.env.ZHENGBEN_DOWNLOADS;
        const slugs = Object.keys((await prepared).texts);
        const paths = pages.map(({ pathname }) => pathname);
        for (const [name, content] of toSitemap(slugs, paths, publicationOf(config)))
          writeFileSync(new URL(name, dir), content);
        cpSync(new URL('site/', downloadsOf(config)), dir, { recursive: true });
        logger.info(`${await indexed} texts indexed.`);
      },
    },
  };
}

/** Variables of the environment with these names Astro would take for its own: another base, pages without their policy. */
const TAKEN = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/** The prerenderer `usual`, beside which the pages of texts are made. */
function besides(
  usual: AstroPrerenderer,
  {
    before,
    make,
  }: { before: () => Promise<void>; make: (bySlug: Parameters<typeof makeTextPages>[0]) => Promise<void> },
): AstroPrerenderer {
  let made: Promise<void> | undefined;
  return {
    ...usual,
    setup: async () => {
      await before();
      await usual.setup?.();
    },
    getStaticPaths: async () => {
      const bySlug = groupByText(await usual.getStaticPaths());
      const others = bySlug.get('') ?? [];
      bySlug.delete('');
      made = make(bySlug);
      made.catch(() => {}); // said at the end
      return others;
    },
    teardown: async () => {
      await usual.teardown?.();
      await made;
    },
  };
}

const downloadsOf = ({ cacheDir }: AstroConfig) => new URL('downloads/', cacheDir);

const publicationOf = ({ base, site }: AstroConfig) =>
  readPublication({ ZHENGBEN_BASE: base, ZHENGBEN_SITE: site });

function pageSettings(config: AstroConfig, entry: string, pages: PageSettings['styles']): PageSettings {
  const { base, site = 'http://localhost' } = publicationOf(config);
  return {
    entry,
    styles: new Map([...pages].map(([key, { styles }]) => [key, { styles }])),
    home: site + base,
    kept: fileURLToPath(new URL('pages/', config.cacheDir)),
    downloads: fileURLToPath(new URL('texts/', downloadsOf(config))),
    texts: fileURLToPath(new URL('texts/', config.outDir)),
  };
}

/** Writes the search index in a thread, and says how many texts are in it. */
function index(config: AstroConfig): Promise<number> {
  const workerData = { site: config.outDir.href, source: downloadsOf(config).href };
  const thread = new Worker(new URL('../search/index-thread.ts', import.meta.url), {
    workerData,
    execArgv: [],
  });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
