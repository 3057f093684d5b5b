/** The blocks of an open text: its titles and paragraphs, each in one script. */
export function editionBlocks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-edition] :is(.row > [lang], h1 > [lang])')];
}

/**
 * A range between two offsets into the text of an element, in UTF-16 units. It is a live one: it can be measured. The
 * reading page has its own, static ones: did it share this file with the search, every reader would load one file more.
 */
export function rangeOf(element: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const next = at + node.data.length;
    if (at <= start && start < next) range.setStart(node, start - at);
    if (at < end && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  return range;
}
