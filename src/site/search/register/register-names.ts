import type { Facet } from './facets.ts';

/** How many slugs a file of the register holds. */
export const SLUGS_IN_FILE = 256;

/** Name of the file with the slugs from `number` × 256 on. */
export function slugsName(number: number): string {
  return `slugs-${number}.bin`;
}

/** Name of the file with one facet of every text. */
export function facetName(facet: Facet): string {
  return `${facet}.bin`;
}
