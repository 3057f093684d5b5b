import type { Element, ElementContent, Text } from 'hast';

/** Elements whose first and last line breaks are layout; those between their items part the lines of the text. */
const CONTAINERS = new Set(['ul', 'ol', 'blockquote']);

/**
 * A block's plain text: its text nodes in order, without the line breaks that only lay out the HTML. Items, lines of
 * verse and quoted paragraphs are lines of it.
 */
export function blockText(block: Element): string {
  let text = '';
  visitText(block, (node) => {
    text += node.value;
    return [node];
  });
  return text;
}

/** Replaces every text node that holds text of the block by what `replace` makes of it. */
export function visitText(parent: Element, replace: (node: Text, parent: Element) => ElementContent[]): void {
  parent.children = parent.children.flatMap((child, index): ElementContent[] => {
    if (child.type === 'element') visitText(child, replace);
    return child.type === 'text' && !isLayout(parent, index) ? replace(child, parent) : [child];
  });
}

function isLayout(parent: Element, index: number): boolean {
  const node = parent.children[index];
  if (node?.type !== 'text' || node.value !== '\n') return false;
  return CONTAINERS.has(parent.tagName) && (index === 0 || index === parent.children.length - 1);
}
