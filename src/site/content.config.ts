import { defineCollection } from 'astro:content';
import { editionsLoader } from './catalogue/editions-loader.ts';
import { summarySchema } from './catalogue/summarize.ts';
import { guideSchema, guidesLoader } from './guide/guides-loader.ts';

/**
 * What Astro keeps between pages: the catalogue's entries and the guides. Pages read the texts themselves through
 * `loadEdition`.
 */
export const collections = {
  editions: defineCollection({ loader: editionsLoader(), schema: summarySchema }),
  guides: defineCollection({ loader: guidesLoader(), schema: guideSchema }),
};
