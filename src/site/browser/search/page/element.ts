/** An element with its properties and its content: `element('a', { href }, ['正本'])`. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  content: ReadonlyArray<string | Node> = [],
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

/** The rest of a list, folded away under `label`. `fill` makes it when it is first opened. */
export function foldedList(label: string, lang: string, fill: () => Node[]): HTMLElement {
  const details = element('details', {}, [element('summary', { lang }, [label])]);
  details.addEventListener('toggle', () => details.append(...fill()), { once: true });
  return details;
}
