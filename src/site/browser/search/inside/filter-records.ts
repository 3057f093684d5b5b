import type { Apparatus } from '../../../../contract/schema.ts';
import { placesOf } from '../../../search/find-hits.ts';
import { table } from '../../../search/fold/browser-fold.ts';
import { foldText } from '../../../search/fold-text.ts';
import { parseQuery } from '../../../search/query.ts';

/** By which side of an emendation to look: what was restored, what the witness has, or either. */
export type Side = 'corr' | 'sic' | 'either';

/**
 * Of the entries of an apparatus page shows those whose words are asked for, and says how many; all when nothing is. An
 * entry is the element with the id of its record.
 */
export function filterRecords({ emendations }: Apparatus, source: string, side: Side): number {
  const { terms } = parseQuery(source, table);
  const sides = side === 'either' ? (['corr', 'sic'] as const) : [side];
  let shown = 0;
  for (const record of emendations) {
    const entry = document.getElementById(record.id);
    if (!entry) continue;
    const folded = sides.map((name) => foldText(record[name], table));
    entry.hidden = !terms.every((term) => folded.some((words) => placesOf(term, words).length > 0));
    if (!entry.hidden) shown++;
  }
  hideEmptyParagraphs();
  unfoldGlosses(terms.length > 0);
  return shown;
}

function hideEmptyParagraphs(): void {
  for (const paragraph of document.querySelectorAll<HTMLElement>('#emendations .paragraph')) {
    const entries = [...paragraph.querySelectorAll<HTMLElement>('[id]')];
    paragraph.hidden = entries.length > 0 && entries.every(({ hidden }) => hidden);
  }
}

/** The glosses stand folded away; those that were looked for are shown. */
function unfoldGlosses(isSearch: boolean): void {
  for (const details of document.querySelectorAll('details')) {
    const paragraphs = [...details.querySelectorAll<HTMLElement>('.paragraph')];
    if (paragraphs.length === 0) continue;
    const isEmpty = paragraphs.every(({ hidden }) => hidden);
    details.hidden = isEmpty;
    details.open = isSearch && !isEmpty;
  }
}
