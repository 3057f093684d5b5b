import { readFile } from 'node:fs/promises';
import type { ViteUserConfig } from 'astro';
import { parseFold } from '../../../pipeline/text/fold.ts';
import { packFold } from './pack-fold.ts';

const QUERY = '?packed';

/** Vite plugin: gives scripts for the browser the fold table small, as `fold.txt?packed`. */
export function packedFold(): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'zhengben-packed-fold',
    enforce: 'pre',
    load: async (id: string) => {
      if (!id.endsWith(`fold.txt${QUERY}`)) return undefined;
      const table = parseFold(await readFile(id.slice(0, -QUERY.length), 'utf8'));
      return `export default ${JSON.stringify(packFold(table))};`;
    },
  };
}
