import { editionBlocks, rangeOf } from './edition-blocks.ts';

/**
 * On a text reached from a search: marks the words searched for (`?mark=…`), by ranges, without touching the document.
 */
export function showHits(): void {
  const words = new URLSearchParams(location.search).getAll('mark').filter(Boolean);
  if (words.length === 0 || !('highlights' in CSS)) return;
  const ranges = editionBlocks().flatMap((block) => rangesIn(block, words));
  if (ranges.length > 0) CSS.highlights.set('hit', new Highlight(...ranges));
}

function rangesIn(block: HTMLElement, words: string[]): Range[] {
  const text = block.textContent ?? '';
  return words.flatMap((word) => {
    const ranges: Range[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      ranges.push(rangeOf(block, at, at + word.length));
    }
    return ranges;
  });
}
