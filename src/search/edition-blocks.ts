/** The blocks of an open text: its titles and paragraphs, each in one script. */
export function editionBlocks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-edition] :is(.row > [lang], h1 > [lang])')];
}

/** A range between two offsets into the text of an element, in UTF-16 units. */
export function rangeOf(element: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let offset = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (start >= offset && start < offset + length) range.setStart(node, start - offset);
    if (end > offset && end <= offset + length) range.setEnd(node, end - offset);
    offset += length;
  }
  return range;
}
