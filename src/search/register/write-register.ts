import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { SearchText } from '../searched-blocks.ts';
import { type Facet, type FacetColumn, type FacetTable, facetOf, facets } from './facets.ts';
import { FACETS, SLUGS_IN_FILE, slugsName } from './register-names.ts';

/** What the register holds of a text. */
export interface Entry {
  slug: string;
  hant: SearchText;
  hans: SearchText;
}

/** Writes the register into a folder that exists: the slugs by number, some in each file, and the facets. */
export async function writeRegister(folder: URL, entries: readonly Entry[]): Promise<void> {
  for (let first = 0; first < entries.length; first += SLUGS_IN_FILE) {
    const slugs = entries.slice(first, first + SLUGS_IN_FILE).map(({ slug }) => slug);
    await write(new URL(slugsName(first / SLUGS_IN_FILE), folder), slugs);
  }
  const table = Object.fromEntries(facets.map((facet) => [facet, column(entries, facet)])) as FacetTable;
  await write(new URL(FACETS, folder), table);
}

function column(entries: readonly Entry[], facet: Facet): FacetColumn {
  const numberOf = new Map<string, number>();
  const values: FacetColumn['values'] = [];
  const numbers = entries.map(({ hant, hans }) => {
    const value = facetOf(hant, facet);
    if (value === undefined) return 0;
    if (!numberOf.has(value)) numberOf.set(value, values.push([value, facetOf(hans, facet) ?? value]));
    return numberOf.get(value)!;
  });
  return { values, numbers };
}

function write(file: URL, value: unknown): Promise<void> {
  return writeFile(file, gzipSync(JSON.stringify(value), { level: 9 }));
}
