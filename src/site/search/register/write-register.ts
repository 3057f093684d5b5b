import { writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { SearchText } from '../searched-blocks.ts';
import { type Facet, type FacetColumn, type FacetValue, facetOf, facets } from './facets.ts';
import { packColumn } from './pack-column.ts';
import { facetName, SLUGS_IN_FILE, slugsName } from './register-names.ts';

/** What the register holds of a text. */
export interface Entry {
  slug: string;
  hant: SearchText;
  hans: SearchText;
}

/** Writes the register into a folder that exists: the slugs by number, some in each file, and each facet. */
export async function writeRegister(folder: URL, entries: readonly Entry[]): Promise<void> {
  for (let first = 0; first < entries.length; first += SLUGS_IN_FILE) {
    const slugs = entries.slice(first, first + SLUGS_IN_FILE).map(({ slug }) => slug);
    await write(new URL(slugsName(first / SLUGS_IN_FILE), folder), JSON.stringify(slugs));
  }
  for (const facet of facets)
    await write(new URL(facetName(facet), folder), packColumn(column(entries, facet)));
}

function column(entries: readonly Entry[], facet: Facet): FacetColumn {
  const numberOf = new Map<string, number>();
  const values: FacetValue[] = [];
  const numbers = entries.map(({ hant, hans }) => {
    const value = facetOf(hant, facet);
    if (value === undefined) return 0;
    const number = numberOf.get(value) ?? values.push([value, facetOf(hans, facet) ?? value]);
    numberOf.set(value, number);
    return number;
  });
  return { values, numbers };
}

function write(file: URL, content: string | Uint8Array): Promise<void> {
  return writeFile(file, gzipSync(content, { level: 9 }));
}
