/** The same Markdown through Starlight, in a project of its own with its own Astro: what a generic site takes for it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../src/contract/schema.ts';
import { type Figures, measureRun, type Weight, weigh } from './measure-run.ts';

const PACKAGES = { astro: '7.3.5', '@astrojs/starlight': '0.42.4', '@astrojs/markdown-remark': '7.3.1' };

const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://example.org',
  integrations: [
    starlight({
      title: '正本',
      defaultLocale: 'zh-hant',
      locales: { 'zh-hant': { label: '繁', lang: 'zh-Hant' }, 'zh-hans': { label: '简', lang: 'zh-Hans' } },
    }),
  ],
});
`;

const collections = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { defineCollection } from 'astro:content';

const extend = z.object({ date: z.any() });
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend }) }) };
`;

/** Installs Starlight into `folder`. Throws where it is not to be had. */
export function installStarlight(folder: string): void {
  mkdirSync(join(folder, 'src/content'), { recursive: true });
  const manifest = { name: 'starlight-bench', private: true, type: 'module', dependencies: PACKAGES };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'astro.config.mjs'), config);
  writeFileSync(join(folder, 'src/content.config.ts'), collections);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Builds a site of the Markdown of `editions`, each text on a page for each script. */
export async function measureStarlight(
  folder: string,
  editions: string,
  most: number,
): Promise<Figures & Weight> {
  const slugs = readdirSync(editions).filter((name) => !name.startsWith('.'));
  for (const language of languages) {
    const docs = join(folder, 'src/content/docs', language.toLowerCase());
    mkdirSync(docs, { recursive: true });
    for (const slug of slugs) {
      const markdown = readFileSync(join(editions, slug, `${language}.md`), 'utf8');
      // By its slug, Starlight would give both scripts one address.
      writeFileSync(join(docs, `${slug}.md`), markdown.replace(/^slug: .*\n/m, ''));
    }
  }
  const figures = await measureRun(['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    cwd: folder,
    most,
  });
  return { ...figures, ...weigh(join(folder, 'dist')) };
}
