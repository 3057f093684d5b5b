import { pointsIn } from '../reading/text-range.ts';

/** The blocks of an open text: its titles and paragraphs, each in one script. */
export function editionBlocks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-edition] :is(.row > [lang], h1 > [lang])')];
}

/** A range between two offsets into the text of an element, in UTF-16 units. It is a live one: it can be measured. */
export function rangeOf(element: HTMLElement, start: number, end: number): Range {
  const pointAt = pointsIn(element);
  const range = document.createRange();
  range.setStart(...pointAt(start));
  range.setEnd(...pointAt(end));
  return range;
}
