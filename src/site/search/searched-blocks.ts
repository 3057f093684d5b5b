import { imprintOf } from '../../edition/imprint.ts';

/** A text as search reads it: plain, block by block. */
export interface SearchText {
  title: string;
  author?: string;
  publisher?: string;
  /** ISO 8601 calendar date, or only a year. */
  date?: string;
  blocks: Array<[id: string, text: string]>;
}

/** Everything of a text that can be found: its title, its imprint, its blocks. */
export function searchedBlocks(text: SearchText): SearchText['blocks'] {
  return [['title', text.title], ['imprint', imprintOf(text)], ...text.blocks];
}

/** Where a block stands, for ranking: 0 title, 1 heading, 2 the rest. */
export function rankOf(id: string): 0 | 1 | 2 {
  if (id === 'title') return 0;
  return id.startsWith('h') ? 1 : 2;
}
