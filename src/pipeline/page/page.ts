/** What is told of a page once, before anything is taken out of it: for `strip` and for `structure`. */
import type { Reading } from '../reading.ts';
import { readMetaLine } from './meta-line.ts';
import type { PageRules } from './page-rules.ts';
import { separate } from './separate.ts';
import { findSite } from './site.ts';

export interface Page {
  /** The text, with lines that hold a whole page taken apart. */
  readonly reading: Reading;
  /** Does `text` name author, date or source and nothing else? */
  readonly isMeta: (text: string) => boolean;
  /** The name of the site, where the frame of the page says it. */
  readonly site: string | undefined;
}

/** The page that a repaired `reading` is of: © 2019 柳下詩詞網 at its foot says whose it is. */
export function readPage(reading: Reading, rules: PageRules): Page {
  const separated = separate(reading);
  return {
    reading: separated,
    isMeta: (text) => readMetaLine(text, rules) !== undefined,
    site: findSite(separated.text, rules),
  };
}
