/** A strict reader of XML for tests: throws at anything that is not well-formed. Knows no DTD but the five references. */
import { found } from './found.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const TOKEN =
  /<\?xml [^?]*\?>|<!DOCTYPE html>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
// What XML 1.0 holds, and nothing else.
const WRITABLE = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** The root of an XML document. */
export function parseXml(source: string): XmlElement {
  if (!WRITABLE.test(source)) throw new Error('There are characters that XML cannot hold.');
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new Error(`Not well-formed: ${source.slice(at, at + 60)}`);
    const [, isEnd, name, attributes = '', isEmpty, text] = match;
    if (text !== undefined) found(open.at(-1), 'element that is open').children.push(readReferences(text));
    else if (isEnd) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes what was not open.`);
    } else if (name !== undefined) {
      const child: XmlElement = { name, attributes: readAttributes(attributes), children: [] };
      found(open.at(-1), 'element that is open').children.push(child);
      if (!isEmpty) open.push(child);
    }
  }
  const [root, ...others] = top.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || root === undefined || others.length > 0)
    throw new Error('There is not one root that is closed.');
  return root;
}

function readAttributes(source: string): Record<string, string> {
  const pairs = [...source.matchAll(/([\w.:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    readReferences(value),
  ]);
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`Given twice: ${source}`);
  return Object.fromEntries(pairs);
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' };

function readReferences(text: string): string {
  if (text.includes(']]>')) throw new Error('There is ]]> in the text.');
  return text.replace(/&([^;]*;?)/g, (_, name: string) => {
    const sign = SIGNS[name.slice(0, -1)];
    if (sign === undefined || !name.endsWith(';')) throw new Error(`&${name} is no reference.`);
    return sign;
  });
}

/** All elements below and including `root`, in order. */
export function* walk(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (typeof child !== 'string') yield* walk(child);
}

/** The elements of a name. */
export function find(root: XmlElement, name: string): XmlElement[] {
  return [...walk(root)].filter((element) => element.name === name);
}

/** The first element of a name. Throws when there is none. */
export function findFirst(root: XmlElement, name: string): XmlElement {
  return found(find(root, name)[0], `element ${name}`);
}

/** The text of an element without its elements; `skip` says which are left out with what is in them. */
export function textOf(root: XmlElement, skip: (element: XmlElement) => boolean = () => false): string {
  return root.children
    .map((child) => (typeof child === 'string' ? child : skip(child) ? '' : textOf(child, skip)))
    .join('');
}
