import type { FoldTable } from '../../pipeline/text/fold.ts';
import { foldText } from './fold-text.ts';
import { HAS_CHARACTER } from './word-characters.ts';

/** A folded string to look for. Whole: a Latin word or a figure at its end must end there, too. */
export interface Term {
  text: string;
  isWhole: boolean;
  /** As the reader typed it, for offering it again. */
  source: string;
}

/** What a reader asks for: texts with every one of `terms` and none of `without`. */
export interface Query {
  terms: Term[];
  without: Term[];
}

/** Quotation marks that hold a phrase together. 「」 do not: they are looked for like any other mark. */
const PART = /([-－](?=\S))?(?:["“”＂]([^"“”＂]*)["“”＂]?|(\S+))/gu;

/**
 * Reads a query: words between blanks, phrases in quotation marks, `-` before what must not occur.
 *
 * `parseQuery('社會化 "social CRM" -微博', table)` looks for 社会化 and `social crm`, without 微博. What consists of marks
 * alone is left out.
 */
export function parseQuery(source: string, table: FoldTable): Query {
  const query: Query = { terms: [], without: [] };
  for (const [, minus, phrase, word] of source.normalize('NFC').matchAll(PART)) {
    const text = foldText((phrase ?? word ?? '').trim(), table).replace(/ +/g, ' ');
    const list = minus ? query.without : query.terms;
    const isWhole = phrase !== undefined;
    if (HAS_CHARACTER.test(text) && !list.some((term) => term.text === text && term.isWhole === isWhole))
      list.push({ text, isWhole, source: isWhole ? `"${phrase}"` : (word ?? '') });
  }
  return query;
}
