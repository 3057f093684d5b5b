/**
 * On a text reached from a search: marks the words searched for (`?mark=…`), by ranges, without touching the document.
 */
export function showHits(): void {
  const words = new URLSearchParams(location.search).getAll('mark').filter(Boolean);
  if (words.length === 0 || !('highlights' in CSS)) return;
  const blocks = [
    ...document.querySelectorAll<HTMLElement>('[data-edition] :is(.row > [lang], h1 > [lang])'),
  ];
  const ranges = blocks.flatMap((block) => rangesIn(block, words));
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

/** A range between two offsets into the text of an element. */
function rangeOf(block: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let offset = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (start >= offset && start < offset + length) range.setStart(node, start - offset);
    if (end > offset && end <= offset + length) range.setEnd(node, end - offset);
    offset += length;
  }
  return range;
}
