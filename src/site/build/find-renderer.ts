import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ViteUserConfig } from 'astro';

/** Vite plugin: tells `found` the address of the module that Astro renders pages by, as soon as it is bundled. */
export function findRenderer(
  found: (address: string) => void,
): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'zhengben-find-renderer',
    writeBundle({ dir = '' }, bundle) {
      const entry = Object.keys(bundle).find((name) => /^prerender-entry\b.*\.mjs$/.test(name));
      if (entry !== undefined) found(pathToFileURL(join(dir, entry)).href);
    },
  };
}
