/** A place in the text of an element: a text node and an offset into it. */
type Point = readonly [Text, number];

/** Finds offsets of an element's text in its text nodes. */
function pointsIn(element: Element): (offset: number) => Point {
  const nodes: Array<readonly [Text, number]> = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    nodes.push([node, length]);
    length += node.data.length;
  }
  return (offset) => {
    const found = nodes.findLast(([, from]) => from <= offset);
    if (!found) throw new Error('There is no text to mark.');
    const [node, start] = found;
    return [node, offset - start];
  };
}

/** The offset into an element's text of an offset into one of its text nodes. */
export function offsetIn(element: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** Ranges for marking stretches of an element's text; they do not follow changes, and cost little. */
export function rangesOf(element: Element, spans: ReadonlyArray<readonly [number, number]>): StaticRange[] {
  const pointAt = pointsIn(element);
  return spans.map(([start, end]) => {
    const [startContainer, startOffset] = pointAt(start);
    const [endContainer, endOffset] = pointAt(end);
    return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  });
}
