import type { Element, ElementContent, Text } from 'hast';

/** Elements in which a line break is layout, not text. */
const CONTAINERS = new Set(['ul', 'ol', 'li', 'blockquote', 'table', 'thead', 'tbody', 'tr']);

/** A block's plain text: its text nodes in order, without the line breaks that only lay out the HTML. */
export function blockText(block: Element): string {
  let text = '';
  visitText(block, (node) => {
    text += node.value;
    return [node];
  });
  return text;
}

/** Replaces every text node that holds text of the block by what `replace` makes of it. */
export function visitText(parent: Element, replace: (node: Text) => ElementContent[]): void {
  parent.children = parent.children.flatMap((child, index): ElementContent[] => {
    if (child.type === 'element') visitText(child, replace);
    return child.type === 'text' && !isLayout(parent, index) ? replace(child) : [child];
  });
}

function isLayout(parent: Element, index: number): boolean {
  const node = parent.children[index];
  if (node?.type !== 'text' || node.value !== '\n') return false;
  const before = parent.children[index - 1];
  return CONTAINERS.has(parent.tagName) || (before?.type === 'element' && before.tagName === 'br');
}
