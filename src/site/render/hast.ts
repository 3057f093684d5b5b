import type { Element, ElementContent, Text } from 'hast';

/** An element of HTML: `element('s', { id: 'r1' }, [text('分享到')])`. */
export function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): Text {
  return { type: 'text', value };
}
