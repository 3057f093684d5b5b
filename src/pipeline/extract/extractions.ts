/** How a text was taken out of a page: the article that was found in it, or all that the page shows. */
export const extractions = ['article', 'page'] as const;
export type Extraction = (typeof extractions)[number];
