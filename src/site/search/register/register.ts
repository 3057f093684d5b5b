import { fetchPacked } from '../fetch-packed.ts';
import type { Facet, FacetColumn } from './facets.ts';
import { unpackColumn } from './pack-column.ts';
import { facetName, SLUGS_IN_FILE, slugsName } from './register-names.ts';

/** The texts by their numbers: what they are called, and by what they can be sorted out. */
export interface Register {
  slug: (document: number) => Promise<string>;
  facet: (facet: Facet) => Promise<FacetColumn>;
}

/** The register in `folder` (an address ending in a slash). */
export function register(folder: string): Register {
  const files = new Map<string, Promise<unknown>>();
  const read = <Content>(name: string, unpack: (bytes: Uint8Array) => Content) => {
    const file = files.get(name) ?? fetchPacked(folder + name).then(unpack);
    files.set(name, file);
    file.catch(() => files.delete(name));
    return file as Promise<Content>;
  };
  return {
    slug: async (document) => {
      const slugs = await read(slugsName(Math.floor(document / SLUGS_IN_FILE)), readSlugs);
      const slug = slugs[document % SLUGS_IN_FILE];
      if (slug === undefined) throw new Error(`The register has no text ${document}.`);
      return slug;
    },
    facet: (facet) => read(facetName(facet), unpackColumn),
  };
}

function readSlugs(bytes: Uint8Array): string[] {
  return JSON.parse(new TextDecoder().decode(bytes)) as string[];
}
