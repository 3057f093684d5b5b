/** A text as search reads it: plain, block by block. */
export interface SearchText {
  title: string;
  /** Author, publisher and date, as far as they are known. */
  imprint: string;
  blocks: Array<[id: string, text: string]>;
}

/** Everything of a text that can be found: its title, its imprint, its blocks. */
export function searchedBlocks({ title, imprint, blocks }: SearchText): SearchText['blocks'] {
  return [['title', title], ['imprint', imprint], ...blocks];
}
