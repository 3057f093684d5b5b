/**
 * XML and XHTML written so that no text can break out of its place. The library xast-util-to-xml (4.0.0) cannot do it: it
 * writes `]]>` as it is, which XML forbids, so that a text with a line of code breaks the whole file.
 */

/** A stretch of XML that is well-formed already. */
export class Markup {
  readonly xml: string;
  constructor(xml: string) {
    this.xml = xml;
  }
}

export type Child = Markup | string | undefined;
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What XML 1.0 cannot hold, not even as a reference: controls, U+FFFE and U+FFFF, and halves of surrogate pairs. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/**
 * `text` as it stands between tags or in an attribute: `a<b]]>` → `a&lt;b]]&gt;`. What XML cannot hold becomes U+FFFD.
 */
function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '\ufffd').replace(/[&<>"\r]/g, (sign) => REFERENCES[sign] ?? sign);
}

/** An element, its attributes, if any, before its children; strings among those are text: `element('p', '電子商務')`. */
export function element(name: string, first?: Attributes | Child, ...others: readonly Child[]): Markup {
  const hasAttributes = typeof first === 'object' && !(first instanceof Markup);
  const head = Object.entries(hasAttributes ? first : {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value)).replace(/[\n\t]/g, ' ')}"`)
    .join('');
  const { xml } = hasAttributes ? join(...others) : join(first, ...others);
  return new Markup(xml === '' ? `<${name}${head}/>` : `<${name}${head}>${xml}</${name}>`);
}

/** An element with nothing but text; nothing where there is no text. */
export function textElement(name: string, text: string | undefined): Child {
  return text ? element(name, text) : undefined;
}

/** Children side by side, without an element of their own. */
export function join(...children: readonly Child[]): Markup {
  return new Markup(
    children.map((child) => (child instanceof Markup ? child.xml : escapeXml(child ?? ''))).join(''),
  );
}

/** A whole file of which `root` is the root. */
export function toDocument(root: Markup, doctype = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype && `${doctype}\n`}${root.xml}\n`;
}
