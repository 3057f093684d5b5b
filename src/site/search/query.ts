import type { FoldTable } from '../../pipeline/text/fold.ts';
import { foldText } from './fold-text.ts';
import { HAS_CHARACTER } from './word-characters.ts';

/** A folded string to look for. Whole: a Latin word or a figure at its edges must begin and end there, too. */
export interface Term {
  text: string;
  isWhole: boolean;
  /** As the reader typed it, for offering it again. */
  source: string;
}

/** Two terms that must stand in one block with at most so many characters (UTF-16 units) between them, either first. */
export interface Near {
  terms: readonly [Term, Term];
  distance: number;
}

/** What a reader asks for: texts with every one of `terms`, near each other where `near` says so, and none of `without`. */
export interface Query {
  terms: Term[];
  near: Near[];
  without: Term[];
}

/** Further apart two terms are not looked for; blocks stand this far apart in the index. */
export const FARTHEST = 30;
/** `甲 ~ 乙` without a number. */
const USUAL_DISTANCE = 10;

/** Quotation marks that hold a phrase together. 「」 do not: they are looked for like any other mark. */
const PART = /([-－](?=\S))?(?:["“”＂]([^"“”＂]*)["“”＂]?|(\S+))/gu;
const NEAR = /^[~～](\d{0,3})$/u;

/**
 * Reads a query: words between blanks, phrases in quotation marks, `-` before what must not occur, `~10` between two words
 * that stand near each other.
 *
 * `parseQuery('社會化 "social CRM" -微博', table)` looks for 社会化 and `social crm`, without 微博. What consists of marks
 * alone is left out.
 */
export function parseQuery(source: string, table: FoldTable): Query {
  const query: Query = { terms: [], near: [], without: [] };
  let last: Term | undefined;
  let distance: number | undefined;
  for (const [, minus, phrase, word = ''] of source.normalize('NFC').matchAll(PART)) {
    const between = minus || phrase !== undefined ? undefined : NEAR.exec(word.normalize('NFKC'))?.[1];
    if (between !== undefined) {
      distance = Math.min(between === '' ? USUAL_DISTANCE : Number(between), FARTHEST);
      continue;
    }
    const term = toTerm(phrase ?? word, phrase !== undefined, table);
    if (!HAS_CHARACTER.test(term.text)) continue;
    if (minus) {
      addTerm(query.without, term);
      continue;
    }
    const added = addTerm(query.terms, term);
    if (last && last !== added && distance !== undefined) query.near.push({ terms: [last, added], distance });
    last = added;
    distance = undefined;
  }
  return query;
}

function toTerm(typed: string, isWhole: boolean, table: FoldTable): Term {
  const text = foldText(typed.trim(), table).replace(/ +/g, ' ');
  return { text, isWhole, source: isWhole ? `"${typed}"` : typed };
}

/** The term in the list; if it is there already, that one. */
function addTerm(list: Term[], term: Term): Term {
  const known = list.find(({ text, isWhole }) => text === term.text && isWhole === term.isWhole);
  if (!known) list.push(term);
  return known ?? term;
}
