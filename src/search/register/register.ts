import { fetchPacked } from '../fetch-packed.ts';
import type { FacetTable } from './facets.ts';
import { FACETS, SLUGS_IN_FILE, slugsName } from './register-names.ts';

/** The texts by their numbers: what they are called, and by what they can be sorted out. */
export interface Register {
  slug: (document: number) => Promise<string>;
  facets: () => Promise<FacetTable>;
}

/** The register in `folder` (an address ending in a slash). */
export function register(folder: string): Register {
  const files = new Map<string, Promise<unknown>>();
  const read = (name: string) => {
    const file = files.get(name) ?? readJson(folder + name);
    files.set(name, file);
    file.catch(() => files.delete(name));
    return file;
  };
  return {
    slug: async (document) => {
      const slugs = (await read(slugsName(Math.floor(document / SLUGS_IN_FILE)))) as string[];
      const slug = slugs[document % SLUGS_IN_FILE];
      if (slug === undefined) throw new Error(`The register has no text ${document}.`);
      return slug;
    },
    facets: () => read(FACETS) as Promise<FacetTable>,
  };
}

async function readJson(address: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await fetchPacked(address)));
}
