import { cpSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { prepareDownloads } from './prepare.ts';
import { type Publication, readPublication } from './publication.ts';
import { toSitemap } from './sitemap.ts';

/**
 * Astro integration: makes everything there is to take away, and puts it into the built site.
 *
 * The files are made before the pages, which say how large they are, and not as endpoints of Astro: those would read
 * every edition once for each of its files.
 */
export function downloads(): AstroIntegration {
  let folder: URL;
  let publication: Publication;
  let slugs: string[] = [];
  return {
    name: 'zhengben-downloads',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = new URL(`downloads-${process.pid}/`, config.cacheDir);
        publication = readPublication({ ZHENGBEN_BASE: config.base, ZHENGBEN_SITE: config.site });
      },
      'astro:build:start': async ({ logger }) => {
        const path = fileURLToPath(folder);
        const { texts } = await prepareDownloads(path, publication);
        slugs = Object.keys(texts);
        process.env.ZHENGBEN_DOWNLOADS = path;
        logger.info(`Downloads of ${slugs.length} texts made.`);
      },
      'astro:build:done': ({ dir, pages }) => {
        delete process.env.ZHENGBEN_DOWNLOADS;
        const paths = pages.map(({ pathname }) => pathname);
        for (const [name, content] of toSitemap(slugs, paths, publication))
          writeFileSync(new URL(name, dir), content);
        moveInto(fileURLToPath(new URL('site/', folder)), fileURLToPath(dir));
        rmSync(folder, { recursive: true, force: true });
      },
    },
  };
}

/** Moves what is in `from` to where it belongs in `to`; folders that are there already keep what they hold. */
function moveInto(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [`${from}/${entry.name}`, `${to}/${entry.name}`];
    if (entry.isDirectory() && isFolder(target)) moveInto(source, target);
    else move(source, target);
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function move(source: string, target: string): void {
  try {
    renameSync(source, target);
  } catch {
    cpSync(source, target, { recursive: true }); // the cache may be on another disk
  }
}
