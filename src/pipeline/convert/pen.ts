/** Writes a text in the one script or the other, and remembers the last one: a page is written to tell its script, too. */

import type { Standard } from '../../contract/vocabulary.ts';
import type { ConvertRules } from './convert-rules.ts';
import { toSimplified, toTraditional } from './scripts.ts';

/** The two conversions of `scripts.ts`. */
export interface Pen {
  simplify(text: string): string;
  /** What becomes of a text in Simplified. */
  traditionalize(text: string, standard: Standard): string;
}

/** A pen that writes by `rules`; given a text twice in a row, it writes it once. */
export function createPen(rules: ConvertRules): Pen {
  const inSimplified = remember((text) => toSimplified(text, rules));
  const inTraditional = {
    s2tw: remember((text) => toTraditional(text, rules, 's2tw')),
    s2hk: remember((text) => toTraditional(text, rules, 's2hk')),
  };
  return { simplify: inSimplified, traditionalize: (text, standard) => inTraditional[standard](text) };
}

function remember(write: (text: string) => string): (text: string) => string {
  let last = '';
  let written = '';
  return (text) => {
    if (text !== last) [last, written] = [text, write(text)];
    return written;
  };
}
